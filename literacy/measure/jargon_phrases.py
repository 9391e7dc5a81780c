"""Phrases that are one term, because the text says so or because the rule base knows them.

What a text gives a short form for is a term in every text: "visual acuity (VA)".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from literacy.measure.jargon_words import Word, has_capitals
from literacy.rulebase.compile import Candidate
from literacy.words.full_forms import full_forms, reach

LONGEST_SHORT_FORM = 10  # characters: "SARS-CoV-2"
ENDS_A_PART = frozenset(".:;()")
BEFORE_TERM = frozenset({"VERB", "AUX", "PRON", "DET"})
BEFORE_FULL_FORM = frozenset({"AUX", "PRON", "DET", "ADP", "SCONJ", "CCONJ", "PART"})
BEHIND_TERM = frozenset({"VERB", "AUX", "PRON", "ADP"})

Phrase = tuple[str, ...]

LATIN = "in vivo;ex vivo;in vitro;in situ;ex situ;in utero;ex utero;in silico;de novo"
SET_PHRASES: frozenset[Phrase] = frozenset(tuple(words.split()) for words in LATIN.split(";"))


def phrase(words: Sequence[Word]) -> Phrase:
    """Return the words as they are compared: in lower case."""
    return tuple(word.low for word in words)


def singular(words: Phrase) -> Phrase:
    """Return a phrase without the "s" of its plural, to tell what is the same term."""
    return (*words[:-1], words[-1].removesuffix("s"))


def spelt_out(text: str, words: Sequence[Word]) -> Iterator[Phrase]:
    """Yield, also as a plural, each phrase of a sentence that has its short form in brackets."""
    for at in range(1, len(words)):
        if _opens_bracket(text, words, at):
            short = words[at].text.removesuffix("s")
            before = _before(text, words, at)
            near = phrase(before)
            starts = list(full_forms(short, near))
            if starts and before[starts[-1]].part not in BEFORE_FULL_FORM:
                full = near[starts[-1] :]
                yield full
                yield (*full[:-1], full[-1] + "s")


def known(candidates: Iterable[Candidate], words: Sequence[Word]) -> Iterator[Phrase]:
    """Yield the clinical phrases of the rule base among ``words`` that hold a hard word."""
    starts = {word.span.start: index for index, word in enumerate(words)}
    ends = {word.span.end: index for index, word in enumerate(words)}
    for candidate in candidates:
        first, last = starts.get(candidate.span.start), ends.get(candidate.span.end)
        is_clinical = candidate.rule.kind in ("medical", "explain")
        if is_clinical and first is not None and last is not None and first < last:
            found = words[first : last + 1]
            is_noun = found[0].part not in BEFORE_TERM and found[-1].part not in BEHIND_TERM
            if is_noun and any(word.is_hard for word in found):
                yield phrase(found)


def _opens_bracket(text: str, words: Sequence[Word], at: int) -> bool:
    """Tell whether ``words[at]`` is a short form alone in brackets, or first in them."""
    before, word = words[at - 1], words[at]
    is_alone = text[before.span.end : word.span.start] == " ("
    is_alone = is_alone and text[word.span.end : word.span.end + 1] in (")", ";", ",")
    return is_alone and len(word.text) <= LONGEST_SHORT_FORM and has_capitals(word.text)


def _before(text: str, words: Sequence[Word], at: int) -> Sequence[Word]:
    """Return the words before ``words[at]`` that its full form may have."""
    first = max(0, at - reach(words[at].text))
    for index in range(at - 1, first, -1):
        if ENDS_A_PART.intersection(text[words[index - 1].span.end : words[index].span.start]):
            return words[index:at]
    return words[first:at]
