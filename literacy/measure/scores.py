"""Scores of a document: each with its range, and a note when the text is too short for it.

The headline is a UK reading age: the median of five grade formulas, plus five years. It is given
once more with the names of conditions and medicines set aside when the text explains them, because
a writer cannot avoid those words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
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
from literacy.measure.ranges import left_out, spread, stray
from literacy.words.language import language
from literacy.words.protected import protected_names

Compute = Callable[[Counts], float]

HEADLINE: tuple[Compute, ...] = (
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
FOREIGN_SHARE = 0.7  # of unfamiliar words, from which a text may be in another language

NO_TEXT = "There are no sentences to measure."
FOREIGN = "The text does not seem to be English, which the formulas are made for."
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
    if _is_foreign(document, tally.total):
        return _score_of(document, Tally((), tally.total), FOREIGN)
    reason = NO_TEXT if _has_prose(document) or not document.text.strip() else ONLY_PARTS
    return _score_of(document, tally, reason)


def _score_of(document: Document, tally: Tally, reason: str) -> Scores:
    names = explained_names(document) if tally.rows else ()
    answers = _answers(tally, [formula.compute for formula in FORMULAS])
    ages = _ages(answers)
    strays = stray(ages[0], tally.total.sentences) if ages else 0
    bare = set_aside(tally, document, names) if names else tally
    age = _age(tally, ages, reason)
    return Scores(
        reading_age=age,
        without_names=_age(bare, _ages(_answers(bare, HEADLINE)), reason) if names else age,
        difficulty=document_difficulty(tally),
        scores=tuple(
            _score(each.key, answers[each.compute], strays, _shortage(each, tally.total), reason)
            for each in FORMULAS
        ),
        counts=_named(tally.total),
        policy=POLICY,
    )


def reading_age(counts: Counts) -> float:
    """Median of Flesch-Kincaid, SMOG, Gunning fog, ARI and Coleman-Liau, plus 5."""
    return _age_of([formula(counts) for formula in HEADLINE])


def _age_of(grades: Iterable[float]) -> float:
    return sorted(grades)[len(HEADLINE) // 2] + YEARS


def explained_names(document: Document) -> tuple[Span, ...]:
    """Return every place of each condition or medicine that the text explains somewhere."""
    names = [name.span for name in protected_names(document.text)]
    explained = {
        document.slice(span).lower() for span in names if _is_explained(document.text, span)
    }
    return tuple(span for span in names if document.slice(span).lower() in explained)


def _is_foreign(document: Document, total: Counts) -> bool:
    """Tell whether the sentences are not English; a closer look is taken only where it may be."""
    return total.unfamiliar > FOREIGN_SHARE * total.words and language(document.text) != "en"


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


def _answers(tally: Tally, formulas: Iterable[Compute]) -> dict[Compute, list[float]]:
    """Return what each formula says of the whole, and then of the whole without each part."""
    counts = (tally.total, *left_out(tally)) if tally.rows else ()
    return {formula: [formula(each) for each in counts] for formula in formulas}


def _ages(answers: dict[Compute, list[float]]) -> list[float]:
    """Return the reading age of the whole, and then of the whole without each part."""
    return [_age_of(each) for each in zip(*(answers[key] for key in HEADLINE), strict=True)]


def _age(tally: Tally, ages: list[float], reason: str) -> Score:
    strays = stray(ages[0], tally.total.sentences) if ages else 0
    found = _score("reading_age", ages, strays, _caution(tally.total), reason)
    if found.value is None or found.low is None:
        return found
    return replace(found, low=max(found.low, min(found.value, SCHOOL_AGE)))


def _score(key: str, answers: list[float], strays: float, note: str, reason: str) -> Score:
    """Return the score that ``answers`` starts with, its range from the others."""
    if not answers:
        return Score(key, None, note=reason)
    value, *parts = answers
    away = spread(key, parts, strays)
    return Score(key, round(value, 2), round(value - away, 2), round(value + away, 2), note)


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
