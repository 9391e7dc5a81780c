"""Styles: how a paragraph or a run looks once everything it inherits is added up.

The nearest word wins: the run itself, then its character style, then the paragraph's style, then
the defaults of the file. Styles are known by their built-in names ("heading 1"), which Word keeps
in English in every language, and then by their outline level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from literacy.ooxml.model import Look
from literacy.ooxml.names import Element, child, children, is_on, name_of, number, value

_HEADING = re.compile(r"heading ?([1-9])\b")
_BODY = 9  # the outline level of ordinary text
_SWITCHES = {"w:b": "bold", "w:i": "italic", "w:vanish": "hidden"}


@dataclass(frozen=True, slots=True)
class Style:
    """One style, with nothing inherited."""

    name: str
    parent: str = ""
    outline: int = _BODY
    list_id: str = ""
    list_level: int | None = None
    has_header_row: bool = False
    look: dict[str, Any] = field(default_factory=dict)


class Styles:
    """The styles of one file. An empty set serves where the part is missing."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {value(one, "w:styleId"): _style(one) for one in children(root, "w:style")}
        defaults = child(root, "w:docDefaults", "w:rPrDefault", "w:rPr")
        self._default_look = replace(Look(), **changes(defaults))
        self._default = next(_default_paragraphs(root), "")
        self._looks: dict[str, Look] = {}
        self._chains: dict[str, tuple[Style, ...]] = {}

    def chain(self, style_id: str) -> tuple[Style, ...]:
        """Return the style and those it is based on, nearest first."""
        if style_id not in self._chains:
            self._chains[style_id] = tuple(self._ancestors(style_id))
        return self._chains[style_id]

    def of_paragraph(self, paragraph: Element) -> tuple[Style, ...]:
        return self.chain(self._style_id(paragraph))

    def paragraph_look(self, paragraph: Element) -> Look:
        style_id = self._style_id(paragraph)
        if style_id not in self._looks:
            self._looks[style_id] = replace(self._default_look, **self._inherited(style_id))
        return self._looks[style_id]

    def run_look(self, base: Look, run: Element) -> Look:
        """Return how a run looks in a paragraph that looks like ``base``."""
        properties = child(run, "w:rPr")
        if properties is None:
            return base
        named = self._inherited(value(child(properties, "w:rStyle")))
        return replace(base, **(named | changes(properties)))

    def heading_level(self, paragraph: Element) -> int:
        """Return 1 to 6, or 0 when the paragraph is not a heading."""
        own = child(paragraph, "w:pPr", "w:outlineLvl")
        if own is not None:
            outline = number(own, default=_BODY)
            return min(outline + 1, 6) if outline < _BODY else 0
        return next(
            (level for style in self.of_paragraph(paragraph) if (level := _level(style))), 0
        )

    def is_caption(self, paragraph: Element) -> bool:
        return any(style.name == "caption" for style in self.of_paragraph(paragraph))

    def has_header_row(self, table: Element) -> bool:
        """Say whether the table's style sets its first row apart, and the table lets it."""
        look = child(table, "w:tblPr", "w:tblLook")
        wanted = value(look, "w:firstRow").lower() in {"1", "true", "on"} or _has_bit(value(look))
        style_id = value(child(table, "w:tblPr", "w:tblStyle"))
        return wanted and any(style.has_header_row for style in self.chain(style_id))

    def _style_id(self, paragraph: Element) -> str:
        named = value(child(paragraph, "w:pPr", "w:pStyle"))
        return named or self._default

    def _ancestors(self, style_id: str) -> Iterator[Style]:
        if style_id and style_id not in self._styles:
            yield Style(name=style_id.lower())  # no styles part: the id is all there is
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = self._styles[style_id].parent

    def _inherited(self, style_id: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for style in reversed(self.chain(style_id)):
            found |= style.look
        return found


def changes(properties: Element | None) -> dict[str, Any]:
    """Return what ``w:rPr`` says about the look, as the fields of ``Look`` that it sets."""
    found: dict[str, Any] = {}
    for one in () if properties is None else properties:
        found |= _change(one)
    return found


def _change(one: Element) -> dict[str, Any]:
    match name := name_of(one):
        case "w:b" | "w:i" | "w:vanish":
            return {_SWITCHES[name]: is_on(one)}
        case "w:u":
            return {"underline": value(one) not in {"", "none"}}
        case "w:vertAlign":
            return {"raised": value(one) == "superscript"}
        case "w:rFonts":
            return {"font": font} if (font := value(one, "w:ascii")) else {}
        case "w:lang":
            return {"language": language} if (language := value(one)) else {}
    return {}


def _style(one: Element) -> Style:
    outline = child(one, "w:pPr", "w:outlineLvl")
    numbering = child(one, "w:pPr", "w:numPr")
    level = child(numbering, "w:ilvl")
    conditional = (value(part, "w:type") for part in children(one, "w:tblStylePr"))
    return Style(
        name=value(child(one, "w:name")).lower(),
        parent=value(child(one, "w:basedOn")),
        outline=_BODY if outline is None else number(outline, default=_BODY),
        list_id=value(child(numbering, "w:numId")),
        list_level=None if level is None else number(level),
        has_header_row="firstRow" in conditional,
        look=changes(child(one, "w:rPr")),
    )


def _level(style: Style) -> int:
    if found := _HEADING.match(style.name):
        return min(int(found[1]), 6)
    if style.name in {"title", "subtitle"}:
        return 1 if style.name == "title" else 2
    return min(style.outline + 1, 6) if style.outline < _BODY else 0


def _default_paragraphs(root: Element | None) -> Iterator[str]:
    for one in children(root, "w:style"):
        if value(one, "w:type") == "paragraph" and value(one, "w:default") in {"1", "true", "on"}:
            yield value(one, "w:styleId")


def _has_bit(look: str) -> bool:
    """Old files say it in one hexadecimal number, whose bit 0x20 is the first row."""
    return re.fullmatch(r"[0-9A-Fa-f]{1,8}", look) is not None and bool(int(look, 16) & 0x20)
