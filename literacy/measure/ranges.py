"""How far a score might have fallen otherwise: a range that holds the whole text's score.

Two things are weighed together. One is what the text says of itself: it is cut into up to ``PARTS``
runs of neighbouring sentences, and every formula is worked out again without each run in turn (the
grouped jackknife; neighbours are alike, so they are left out together). The other is how far one
sentence strays in ordinary prose, since a few sentences may be alike by chance: ``ORDINARY``, for
each formula, in public-service texts about health and care. A plain text strays less than a hard
one, so that figure grows with the reading age.

``tests/bench/bench_ranges.py`` measures how often the range of a 300-word extract holds the score
of its whole text: 9 times in 10. Spache alone is no such sample: the longer a text, the more often
its words come back, and it counts each once.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import hypot, sqrt

from literacy.measure.counts import Counts, SentenceCounts, Tally
from literacy.measure.features import unpacked

PARTS = 10
NORMAL_90 = 1.645
OWN_WEIGHT = 0.6  # of the text's own spread
ORDINARY_AGE = 15.5  # the reading age of the texts that ``ORDINARY`` comes from
YOUNGEST = 4  # the reading age at which sentences would not stray at all

# The standard deviation of a score in ordinary prose, times the root of its sentences.
ORDINARY = {
    "reading_age": 7.6,
    "flesch_kincaid_grade": 10.3,
    "smog_index": 5.9,
    "gunning_fog": 7.1,
    "flesch_reading_ease": 54.0,
    "coleman_liau_index": 5.9,
    "automated_readability_index": 8.5,
    "dale_chall_readability_score": 2.7,
    "spache_readability": 3.2,
    "linsear_write_formula": 12.5,
    "lix": 16.5,
    "rix": 4.4,
    "mcalpine_eflaw": 21.0,
    "forcast": 2.3,
    "new_dale_chall_readability_score": 19.0,
}


def left_out(tally: Tally) -> tuple[Counts, ...]:
    """Return the counts of the whole without each part in turn; none for a single sentence."""
    parts = [sum([row.packed for row in part]) for part in _parts(tally.rows)]
    whole = sum(parts)
    return tuple(Counts(*unpacked(whole - part)) for part in parts if part != whole)


def _parts(rows: tuple[SentenceCounts, ...]) -> Iterable[tuple[SentenceCounts, ...]]:
    """Cut the sentences into runs of neighbours, as equal as they can be."""
    parts = min(PARTS, len(rows)) or 1
    cuts = [len(rows) * part // parts for part in range(parts + 1)]
    return (rows[start:end] for start, end in pairwise(cuts))


def stray(age: float, sentences: int) -> float:
    """Return how far texts of this reading age and length stray, beside one ordinary sentence."""
    return max(age - YOUNGEST, 1) / (ORDINARY_AGE - YOUNGEST) / sqrt(sentences)


def spread(key: str, values: list[float], strays: float) -> float:
    """Return half the range of a score, from its values without each part and ``stray``."""
    return NORMAL_90 * hypot(OWN_WEIGHT * _error(values), ORDINARY[key] * strays)


def _error(values: list[float]) -> float:
    """Return the standard error by the jackknife."""
    if len(values) < 2:
        return 0.0
    middle = sum(values) / len(values)
    share = (len(values) - 1) / len(values)
    return sqrt(share * sum([(value - middle) ** 2 for value in values]))
