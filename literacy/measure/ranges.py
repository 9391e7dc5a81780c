"""How far a score might have fallen otherwise: the middle 90% of scores of resampled sentences.

Two things are put right, and both only widen a range. Neighbouring sentences are alike, so a short
extract strays further from its whole than sentences drawn one by one: deviations are multiplied by
``KINSHIP``. A few sentences may be alike by chance, so no range is narrower than ordinary prose of
as many sentences has: ``ORDINARY`` holds how far one sentence strays, for each formula. Both
figures come from public-service texts about health and care, where the range of a 300-word extract
held the score of its whole text in 95 of 100 cases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import ceil, sqrt
from random import Random

from literacy.measure.counts import Counts, Tally, add, columns_of

RESAMPLES = 200
MOST = 120  # parts that samples are drawn from; a long text has more sentences
SEED = 20190114
KINSHIP = 1.3
NORMAL_90 = 1.645

# The standard deviation of a formula's value over ordinary prose, times the root of its sentences.
ORDINARY = {
    "reading_age": 7.5,
    "flesch_kincaid_grade": 10.3,
    "smog_index": 5.9,
    "gunning_fog": 6.3,
    "flesch_reading_ease": 50.6,
    "coleman_liau_index": 5.5,
    "automated_readability_index": 7.3,
    "dale_chall_readability_score": 2.4,
    "spache_readability": 2.0,
    "linsear_write_formula": 9.8,
    "lix": 16.5,
    "rix": 3.6,
    "mcalpine_eflaw": 14.6,
    "forcast": 2.2,
    "new_dale_chall_readability_score": 16.9,
}


def resampled(tally: Tally) -> tuple[Counts, ...]:
    """Return the totals of samples drawn with replacement; the same ones every time."""
    pool = [columns_of(add(part)) for part in _parts([row.counts for row in tally.rows])]
    random = Random(SEED)
    drawn = (zip(*random.choices(pool, k=len(pool)), strict=True) for _ in range(RESAMPLES))
    return tuple(Counts(*map(sum, columns)) for columns in drawn)


def _parts(rows: list[Counts]) -> Iterator[list[Counts]]:
    """Cut many sentences into runs of neighbours, which are drawn together."""
    size = ceil(len(rows) / MOST)
    return (rows[start : start + size] for start in range(0, len(rows), size))


def bounds(
    key: str, compute: Callable[[Counts], float], value: float, samples: Iterable[Counts], size: int
) -> tuple[float, float]:
    """Return the low and high end of the range of ``value``, worked out from ``size`` sentences."""
    values = sorted(map(compute, samples))
    low, high = (values[round(share * (len(values) - 1))] for share in (0.05, 0.95))
    least = NORMAL_90 * ORDINARY[key] / sqrt(size)
    return (
        value - KINSHIP * max(value - low, least),
        value + KINSHIP * max(high - value, least),
    )
