"""The scores before and after the accepted changes, as the rows of one table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from literacy.findings import Report, Score

from . import wording
from .kept import Revised


@dataclass(frozen=True, slots=True)
class Row:
    """A score with its range and what it means. ``after`` is empty where nothing was changed."""

    name: str
    before: str
    spread: str
    after: str
    meaning: str


def rows(report: Report, revised: Revised | None) -> Iterator[Row]:
    """Yield the reading ages, the difficulty and every formula."""
    after = {score.formula: score for score in revised.scores} if revised else {}
    age = revised.reading_age if revised else None
    yield _row("UK reading age", report.reading_age, age)
    without = revised.without_names if revised else None
    yield _row("Reading age without unavoidable names", report.without_names, without)
    yield Row(
        "Difficulty, 1 to 6",
        wording.number(report.difficulty),
        "",
        wording.number(revised.difficulty) if revised else "",
        wording.difficulty_meaning(report.difficulty),
    )
    for score in report.scores:
        name = wording.FORMULAS.get(score.formula, score.formula)
        yield _row(name, score, after.get(score.formula))


def _row(name: str, before: Score, after: Score | None) -> Row:
    return Row(
        name,
        wording.number(before.value),
        wording.spread(before),
        wording.number(after.value) if after else "",
        f"{wording.MEANINGS.get(before.formula, '')} {before.note}".strip(),
    )
