"""Running heads, feet and page numbers: what a page says because it is a page.

A line is furniture when it stands at the edge of the page and says the same, but for figures, at
the same height on other pages too. A page number needs no company.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from literacy.readers.pdf_records import Glyph, Line

_EDGE = 0.12  # of the height of the page
_NUMBER_EDGE = 0.2  # where a number that is on other pages too is theirs
_SAME_HEIGHT = 8.0
_SENTENCE = 8  # words
_ENOUGH = 0.4  # of the pages, since left and right pages may differ
_NUMBER = re.compile(
    r"(?:page\s*)?[-–—|(\[]?\s*\d{1,3}\s*(?:(?:of|/)\s*\d{1,3})?\s*[-–—|)\]]?", re.I
)

Page = tuple[Line, ...]


def without_furniture(
    pages: Sequence[Page], heights: Sequence[float]
) -> tuple[tuple[Page, ...], int]:
    """Return the pages without their furniture, and how many lines of it there were."""
    repeated = _repeated(pages, heights)
    kept = tuple(
        _kept(page, height, {index for other, index in repeated if other == number})
        for number, (page, height) in enumerate(zip(pages, heights, strict=True))
    )
    return kept, sum(map(len, pages)) - sum(map(len, kept))


def _kept(page: Page, height: float, repeated: set[int]) -> Page:
    kept = tuple(
        line
        for index, line in enumerate(page)
        if index not in repeated
        and not (_edge(line, height) and _NUMBER.fullmatch(line.text.strip()))
    )
    # A page with nothing but "Page 2" on it is one where that is the text.
    if not any(line.text.strip() for line in kept):
        return page
    # The line that began the page may be gone; the next one begins it now.
    return (replace(kept[0], starts=True), *kept[1:])


def _repeated(pages: Sequence[Page], heights: Sequence[float]) -> set[tuple[int, int]]:
    places: dict[tuple[str, str], list[tuple[int, int, float]]] = defaultdict(list)
    for number, index, line, edge in _edges(pages, heights):
        places[edge, _shape(line.text)].append((number, index, line.top))
    found: set[tuple[int, int]] = set()
    for group in places.values():
        seen = {number for number, _, _ in group}
        level = max(top for *_, top in group) - min(top for *_, top in group) < _SAME_HEIGHT
        if level and len(seen) >= max(2, _ENOUGH * len(pages)):
            found.update((number, index) for number, index, _ in group)
    return found


def _edges(pages: Sequence[Page], heights: Sequence[float]) -> Iterator[tuple[int, int, Line, str]]:
    for number, (page, height) in enumerate(zip(pages, heights, strict=True)):
        text = {index for index, pair in enumerate(pairwise(page)) if _runs_on(*pair)}
        for index, line in enumerate(page):
            is_number = bool(_NUMBER.fullmatch(line.text.strip()))
            edge = _edge(line, height, _NUMBER_EDGE if is_number else _EDGE)
            is_content = line.tag and line.tag.kind
            if (
                edge
                and line.text.strip()
                and not is_content
                and text.isdisjoint({index - 1, index})
            ):
                yield number, index, line, edge


def _runs_on(line: Line, following: Line) -> bool:
    """Say whether a line is the middle of a sentence: a text that is there twice is still text."""
    close = 0 < following.bottom - line.bottom < 1.8 * line.size
    same = abs(following.size - line.size) < 0.5
    is_long = len(line.text.split()) >= _SENTENCE
    return close and same and is_long and following.text.lstrip()[:1].islower()


def is_at_edge(thing: Line | Glyph, height: float) -> bool:
    """Say whether something stands where running heads and feet do."""
    return bool(_edge(thing, height))


def _edge(line: Line | Glyph, height: float, edge: float = _EDGE) -> str:
    if line.bottom < height * edge:
        return "top"
    return "bottom" if line.top > height * (1 - edge) else ""


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.lower().split()))
