"""What the styles of an OpenDocument text say about a paragraph, a span or a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from literacy.ooxml.model import Look
from literacy.ooxml.names import Element, child, name_of, number, value

_STYLES = frozenset({"style:style", "style:default-style"})
_BOLD = frozenset({"bold", "600", "700", "800", "900"})


@dataclass(frozen=True, slots=True)
class OdtStyle:
    """One style, with nothing inherited."""

    name: str
    parent: str = ""
    outline: int = 0
    look: dict[str, Any] = field(default_factory=dict)


class OdtStyles:
    """The styles of one file: those of its text first, then the shared ones."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[tuple[str, str], OdtStyle] = {}
        self._lists: dict[tuple[str, int], bool] = {}
        self._sections: set[str] = set()
        self._looks: dict[tuple[Look, str, str], Look] = {}
        for one in _all_styles(roots):
            self._take(one)

    def _take(self, one: Element) -> None:
        name = value(one, "style:name")
        if name_of(one) == "text:list-style":
            for level in one:
                ordered = name_of(level) == "text:list-level-style-number"
                ordered = ordered and bool(value(level, "style:num-format"))
                self._lists.setdefault((name, number(level, "text:level")), ordered)
            return
        if value(child(one, "style:section-properties"), "text:display") == "none":
            self._sections.add(name)
        self._styles.setdefault((value(one, "style:family"), name), _style(one))

    def chain(self, family: str, name: str) -> Iterator[OdtStyle]:
        """Yield the style and those it is based on, nearest first."""
        seen: set[str] = set()
        while (style := self._styles.get((family, name))) and name not in seen:
            seen.add(name)
            yield style
            name = style.parent

    def paragraph_look(self, name: str) -> Look:
        return self._look(self._look(Look(), "paragraph", ""), "paragraph", name)

    def span_look(self, base: Look, name: str) -> Look:
        return self._look(base, "text", name)

    def heading_level(self, name: str) -> int:
        """Return 1 to 6 for a paragraph whose style is a heading's, or 0."""
        for style in self.chain("paragraph", name):
            if style.name.lower() in {"title", "subtitle"}:
                return 1 if style.name.lower() == "title" else 2
            if style.outline:
                return min(style.outline, 6)
        return 0

    def is_caption(self, name: str) -> bool:
        names = {style.name for style in self.chain("paragraph", name)}
        return not names.isdisjoint({"Caption", "Illustration", "Table", "Drawing", "Figure"})

    def is_ordered(self, list_style: str, level: int) -> bool:
        return self._lists.get((list_style, level), False)

    def is_hidden_section(self, name: str) -> bool:
        return name in self._sections

    def _look(self, base: Look, family: str, name: str) -> Look:
        key = base, family, name
        if key not in self._looks:
            changes: dict[str, Any] = {}
            for style in reversed(tuple(self.chain(family, name))):
                changes |= style.look
            self._looks[key] = replace(base, **changes)
        return self._looks[key]


def _all_styles(roots: tuple[Element | None, ...]) -> Iterator[Element]:
    for root in roots:
        for group in () if root is None else root:
            if name_of(group) in {"office:automatic-styles", "office:styles"}:
                yield from (one for one in group if name_of(one) in {*_STYLES, "text:list-style"})


def _style(one: Element) -> OdtStyle:
    return OdtStyle(
        name=value(one, "style:display-name") or value(one, "style:name"),
        parent=value(one, "style:parent-style-name"),
        outline=number(one, "style:default-outline-level"),
        look=_changes(child(one, "style:text-properties")),
    )


def _changes(properties: Element | None) -> dict[str, Any]:
    """Return the fields of ``Look`` that the properties set."""
    found: dict[str, Any] = {}
    if weight := value(properties, "fo:font-weight"):
        found["bold"] = weight in _BOLD
    if slant := value(properties, "fo:font-style"):
        found["italic"] = slant != "normal"
    if line := value(properties, "style:text-underline-style"):
        found["underline"] = line != "none"
    if display := value(properties, "text:display"):
        found["hidden"] = display == "none"
    if position := value(properties, "style:text-position"):
        found["raised"] = position.startswith("super")
    if language := value(properties, "fo:language"):
        country = value(properties, "fo:country")
        found["language"] = f"{language}-{country}" if country not in {"", "none"} else language
    return found
