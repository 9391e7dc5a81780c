"""The Easy Read model: what the composer makes and the exporters write.

A section is a heading and its rows; a row is one idea with a picture beside it. Every row keeps the
span of the source text it came from, so that nothing of the source can be lost unseen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from literacy.document import Span


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture beside a row. ``refused`` shows it crossed out: "do not"."""

    drawing: str
    alt: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """The file behind a picture, kept once however often it is shown."""

    id: str
    media_type: str  # image/svg+xml, image/png or image/jpeg
    data: bytes
    credit: str = ""


class RowKind(StrEnum):
    IDEA = "idea"  # a sentence
    POINT = "point"  # an item of a list
    EXPLANATION = "explanation"  # a hard word explained where it stands


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a row that look alike. ``link`` is an address (web, e-mail, phone) or empty."""

    text: str
    bold: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One idea. ``remark`` tells the writer what still needs work; it is not for the reader."""

    runs: tuple[Run, ...]
    kind: RowKind = RowKind.IDEA
    picture: Picture | None = None
    source: Span | None = None
    remark: str = ""
    number: int = 0  # the number of a step in an ordered list, else 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it. ``level`` is 2 for a main section, 3 below it."""

    heading: str
    rows: tuple[Row, ...]
    level: int = 2


@dataclass(frozen=True, slots=True)
class HardWord:
    """A hard word and its explanation, listed at the end."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Conformance:
    """One thing the Easy Read standards ask. ``holds`` is None where only a person can tell."""

    id: str
    ask: str
    holds: bool | None
    detail: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class EasyRead:
    """An Easy Read draft. ``left_out`` names to the writer what of the source is not in it."""

    title: str
    name: str
    sections: tuple[Section, ...]
    hard_words: tuple[HardWord, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    left_out: tuple[str, ...] = ()
    conformance: tuple[Conformance, ...] = ()
    language: str = "en-GB"
    draft_label: str = ""
    credits: tuple[str, ...] = ()
