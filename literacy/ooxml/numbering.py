"""Lists: whether a paragraph is an item, how deep it stands, and whether it carries a number."""

from __future__ import annotations

from dataclasses import dataclass

from literacy.ooxml.names import Element, child, children, number, value
from literacy.ooxml.styles import Style, Styles

_NO_LIST = "0"  # the list id that takes a paragraph out of its style's list
MAX_DEPTH = 9


@dataclass(frozen=True, slots=True)
class ListItem:
    level: int
    ordered: bool


class Numbering:
    """The lists of one file. An empty set serves where the part is missing."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = {value(one, "w:numId"): one for one in children(root, "w:num")}
        self._models = {
            value(one, "w:abstractNumId"): one for one in children(root, "w:abstractNum")
        }

    def item(self, paragraph: Element) -> ListItem | None:
        """Return how the paragraph stands in its list, or None when it is in none."""
        own = child(paragraph, "w:pPr", "w:numPr")
        chain = self._styles.of_paragraph(paragraph)
        list_id = value(child(own, "w:numId")) or next((s.list_id for s in chain if s.list_id), "")
        if not list_id:
            return _by_name(chain)
        depth = child(own, "w:ilvl")
        level = number(depth) if depth is not None else _style_level(chain)
        level = min(level, MAX_DEPTH - 1)
        form = "" if list_id == _NO_LIST else self._form(list_id, level)
        return ListItem(level + 1, form != "bullet") if form not in {"", "none"} else None

    def _form(self, list_id: str, level: int) -> str:
        """Return the number format ("bullet", "decimal"); a list never defined has bullets."""
        one = self._lists.get(list_id)
        for override in children(one, "w:lvlOverride"):
            replaced = child(override, "w:lvl", "w:numFmt")
            if number(override, "w:ilvl") == level and replaced is not None:
                return value(replaced)
        model = self._model(value(child(one, "w:abstractNumId")))
        for entry in children(model, "w:lvl"):
            if number(entry, "w:ilvl") == level:
                return value(child(entry, "w:numFmt")) or "decimal"
        return "bullet"

    def _model(self, model_id: str) -> Element | None:
        """Follow a model that borrows a list style, once: a longer way round is a mistake."""
        model = self._models.get(model_id)
        style = value(child(model, "w:numStyleLink"))
        if not style:
            return model
        list_id = next((one.list_id for one in self._styles.chain(style) if one.list_id), "")
        return self._models.get(value(child(self._lists.get(list_id), "w:abstractNumId")), model)


def _style_level(chain: tuple[Style, ...]) -> int:
    return next((one.list_level for one in chain if one.list_level is not None), 0)


def _by_name(chain: tuple[Style, ...]) -> ListItem | None:
    """Word's own list styles are lists even in a file that forgot to define them."""
    for style in chain:
        if style.name.startswith(("list bullet", "listbullet")):
            return ListItem(1, ordered=False)
        if style.name.startswith(("list number", "listnumber")):
            return ListItem(1, ordered=True)
    return None
