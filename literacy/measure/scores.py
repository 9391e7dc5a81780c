"""Scores of a document: each with its range, and a note when the text is too short for it.

The headline is a UK reading age: the median of five grade formulas, plus five years. It is given
once more with the names of conditions and medicines set aside when the text explains them, because
a writer cannot avoid those words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum

from literacy.document import Document, Span
from literacy.findings import Score, Scores
from literacy.measure.counts import COUNTED, POLICY, Counts, Tally, count, set_aside
from literacy.measure.difficulty import document_difficulty
from literacy.measure.formulas import (
    FORMULAS,
    Formula,
    automated_readability_index,
    coleman_liau_index,
    flesch_kincaid_grade,
    gunning_fog,
    smog_index,
)
from literacy.measure.ranges import left_out, spread
from literacy.words.protected import protected_names

HEADLINE = (
    flesch_kincaid_grade,
    smog_index,
    gunning_fog,
    automated_readability_index,
    coleman_liau_index,
)
YEARS = 5  # a US grade and a UK reading age are five years apart
SCHOOL_AGE = 5  # no range of reading ages reaches below it
ENOUGH_WORDS = 100
ENOUGH_SENTENCES = 30
GREEN, AMBER = 11, 13

NO_TEXT = "There are no sentences to measure."
ONLY_PARTS = "There are only headings, table cells or captions, and no sentences to measure."


class Light(StrEnum):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


def light(reading_age: float) -> Light:
    """Return green up to a reading age of 11, amber up to 13 and red over that."""
    if reading_age <= GREEN:
        return Light.GREEN
    return Light.AMBER if reading_age <= AMBER else Light.RED


def score(document: Document) -> Scores:
    """Measure ``document``. Loads no language model."""
    tally = count(document)
    names = explained_names(document)
    reason = NO_TEXT if _has_prose(document) or not document.text.strip() else ONLY_PARTS
    parts = left_out(tally)
    total = tally.total
    age = _age(tally, parts, reason)
    bare = set_aside(tally, document, names) if names else tally
    return Scores(
        reading_age=age,
        without_names=_age(bare, left_out(bare), reason) if names else age,
        difficulty=document_difficulty(tally),
        scores=tuple(
            _score(formula.key, formula.compute, tally, parts, _shortage(formula, total), reason)
            for formula in FORMULAS
        ),
        counts=_named(total),
        policy=POLICY,
    )


def _age(tally: Tally, parts: tuple[Counts, ...], reason: str) -> Score:
    return _score("reading_age", reading_age, tally, parts, _caution(tally.total), reason)


def reading_age(counts: Counts) -> float:
    """Median of Flesch-Kincaid, SMOG, Gunning fog, ARI and Coleman-Liau, plus 5."""
    return sorted([formula(counts) for formula in HEADLINE])[len(HEADLINE) // 2] + YEARS


def explained_names(document: Document) -> tuple[Span, ...]:
    """Return every place of each condition or medicine that the text explains somewhere."""
    names = [name.span for name in protected_names(document.text)]
    explained = {
        document.slice(span).lower() for span in names if _is_explained(document.text, span)
    }
    return tuple(span for span in names if document.slice(span).lower() in explained)


def _has_prose(document: Document) -> bool:
    return any(block.kind in COUNTED for block in document.blocks)


_EXPLAINS_AFTER = re.compile(
    r"[\"'”’)]*(?:\s*\(|,? (?:is|are|which is|which are|means|is when|or) (?:an? |the |when )?[a-z]"
    r"|,? (?:also )?called |: )"
)
_EXPLAINS_BEFORE = re.compile(r"(?:called|known as|\()\s*[\"'“‘(]*$")


def _is_explained(text: str, span: Span) -> bool:
    after = _EXPLAINS_AFTER.match(text, span.end)
    return bool(after or _EXPLAINS_BEFORE.search(text[max(0, span.start - 20) : span.start]))


def _score(
    key: str,
    compute: Callable[[Counts], float],
    tally: Tally,
    parts: Iterable[Counts],
    note: str,
    reason: str,
) -> Score:
    if not tally.rows:
        return Score(key, None, note=reason)
    value = compute(tally.total)
    age = reading_age(tally.total)
    away = spread(key, list(map(compute, parts)), len(tally.rows), age)
    low, high = value - away, value + away
    if key == "reading_age":
        low = max(low, min(value, SCHOOL_AGE))
    return Score(key, round(value, 2), round(low, 2), round(high, 2), note)


def _shortage(formula: Formula, counts: Counts) -> str:
    if counts.sentences < formula.sentences:
        return f"made for {formula.sentences} sentences or more"
    return f"made for {formula.words} words or more" if counts.words < formula.words else ""


def _caution(counts: Counts) -> str:
    """Say how short the text is for a reading age, if it is."""
    if counts.words < ENOUGH_WORDS:
        return f"A rough idea only: words counted: {counts.words}, and 100 or more are better."
    if counts.sentences < ENOUGH_SENTENCES:
        return f"A rough figure: sentences counted: {counts.sentences}, and 30 or more are better."
    return ""


def _named(counts: Counts) -> dict[str, int]:
    return {
        "sentences": counts.sentences,
        "words": counts.words,
        "letters": counts.letters,
        "characters": counts.characters,
        "syllables": counts.syllables,
        "monosyllables": counts.monosyllables,
        "polysyllables": counts.polysyllables,
        "complex_words": counts.complex_words,
        "long_words": counts.long_words,
        "mini_words": counts.mini_words,
        "unfamiliar": counts.unfamiliar,
    }
