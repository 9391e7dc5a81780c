"""What the three Easy Read formats say alike: the label, the headings of ours, who drew what.

A draft without a label of its own is still called a draft, because only a reader test can change
that.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from literacy.composed import Drawing, EasyRead, Picture, Row, RowKind, Section
from literacy.errors import ExportError

KIND = "Easy Read"
DRAFT = "Easy Read draft"
CONTENTS = "What is in this leaflet"
HARD_WORDS = "What the words mean"
CREDITS = "Who made the pictures"
BOLD_WORDS = "Hard words are in bold. We explain them at the end."
_MOST_WITHOUT_CONTENTS = 4


def draft_label(easy_read: EasyRead) -> str:
    return " ".join(easy_read.draft_label.split()) or DRAFT


def title(easy_read: EasyRead) -> str:
    return " ".join(easy_read.title.split()) or easy_read.name or DRAFT


def contents(easy_read: EasyRead) -> tuple[tuple[int, str], ...]:
    """Return the number and heading of each main section, or nothing where the leaflet is short."""
    headed = [(i, part) for i, part in enumerate(easy_read.sections) if part.heading.strip()]
    if len(headed) <= _MOST_WITHOUT_CONTENTS:
        return ()
    return tuple((i, " ".join(part.heading.split())) for i, part in headed if part.level <= 2)


def heading_levels(sections: tuple[Section, ...]) -> Iterator[int]:
    """Yield a level, 2 or 3, for each section; a 3 never comes before the first 2."""
    seen = 1
    for section in sections:
        level = min(max(section.level, 2), 3, seen + 1)
        if section.heading.strip():
            seen = level
        yield level


def picture_credits(easy_read: EasyRead) -> tuple[str, ...]:
    """Return each credit once: of the pictures shown, then of the leaflet."""
    used = {row.picture.drawing for part in easy_read.sections for row in part.rows if row.picture}
    drawn = [drawing.credit for drawing in easy_read.drawings if drawing.id in used]
    return tuple(dict.fromkeys(credit for credit in (*drawn, *easy_read.credits) if credit.strip()))


def drawing_of(picture: Picture, drawings: dict[str, Drawing]) -> Drawing:
    """Return the drawing that a picture names.

    Raises:
        ExportError: the leaflet does not hold it.
    """
    if picture.drawing not in drawings:
        raise ExportError(
            f'The picture "{picture.drawing}" is not in this leaflet. Choose another.'
        )
    return drawings[picture.drawing]


def row_groups(rows: tuple[Row, ...]) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """Yield runs of rows that belong in one list ("ol" or "ul") or in none ("")."""
    for kind, group in groupby(rows, key=list_kind):
        yield kind, tuple(group)


def list_kind(row: Row) -> str:
    if row.kind is RowKind.EXPLANATION:
        return ""
    if row.number:
        return "ol"
    return "ul" if row.kind is RowKind.POINT else ""


def sign(row: Row) -> str:
    """Return what stands before the words of a list row: its number, or a round bullet."""
    kind = list_kind(row)
    return {"ol": f"{row.number}.", "ul": "\u2022", "": ""}[kind]
