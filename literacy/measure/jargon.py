"""Words and phrases that a lay reader needs help with.

A term is a run of nouns, and of what stands before them, one space apart, that holds a hard word.
The common words of reports (``rules/words/jargon_breaks.txt``), numerals, units, everyday verbs and
well-known names end a run. A text shows itself which words belong together: what it gives a short
form for is one term, and what stands alone elsewhere is a term by itself. A short form stands by
itself everywhere, and so does a hard verb.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from literacy.findings import Term
from literacy.measure.jargon_phrases import Phrase, known, phrase, spelt_out
from literacy.measure.jargon_words import Word, words_of
from literacy.rulebase.compile import compiled
from literacy.rulebase.load import standard_rules
from literacy.words.difficulty import HARDEST
from literacy.words.frequency import zipf

COMMON = 5.1  # Zipf: a commoner adjective is left off the front of a term
LONGEST = 5  # words, but for phrases that are known to be one term

Words = Sequence[Word]


def jargon(text: str) -> list[Term]:
    """Return the hard terms of ``text``, in order; no two overlap. No glosses are given."""
    if not text.strip():
        return []
    candidates = list(compiled(standard_rules()).candidates(text))
    sentences = list(words_of(text, candidates))
    phrases = set(known(candidates, [word for words in sentences for word in words]))
    phrases |= {one for words in sentences for one in spelt_out(text, words)}
    pieces = [piece for words in sentences for piece in _pieces(text, words, phrases)]
    alone = {phrase(piece) for piece in pieces if phrase(piece) in phrases or _is_hard(piece)}
    return [
        _term(text, part)
        for piece in pieces
        for part in ([piece] if phrase(piece) in phrases else _parts(piece, alone))
        if phrase(part) in phrases or _is_hard(part)
    ]


def _pieces(text: str, words: Words, phrases: Collection[Phrase]) -> Iterator[Words]:
    """Yield the phrases and short forms of a sentence, and the runs of words between them."""
    run: list[Word] = []
    for unit in _units(words, phrases, max(map(len, phrases), default=1)):
        is_whole = phrase(unit) in phrases or unit[0].is_short_form or unit[0].is_verb
        joins = unit[0].belongs and not is_whole
        if run and not (joins and text[run[-1].span.end : unit[0].span.start] == " "):
            yield run
            run = []
        if joins:
            run.append(unit[0])
        elif phrase(unit) in phrases or unit[0].belongs:
            yield unit
    if run:
        yield run


def _units(words: Words, among: Collection[Phrase], longest: int) -> Iterator[Words]:
    """Yield the phrases that are ``among`` those given, long ones first, and each other word."""
    at = 0
    while at < len(words):
        sizes = range(min(longest, len(words) - at), 1, -1)
        size = next((size for size in sizes if phrase(words[at : at + size]) in among), 1)
        yield words[at : at + size]
        at += size


def _parts(run: Words, alone: Collection[Phrase]) -> Iterator[Words]:
    """Cut a run where a part of it is a term by itself elsewhere."""
    rest: list[Word] = []
    for unit in _units(run, alone, min(LONGEST, len(run) - 1)):
        if phrase(unit) in alone:
            yield from _shortened(rest)
            yield unit
            rest = []
        else:
            rest.append(unit[0])
    yield from _shortened(rest)


def _shortened(words: Words) -> Iterator[Words]:
    """Leave off common adjectives in front, and all but the last words of a long run."""
    modifiers = range(len(words) - 1)
    front = next((i for i in modifiers if not _is_common(words[i])), max(0, len(words) - 1))
    if words:
        yield words[front:][-LONGEST:]


def _is_common(word: Word) -> bool:
    return word.part in ("ADJ", "VERB") and zipf(word.low) >= COMMON


def _is_hard(words: Words) -> bool:
    is_heard = len(words) == 1 and words[0].is_heard
    return not is_heard and any(word.is_hard for word in words)


def _term(text: str, words: Words) -> Term:
    start, end = words[0].span.start, words[-1].span.end
    hardest = min(HARDEST, max(word.difficulty for word in words))
    return Term(start, end, text[start:end], round(hardest, 2))
