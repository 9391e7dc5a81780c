"""What pdfplumber gives, as our records: the one door to it.

A page is read, turned so that most of its text is upright, and closed again at once. Characters are
taken from the layout below pdfplumber's dictionaries, since making a dictionary of each costs more
than reading it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import atan2, isfinite, pi
from typing import Any

from pdfminer.layout import LTChar, LTContainer, LTImage, LTItem
from pdfminer.pdftypes import resolve1
from pdfplumber.page import Page

from literacy.readers.pdf_glyphs import boxes
from literacy.readers.pdf_records import Box, Glyph, PageBoxes, Tag
from literacy.readers.pdf_tables import tables
from literacy.readers.pdf_tagged import adopted, is_tagged, tagged_boxes, without_artifacts
from literacy.readers.pdf_tags import Tags
from literacy.readers.pdf_turn import Turn, turned

_BOLD = re.compile(r"bold|black|heavy|demi", re.I)
_ITALIC = re.compile(r"italic|oblique", re.I)
_SMALLEST_PICTURE = 36.0  # points, half an inch
_WHOLE_PAGE = 0.85
_MOST_LINKS = 2000
_MOST_LINES = 4000  # of drawing, above which nobody ruled a table by hand


def read_page(page: Page, number: int, tags: Tags, notes: Counter[str]) -> PageBoxes:
    """Return what stands on ``page``. Counts in ``notes`` what was left out."""
    items = tuple(_items(page))
    chars = [item for item in items if isinstance(item, LTChar)]
    images = [item for item in items if isinstance(item, LTImage)]
    drawn = [item for item in items if not isinstance(item, LTChar | LTImage)]
    notes["pictures"] += len(images)
    turn = _turn(page, chars)
    glyphs = list(_glyphs(page, chars, turn, tags, notes))
    tagged = is_tagged(glyphs)
    if tagged:
        glyphs = adopted(without_artifacts(glyphs, turn.height, notes))
    has_cells = tagged and any(glyph.tag and glyph.tag.cell for glyph in glyphs)
    ruled: tuple[Box, ...] = ()
    # The table finder compares every line with every other; pictures drawn in lines choke it.
    if turn.quarter == 0 and not has_cells and len(drawn) < _MOST_LINES:
        ruled = tables(page, drawn, glyphs)
    loose = [glyph for glyph in glyphs if not any(_is_in(glyph, box) for box in ruled)]
    pictures = tuple(_pictures(page, images, tags)) if turn.quarter == 0 else ()
    untagged = [glyph for glyph in loose if not (tagged and glyph.tag)]
    everything = (*boxes(untagged), *ruled, *pictures)
    groups = tagged_boxes(loose) if tagged else ()
    return PageBoxes(number, turn.width, turn.height, everything, groups)


def _items(page: Page) -> Iterator[LTItem]:
    """Yield what is drawn on a page, in the order of drawing."""
    waiting: list[LTItem] = [page.layout]
    while waiting:
        item = waiting.pop()
        if isinstance(item, LTContainer):
            waiting.extend(reversed(item._objs))
        else:
            yield item


def _turn(page: Page, chars: Sequence[LTChar]) -> Turn:
    """Tell which way up most of the text is."""
    quarters = Counter(_quarter(char) for char in chars if char.get_text().strip())
    most = quarters.most_common(1)[0][0] if quarters else 0
    return Turn(
        most or 0, float(page.width), float(page.height), float(page.bbox[0]), float(page.bbox[1])
    )


def _quarter(char: LTChar) -> int | None:
    """Return how many quarter turns a character stands at, None if it leans between them."""
    a, b = char.matrix[:2]
    if b == 0 and a > 0:
        return 0
    if not (isfinite(a) and isfinite(b)):
        return None
    quarters = atan2(b, a) / (pi / 2)
    return round(quarters) % 4 if abs(quarters - round(quarters)) < 0.1 else None


def _glyphs(
    page: Page, chars: Sequence[LTChar], turn: Turn, tags: Tags, notes: Counter[str]
) -> Iterator[Glyph]:
    links = _links(page, notes)
    fonts: dict[str, tuple[bool, bool]] = {}
    for char in chars:
        text = char.get_text()
        if _quarter(char) != turn.quarter:
            notes["turned"] += bool(text.strip())
            continue
        if text.startswith("(cid:") or any("\ue000" <= letter <= "\uefff" for letter in text):
            notes["unreadable"] += 1
            continue
        font = str(char.fontname)
        if font not in fonts:
            fonts[font] = bool(_BOLD.search(font)), bool(_ITALIC.search(font))
        glyph = _glyph(page, char, text, turn, fonts[font], links, _tag(page, char, tags))
        if glyph:
            notes["read"] += bool(text.strip())
            yield glyph


def _glyph(
    page: Page,
    char: LTChar,
    text: str,
    turn: Turn,
    look: tuple[bool, bool],
    links: list[dict[str, Any]],
    tag: Tag | None,
) -> Glyph | None:
    edges = _edges(page, char)
    size = float(char.size)
    if not isfinite(sum(edges) + size) or not text:
        return None
    x0, x1, top, bottom = turned(turn, *edges)
    link = _link(edges, links) if links else ""
    is_artifact = getattr(char, "tag", None) == "Artifact"
    return Glyph(text, x0, x1, top, bottom, abs(size) or 1.0, *look, link, tag, is_artifact)


def _edges(page: Page, item: LTChar | LTImage) -> tuple[float, float, float, float]:
    """Return left, right, top and bottom, counted from the corner that pdfplumber counts from."""
    left, low = float(page.mediabox[0]), float(page.height) + float(page.mediabox[1])
    return item.x0 + left, item.x1 + left, low - item.y1, low - item.y0


def _links(page: Page, notes: Counter[str]) -> list[dict[str, Any]]:
    """Return the addresses on a page and where they stand, from its own list.

    Not ``page.hyperlinks``: that follows every reference of every annotation, which on real files
    leads round in circles.
    """
    listed = resolve1(page.page_obj.annots)
    found = [resolve1(each) for each in listed[:_MOST_LINKS]] if isinstance(listed, list) else []
    notes["overlaid"] += sum(map(_has_words, found))
    if page.rotation:
        return []
    return [link for each in found if (link := _annotation(page, each))]


def _has_words(annotation: object) -> bool:
    """Say whether an annotation prints words of its own over the page."""
    if not isinstance(annotation, dict):
        return False
    kind = getattr(resolve1(annotation.get("Subtype")), "name", "")
    words = annotation.get({"FreeText": "Contents", "Widget": "V"}.get(kind, ""))
    return isinstance(words := resolve1(words), bytes) and bool(words.strip(b"\xfe\xff\x00 "))


def _annotation(page: Page, annotation: object) -> dict[str, Any] | None:
    if not isinstance(annotation, dict):
        return None
    action = resolve1(annotation.get("A"))
    uri = resolve1(action.get("URI")) if isinstance(action, dict) else None
    edges = resolve1(annotation.get("Rect"))
    if not isinstance(uri, bytes) or not isinstance(edges, list) or len(edges) != 4:
        return None
    if not all(isinstance(edge, int | float) for edge in edges):
        return None
    x0, y0, x1, y1 = edges
    top = float(page.mediabox[3])
    uri = uri.decode("utf-8", "replace")
    return {"uri": uri, "x0": x0, "x1": x1, "top": top - y1, "bottom": top - y0}


def _link(edges: tuple[float, ...], links: list[dict[str, Any]]) -> str:
    x, y = (edges[0] + edges[1]) / 2, (edges[2] + edges[3]) / 2
    for link in links:
        if link["x0"] <= x <= link["x1"] and link["top"] <= y <= link["bottom"]:
            return str(link["uri"])
    return ""


def _is_in(glyph: Glyph, box: Box) -> bool:
    x = (glyph.x0 + glyph.x1) / 2
    return box.x0 <= x <= box.x1 and box.top <= glyph.middle <= box.bottom


def _pictures(page: Page, images: Sequence[LTImage], tags: Tags) -> Iterator[Box]:
    """Yield the pictures that a person would notice, not the lines, dots and backgrounds."""
    area = float(page.width) * float(page.height)
    seen: set[tuple[int, ...]] = set()
    for image in images:
        x0, x1, top, bottom = _edges(page, image)
        place = (round(x0), round(x1), round(top), round(bottom)) if isfinite(x0 + x1 + top) else ()
        small = min(x1 - x0, bottom - top) < _SMALLEST_PICTURE
        if not place or small or place in seen or (x1 - x0) * (bottom - top) > area * _WHOLE_PAGE:
            continue
        seen.add(place)
        tag = _tag(page, image, tags)
        yield Box(x0, x1, top, bottom, is_image=True, alt=tag.alt if tag else "")


def _tag(page: Page, item: LTItem, tags: Tags) -> Tag | None:
    mark = getattr(item, "mcid", None)
    place = page.page_obj.pageid
    return tags.get((place, mark)) if isinstance(mark, int) and isinstance(place, int) else None
