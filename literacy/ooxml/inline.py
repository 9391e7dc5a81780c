"""The inside of a paragraph: its pieces of text in order, and the boxes and pictures hung on it.

What a reader of the finished page sees is what is read: insertions and moved-in text are;
deletions, moved-out text and hidden text are not; of a field only its result is, and of two
renderings of one drawing only the first. Elements that are not known are looked into, not dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from literacy.ooxml.formula import formula_text
from literacy.ooxml.model import Look, Piece, Tally
from literacy.ooxml.names import Element, child, children, name_of, value
from literacy.ooxml.package import Package
from literacy.ooxml.styles import Styles
from literacy.ooxml.symbols import power, symbol, visible

_ADDRESS = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+)?"?([^"\s]+)')
_SKIPPED = frozenset({
    "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:rt", "w:delText", "w:delInstrText",
    "mc:Fallback", "w:smartTagPr", "w:customXmlPr", "conflictDel", "w:subDoc",
})  # fmt: skip
_BREAKS = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Box:
    """A text box: the element that holds its paragraphs, and a second copy for old programs."""

    content: Element
    echo: Element | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture, by the relationship that leads to its bytes."""

    relation: str
    alt: str
    properties: Element | None


Event = Piece | Box | Drawn


@dataclass(frozen=True, slots=True)
class _State:
    """What an element inherits from those around it."""

    base: Look
    look: Look
    target: str = ""
    alt: str = ""
    properties: Element | None = None
    is_filled_in: bool = False


