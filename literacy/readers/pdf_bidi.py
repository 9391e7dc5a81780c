"""Right-to-left writing: from the order in which it stands on the page to the order of reading.

A page shows a line from left to right, whatever its language. In Arabic and Hebrew that is the
wrong way round, but for figures and foreign words, which run to the right even there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from literacy.readers.pdf_records import Glyph

_LEFTWARD = frozenset({"R", "AL"})
_RIGHTWARD = frozenset({"L", "EN", "AN"})


def in_reading_order(row: Sequence[Glyph]) -> list[Glyph]:
    """Return the glyphs of a line, given from left to right, as they are read."""
    own = [_way(glyph.text) for glyph in row]
    if "R" not in own:
        return list(row)
    base = "R" if runs_left("".join(glyph.text for glyph in row)) else "L"
    runs: list[list[Glyph]] = []
    for way, run in groupby(zip(_ways(own, base), row, strict=True), key=lambda one: one[0]):
        glyphs = [glyph for _, glyph in run]
        runs.append(glyphs[::-1] if way == "R" else glyphs)
    return [glyph for run in (reversed(runs) if base == "R" else runs) for glyph in run]


def runs_left(text: str) -> bool:
    """Say whether most letters of ``text`` are of a script that runs to the left."""
    ways = [unicodedata.bidirectional(letter) for letter in text]
    leftward = sum(way in _LEFTWARD for way in ways)
    return leftward > 0 and leftward >= ways.count("L")


def letters(text: str) -> str:
    """Return the letters that a shape of Arabic or Hebrew type stands for."""
    if any("\ufb1d" <= letter <= "\ufefc" for letter in text):
        return unicodedata.normalize("NFKC", text)
    return text


def _way(text: str) -> str:
    """Return R or L for a glyph that has a direction of its own, empty for one that has none."""
    kinds = {unicodedata.bidirectional(letter) for letter in text}
    if kinds & _LEFTWARD:
        return "R"
    return "L" if kinds & _RIGHTWARD else ""


def _ways(own: Sequence[str], base: str) -> Iterator[str]:
    """Yield a direction for each glyph; a space goes with its neighbours if they agree."""
    after = [base]
    for way in reversed(own):
        after.append(way or after[-1])
    before = base
    for way, following in zip(own, reversed(after[:-1]), strict=True):
        before = way or before
        yield way or (before if before == following else base)
