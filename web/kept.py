"""How results lie on the disk: our records as JSON, written once and looked up at each view.

The pictures of the source are kept apart from the report, so that a view loads only words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from literacy import plain
from literacy.document import Document
from literacy.findings import Score

T = TypeVar("T")
NO_SCORE = Score("reading_age", None)


@dataclass(frozen=True, slots=True)
class Revised:
    """The leaflet with the accepted changes made, and its scores.

    ``left`` are changes that clashed with others, ``left_out`` those that the author's own file
    could not be given, in plain words.
    """

    document: Document
    reading_age: Score
    findings: int
    left: tuple[str, ...] = ()
    without_names: Score = NO_SCORE
    difficulty: float | None = None
    scores: tuple[Score, ...] = ()
    left_out: tuple[str, ...] = ()


def kept(path: Path, kind: type[T]) -> T:
    return plain.unpacked(kind, path.read_bytes())


def without_pictures(document: Document) -> Document:
    assets = tuple(replace(asset, data=b"") for asset in document.assets)
    return replace(document, assets=assets)
