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

from literacy.document import Document
from literacy.measure.counts import COUNTED
from literacy.words.difficulty import EASIEST, HARDEST, word_difficulty
from literacy.words.segment import sentences, words

EASY_WORD = 1.3  # a word up to this difficulty adds nothing
STEP = 1.2


def sentence_difficulty(sentences: Iterable[str]) -> list[float]:
    """Return the difficulty of each sentence."""
    return [_difficulty(sentence) for sentence in sentences]


def document_difficulty(document: Document) -> float | None:
    """Return the mean difficulty of the sentences that are counted, None if there are none."""
    found = [
        _difficulty(text[span.start : span.end])
        for block, text in document
        if block.kind in COUNTED
        for span in sentences(text)
        if words(text[span.start : span.end])
    ]
    return round(fmean(found), 2) if found else None


def _difficulty(sentence: str) -> float:
    found = {sentence[span.start : span.end] for span in words(sentence)}
    different = {word if word.isupper() else word.lower() for word in found}
    hardness = sum(sorted(max(0.0, word_difficulty(word) - EASY_WORD) for word in different))
    return min(HARDEST, EASIEST + STEP * log(1 + 2 * hardness))
