"""Words and phrases that a lay reader needs help with.

A term is a run of nouns, and of what stands before them, that holds a hard word. A text shows
itself which words belong together: what it gives a short form for is one term, and what stands
alone as often as in a longer run is a term by itself. A hard verb is a term too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set

from literacy.findings import Term
from literacy.measure.jargon_phrases import SET_PHRASES, Phrase, known, phrase, singular, spelt_out
from literacy.measure.jargon_runs import LINKS, Words, runs, units
from literacy.measure.jargon_words import Word, words_of
from literacy.rulebase.compile import compiled
from literacy.rulebase.load import standard_rules
from literacy.words.difficulty import HARDEST
from literacy.words.frequency import zipf

COMMON = 5.0  # Zipf: a commoner adjective is left off the front of a term
LONGEST = 6  # words, but for phrases that are known to be one term


def jargon(text: str) -> list[Term]:
    """Return the hard terms of ``text``, in order; no two overlap. No glosses are given."""
    if not text.strip():
        return []
    candidates = list(compiled(standard_rules()).candidates(text))
    sentences = list(words_of(text, candidates))
    phrases = SET_PHRASES | set(known(candidates, [word for words in sentences for word in words]))
    phrases |= {one for words in sentences for one in spelt_out(text, words)}
    found = [run for words in sentences for run in runs(text, words, phrases)]
    alone = Counter(
        singular(phrase(run)) for run in found if phrase(run) in phrases or _is_hard(run)
    )
    return [
        _term(text, part)
        for run in found
        for part in ([run] if phrase(run) in phrases else _parts(run, _inside(run, alone), phrases))
        if phrase(part) in phrases or _is_hard(part)
    ]


def _inside(run: Words, alone: Counter[Phrase]) -> Set[Phrase]:
    """Return what stands alone as often as the whole run does; one word has to more often."""
    often = alone[singular(phrase(run))]
    found = {one for one, times in alone.items() if times >= often + (len(one) == 1)}
    return found | {(*one[:-1], one[-1] + "s") for one in found}


def _parts(run: Words, alone: Set[Phrase], phrases: Set[Phrase]) -> Iterator[Words]:
    """Cut a run where a part of it is a term by itself elsewhere, but not inside a phrase."""
    rest: list[Word] = []
    for unit in units(run, alone | phrases, len(run) - 1):
        if phrase(unit) in alone:
            yield from _shortened(rest)
            yield unit
            rest = []
        else:
            rest += unit
    yield from _shortened(rest)


def _shortened(words: Words) -> Iterator[Words]:
    """Leave off common adjectives in front, and all but the last words of a long run."""
    while words and words[-1].low in LINKS:
        words = words[:-1]
    words = words[-LONGEST:]
    while words and (words[0].low in LINKS or (len(words) > 1 and _is_common(words[0]))):
        words = words[1:]
    if words:
        yield words


def _is_common(word: Word) -> bool:
    return word.part in ("ADJ", "VERB") and zipf(word.low) >= COMMON


def _is_hard(words: Words) -> bool:
    is_heard = len(words) == 1 and words[0].is_heard
    return not is_heard and any(word.is_hard for word in words)


def _term(text: str, words: Words) -> Term:
    start, end = words[0].span.start, words[-1].span.end
    hardest = min(HARDEST, max(word.difficulty for word in words))
    return Term(start, end, text[start:end], round(hardest, 2))
