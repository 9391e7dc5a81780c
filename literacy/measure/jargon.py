"""Words and phrases that a lay reader needs help with, found without a language model.

A term is a run of words, one space apart, that holds a hard word. Function words, everyday verbs
and the common words of reports (``rules/words/jargon_breaks.txt``), numerals, units, single
letters, adverbs and easy forms in -ed and -ing end a run; easy words at its front are left off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from literacy.document import Span
from literacy.findings import Term
from literacy.folders import rules_folder
from literacy.words.difficulty import word_difficulty
from literacy.words.segment import words
from literacy.words.spoken import UNITS

HARD = 2.1  # a run needs one word as hard as this
EASY_FRONT = 1.6  # an easier word is left off the front of a run
HARD_FORM = 3.0  # a form in -ed or -ing that is as hard as this may be part of a term
LONGEST = 5  # words


def jargon(text: str) -> list[Term]:
    """Return the hard terms of ``text``, in order; no two overlap. No glosses are given."""
    return [term for run in _runs(text) for term in _term(text, run)]


def _runs(text: str) -> Iterator[list[Span]]:
    """Yield the runs of words that stand one space apart and may belong to a term."""
    run: list[Span] = []
    for span in words(text):
        if run and text[run[-1].end : span.start] != " ":
            yield run
            run = []
        if not _breaks(text[span.start : span.end]):
            run.append(span)
        elif run:
            yield run
            run = []
    yield run


def _breaks(word: str) -> bool:
    low = word.lower()
    if len(low) == 1 or low in _breakers() or low in UNITS or not any(map(str.isalpha, low)):
        return True
    return low.endswith("ly") or (low.endswith(("ed", "ing")) and word_difficulty(word) < HARD_FORM)


def _term(text: str, run: Iterable[Span]) -> Iterator[Term]:
    rated = [(span, word_difficulty(text[span.start : span.end])) for span in run]
    front = next((i for i, (_, rating) in enumerate(rated) if rating >= EASY_FRONT), len(rated))
    kept = rated[front:][-LONGEST:]
    hardest = max((rating for _, rating in kept), default=0.0)
    if hardest >= HARD:
        start, end = kept[0][0].start, kept[-1][0].end
        yield Term(start, end, text[start:end], round(hardest, 2))


@cache
def _breakers() -> frozenset[str]:
    path = rules_folder() / "words" / "jargon_breaks.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
