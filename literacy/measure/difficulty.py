"""How hard a sentence is for a lay reader, from 1 (easy) to 6 (hard).

What makes a medical sentence hard is how hard its words are and how many such words there are. So
the hardness of its different words above an easy level is summed, and the logarithm taken, because
the tenth hard word adds less than the second. Nothing here was fitted: the two figures were set by
hand so that easy sentences come near 1 and the hardest near 6.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log
from statistics import fmean

from literacy.measure.counts import Tally, rows
from literacy.words.difficulty import EASIEST, HARDEST

STEP = 1.2


def sentence_difficulty(sentences: Iterable[str]) -> list[float]:
    """Return the difficulty of each sentence."""
    return [_of_hardness(_hardness(sentence)) for sentence in sentences]


def document_difficulty(tally: Tally) -> float | None:
    """Return the mean difficulty of the sentences that are counted, None if there are none."""
    if not tally.rows:
        return None
    return round(fmean(_of_hardness(row.hardness) for row in tally.rows), 2)


def _hardness(sentence: str) -> float:
    return sum(row.hardness for row in rows([(0, len(sentence), sentence)]))


def _of_hardness(hardness: float) -> float:
    return min(HARDEST, EASIEST + STEP * log(1 + 2 * hardness))