@dataclass(slots=True)
class Inline:
    """Walks one paragraph. Fields open and close among the runs, so it must remember them."""

    package: Package
    part: str
    styles: Styles
    tally: Tally
    # What each open field leads to; None: still in its instruction, empty: it is no link.
    _fields: list[str | None] = field(default_factory=list)
    _instruction: str = ""
    _left_out: str = ""  # the kind of what was last left out, so that one passage counts once

    def events(self, paragraph: Element) -> Iterator[Event]:
        look = self.styles.paragraph_look(paragraph)
        yield from self._inside(paragraph, _State(look, look))

    def _inside(self, element: Element, state: _State) -> Iterator[Event]:
        for one in element:
            name = name_of(one)
            if name in _SKIPPED or not name:
                continue
            if step := _STEPS.get(name):
                yield from step(self, one, state)
            elif name in _BREAKS:
                yield from self._pieces(one, ((0, _BREAKS[name]),), state)
            else:
                yield from self._inside(one, state)

    def _pieces(
        self,
        element: Element,
        found: Iterable[tuple[int, str]],
        state: _State,
    ) -> Iterator[Piece]:
        if self._fields and self._fields[-1] is None:
            return
        link = state.target or next((one for one in reversed(self._fields) if one), "")
        is_filled_in = state.is_filled_in or "" in self._fields
        for at, text in found:
            if state.look.hidden:
                self._leave_out("hidden", text)
                return
            self._left_out = ""
            self.tally.languages[state.look.language] += len(text)
            yield Piece(text, element, at, state.look, link, is_filled_in)

    def _leave_out(self, kind: str, text: str) -> None:
        if text.strip() and self._left_out != kind:
            self._left_out = kind
            setattr(self.tally, kind, getattr(self.tally, kind) + 1)

    def _run(self, run: Element, state: _State) -> Iterator[Event]:
        look = self.styles.run_look(state.base, run)
        yield from self._inside(run, replace(state, look=look))

    def _text(self, element: Element, state: _State) -> Iterator[Event]:
        text = element.text or ""
        text = power(text) if state.look.raised else text
        yield from self._pieces(element, visible(text, state.look.font), state)

    def _symbol(self, element: Element, state: _State) -> Iterator[Event]:
        code = value(element, "w:char")
        if re.fullmatch(r"[0-9A-Fa-f]{1,4}", code):
            text = symbol(int(code, 16), value(element, "w:font"))
            yield from self._pieces(element, ((0, text),) if text else (), state)

    def _formula(self, element: Element, state: _State) -> Iterator[Event]:
        text = formula_text(element)
        yield from self._pieces(element, ((0, text),) if text else (), state)

    def _deletion(self, element: Element, state: _State) -> Iterator[Event]:
        kind = "moved" if name_of(element) == "w:moveFrom" else "deleted"
        words = (one.text or "" for one in element.iter() if name_of(one) in {"w:delText", "w:t"})
        self._leave_out(kind, "".join(words))
        return iter(())

    def _link(self, element: Element, state: _State) -> Iterator[Event]:
        relation = self.package.relations(self.part).get(value(element, "r:id"))
        anchor = value(element, "w:anchor")
        target = relation.target if relation else f"#{anchor}" if anchor else ""
        yield from self._inside(element, replace(state, target=target))

    def _simple_field(self, element: Element, state: _State) -> Iterator[Event]:
        found = _ADDRESS.match(value(element, "w:instr"))
        if found:
            yield from self._inside(element, replace(state, target=found[1]))
        else:
            yield from self._inside(element, replace(state, is_filled_in=True))

    def _field(self, element: Element, state: _State) -> Iterator[Event]:
        match value(element, "w:fldCharType"):
            case "begin":
                self._fields.append(None)
                self._instruction = ""
            case "separate" if self._fields:
                found = _ADDRESS.match(self._instruction)
                self._fields[-1] = found[1] if found else ""
            case "end" if self._fields:
                self._fields.pop()
        return iter(())

    def _code(self, element: Element, state: _State) -> Iterator[Event]:
        self._instruction += element.text or ""
        return iter(())

    def _note(self, element: Element, state: _State) -> Iterator[Event]:
        kind = name_of(element).removeprefix("w:").removesuffix("Reference")
        if not state.look.hidden:
            self.tally.notes.setdefault((kind, value(element, "w:id")), "")
        return iter(())

    def _alternative(self, element: Element, state: _State) -> Iterator[Event]:
        """Read the first rendering that has something in it, and remember its second copy."""
        fallback = child(element, "mc:Fallback")
        chosen = child(element, "mc:Choice")
        found = () if chosen is None else tuple(self._inside(chosen, state))
        if not found and fallback is not None:
            found, fallback = tuple(self._inside(fallback, state)), None
        echoes = iter(() if fallback is None else tuple(_outer_boxes(fallback)))
        for event in found:
            yield replace(event, echo=next(echoes, None)) if isinstance(event, Box) else event

    def _box(self, element: Element, state: _State) -> Iterator[Event]:
        if not state.look.hidden:
            yield Box(element)

    def _frame(self, element: Element, state: _State) -> Iterator[Event]:
        """A drawing: its description stands beside it (new) or on the shape around it (old)."""
        properties = next(children(element, "wp:docPr"), None)
        if properties is None:
            properties = child(element, "pic:nvPicPr", "pic:cNvPr")
        alt = value(properties, "descr") or value(properties, "title") or value(element, "alt")
        if alt:
            state = replace(state, alt=" ".join(alt.split()), properties=properties)
        yield from self._inside(element, state)

    def _picture(self, element: Element, state: _State) -> Iterator[Event]:
        relation = value(element, "r:embed") or value(element, "r:id") or value(element, "r:link")
        alt = state.alt or " ".join(value(element, "o:title").split())
        # Word writes an empty one for a picture that is gone; its description is still to be read.
        is_picture = any("/relationships}" in name for name in element.attrib)
        if is_picture and not state.look.hidden:
            yield Drawn(relation, alt, state.properties)

    def _word_art(self, element: Element, state: _State) -> Iterator[Event]:
        yield from self._pieces(element, visible(value(element, "string")), state)

    def _diagram(self, element: Element, state: _State) -> Iterator[Event]:
        self.tally.diagrams += 1
        return iter(())


def _outer_boxes(element: Element) -> Iterator[Element]:
    for one in element:
        if name_of(one) == "w:txbxContent":
            yield one
        else:
            yield from _outer_boxes(one)


_STEPS: dict[str, Callable[[Inline, Element, _State], Iterator[Event]]] = {
    "w:r": Inline._run,
    "w:t": Inline._text,
    "w:sym": Inline._symbol,
    "w:del": Inline._deletion,
    "w:moveFrom": Inline._deletion,
    "w:hyperlink": Inline._link,
    "w:fldSimple": Inline._simple_field,
    "w:fldChar": Inline._field,
    "w:instrText": Inline._code,
    "w:footnoteReference": Inline._note,
    "w:endnoteReference": Inline._note,
    "m:oMath": Inline._formula,
    "mc:AlternateContent": Inline._alternative,
    "w:txbxContent": Inline._box,
    "wp:inline": Inline._frame,
    "wp:anchor": Inline._frame,
    "pic:pic": Inline._frame,
    "v:shape": Inline._frame,
    "v:rect": Inline._frame,
    "a:blip": Inline._picture,
    "v:imagedata": Inline._picture,
    "v:textpath": Inline._word_art,
    "dgm:relIds": Inline._diagram,
}
