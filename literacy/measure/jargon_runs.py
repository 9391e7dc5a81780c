"""The runs of words in a sentence that may be a hard term.

Words of a run stand one space or one slash apart. The common words of reports
(``rules/words/jargon_breaks.txt``), numerals, units, everyday verbs and well-known names end a run;
so does a known phrase or a short form, as its last part. Two words that describe one noun stay
together: "preoperative and postoperative care".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from literacy.measure.jargon_phrases import Phrase, phrase
from literacy.measure.jargon_words import Word

LINKS = frozenset({"and", "or"})

Words = Sequence[Word]


def runs(text: str, words: Words, phrases: Set[Phrase]) -> Iterator[Words]:
    """Yield the runs of a sentence, and each hard verb by itself."""
    run: list[Word] = []
    found = list(units(words, phrases, max(map(len, phrases), default=1)))
    for at, unit in enumerate(found):
        word, is_phrase = unit[0], phrase(unit) in phrases
        links = bool(run) and _links(text, run[-1], *found[at : at + 2])
        goes_on = links or (word.belongs and not word.is_verb)
        if run and not (goes_on and _touch(text, run[-1], word)):
            yield run
            run = []
        if links or is_phrase or word.belongs:
            run = [*run, *unit]
        if run and not links and (is_phrase or word.is_short_form or word.is_verb):
            yield run
            run = []
    if run:
        yield run


def units(words: Words, among: Set[Phrase], longest: int) -> Iterator[Words]:
    """Yield the phrases that are ``among`` those given, long ones first, and each other word."""
    at = 0
    while at < len(words):
        sizes = range(min(longest, len(words) - at), 1, -1)
        size = next((size for size in sizes if phrase(words[at : at + size]) in among), 1)
        yield words[at : at + size]
        at += size


def _links(text: str, before: Word, link: Words, after: Words = ()) -> bool:
    """Tell whether ``link`` is an "and" between two words that describe one noun."""
    if link[0].low not in LINKS or not after or not before.is_shared:
        return False
    goes_on = after[0].belongs and not after[0].is_verb
    return goes_on and _touch(text, before, link[0]) and _touch(text, link[0], after[0])


def _touch(text: str, one: Word, other: Word) -> bool:
    gap = text[one.span.end : other.span.start]
    return gap == " " or (gap == "/" and "." not in one.text + other.text)  # no web address
