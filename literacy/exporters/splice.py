"""Where a change goes in the source of a text, and the bytes of the file with it put in."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from literacy.decoding import LEGACY
from literacy.document import BlockKind
from literacy.errors import ExportError
from literacy.exporters.changes import Change
from literacy.exporters.glyphs import Glyph, Source

_NO_CODE = "the code that the file is written in has no sign for it"
_NO_LINE = "it needs a new line, and there is no room for one"
_SIGNS = re.compile(r"[\\`*_\[\]<]")
_ITEM = re.compile(r"(?:[ \t]*>)*[ \t]*(?:(?:[-*+•‣▪●○◦·–—]|\(?\w{1,4}[.)])[ \t]+)?")
_EMPHASIS = re.compile(r"[*_~`]+")
_LINE_END = re.compile(r"(?:\r\n|\r|\n)[ \t>]*")
_XHTML = re.compile(r"<br\s*/>|<!doctype[^>]*xhtml|^\s*<\?xml", re.I)


class Patch(NamedTuple):
    """Characters ``start`` to ``end`` of the source become ``text``."""

    start: int
    end: int
    text: str


def codec_of(encoding: str, data: bytes) -> tuple[str, int]:
    """Return the codec for a part of the file, and how many bytes mark the code at its start."""
    if encoding == "utf-8-sig":
        return "utf-8", len(BOM_UTF8)
    if encoding in {"utf-16", "utf-32"}:
        size = 2 if encoding == "utf-16" else 4
        return f"{encoding}-{'le' if data[0] == 0xFF else 'be'}", size
    return encoding, 0


def unpacked(data: bytes, encoding: str, name: str) -> str:
    """Return the text of the file, from which the same bytes can be made again.

    Raises:
        ExportError: they cannot.
    """
    codec, mark = codec_of(encoding, data)
    if encoding == LEGACY:
        return data.decode(LEGACY, errors="replace")  # one character a byte, whatever it holds
    try:
        text = data[mark:].decode(codec)
        is_same = text.encode(codec) == data[mark:]
    except (LookupError, UnicodeError):
        is_same = False
    if not is_same:
        raise ExportError(f"{name} is written in a code that cannot be kept. Save it as UTF-8.")
    return text


def put_in(data: bytes, encoding: str, text: str, patches: Iterable[Patch]) -> bytes:
    """Return the file with the patches made and every other byte as it was."""
    codec, at = codec_of(encoding, data)
    parts, done = [data[:at]], 0
    for patch in sorted(patches):
        start = at + _size(text[done : patch.start], codec)
        end = start + _size(text[patch.start : patch.end], codec)
        parts += [data[at:start], patch.text.encode(codec, errors="xmlcharrefreplace")]
        at, done = end, patch.end
    return b"".join([*parts, data[at:]])


def _size(text: str, codec: str) -> int:
    return len(text) if codec == LEGACY else len(text.encode(codec))


@dataclass(frozen=True, slots=True)
class Placing:
    """Where the changes of one block go. ``glyphs`` has one for each character that is seen."""

    source: Source
    format: str
    codec: str
    glyphs: tuple[Glyph | None, ...]
    kind: BlockKind
    is_quoted: bool  # whether the words stand in an attribute

    def why_not(self, change: Change) -> str:
        """Return what hinders a change, empty if nothing does."""
        if self.format == "txt" and not _has_signs(change.text, self.codec):
            return _NO_CODE
        if "\n" in change.text.strip(" ") and (self.is_quoted or self._is_row(change)):
            return _NO_LINE
        return ""

    def patches(self, change: Change) -> Iterator[Patch]:
        """Yield what to take out, and the new words in place of the first of it."""
        gone = [*self._gone(change)] if change.start < change.end else []
        if not gone:
            at = self._between(change)
            gone = [(at, at)]
        text = self._written(change.text, gone[0][0])
        if self.format != "html":
            text, gone[-1] = self._wrapped(text, gone)
        yield Patch(*gone[0], text)
        yield from (Patch(start, end, "") for start, end in gone[1:])

    def _wrapped(self, text: str, gone: list[tuple[int, int]]) -> tuple[str, tuple[int, int]]:
        """Put a line end among the old words at the last space of the new ones, or behind them."""
        start, end = gone[-1]
        source = self.source.text
        lost = _LINE_END.search("".join(source[a:b] for a, b in gone))
        if not lost or _LINE_END.search(text):
            return text, gone[-1]
        if len(gone) == 1 and source[end : end + 1] == " ":
            return text + lost[0], (start, end + 1)
        head, space, tail = text.rpartition(" ")
        return (head + lost[0] + tail if space else text), gone[-1]

    def _gone(self, change: Change) -> Iterator[tuple[int, int]]:
        """Yield the stretches of source that the old words take, without the markup among them."""
        inside = [one for one in self.glyphs[change.start : change.end] if one]
        start, end = self._edges(change, inside)
        markup = () if self.is_quoted else self.source.markup
        kept = [span for span in markup if start < span[1] and span[0] < end]
        signs = self._signs(start, end, inside) if self.format == "md" else []
        if signs and self.source.text.startswith(sign := self._sign(signs[-1]), end):
            end += len(sign)  # what stands between the two goes, and they with it
            signs.pop()
        kept += signs
        for first, last in sorted(kept):
            if start < first:
                yield start, first
            start = max(start, last)
        if start < end:
            yield start, end

    def _edges(self, change: Change, inside: list[Glyph]) -> tuple[int, int]:
        """Return from where to where the source speaks of the change, white space included."""
        left, right = self._neighbours(change)
        start = inside[0].start if inside else left.end if left else 0
        end = inside[-1].end if inside else right.start if right else start
        if left and self.glyphs[change.start : change.start + 1] == (None,):
            start = left.end
        if right and change.end > change.start and self.glyphs[change.end - 1] is None:
            end = right.start
        return start, max(start, end)

    def _signs(self, start: int, end: int, inside: list[Glyph]) -> list[tuple[int, int]]:
        """Return the signs of Markdown in a stretch whose partners stand outside it."""
        words = {place for one in inside for place in range(one.start, one.end)}
        alone: list[tuple[int, int]] = []
        for found in _EMPHASIS.finditer(self.source.text, start, end):
            if words.intersection(range(*found.span())):
                continue
            if alone and self._sign(alone[-1]) == found[0]:
                alone.pop()
            else:
                alone.append(found.span())
        return alone

    def _sign(self, span: tuple[int, int]) -> str:
        return self.source.text[slice(*span)]

    def _between(self, change: Change) -> int:
        """Return where words go that take the place of none: before what follows, as a rule."""
        left, right = self._neighbours(change)
        text = self.source.text
        if left is None:
            return right.start if right else 0
        at = left.end
        if change.start and self.glyphs[change.start - 1] is None:
            while at < len(text) and text[at].isspace():
                at += 1
            if right and at == left.end:
                at = right.start  # the space lies behind some markup
        return at

    def _neighbours(self, change: Change) -> tuple[Glyph | None, Glyph | None]:
        before = (self.glyphs[n] for n in range(change.start - 1, -1, -1))
        after = (self.glyphs[n] for n in range(change.end, len(self.glyphs)))
        return next(filter(None, before), None), next(filter(None, after), None)

    def _written(self, text: str, at: int) -> str:
        """Return new words as the format writes them, with its own line ends."""
        if self.format == "html":
            text = escape(text, quote=self.is_quoted)
            return text.replace("\n", self._line_break())
        start, indent = self._line(at)
        # Between backticks stands code, where a sign is only a sign.
        if self.format == "md" and self.source.text.count("`", start, at) % 2 == 0:
            text = _SIGNS.sub(r"\\\g<0>", text)
        if self.format == "md" and self._needs_tag(self.source.text[start:at]):
            return text.replace("\n", "<br>")
        ends = re.search(r"\r\n|\r|\n", self.source.text)
        line_end = ("  " if self.format == "md" else "") + (ends[0] if ends else "\n") + indent
        return text.replace("\n", line_end)

    def _line_break(self) -> str:
        return "<br />" if _XHTML.search(self.source.text) else "<br>"

    def _line(self, at: int) -> tuple[int, str]:
        """Return where the line of a place starts, and what a line added below it starts with."""
        text = self.source.text
        start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
        item = _ITEM.match(text, start, at)
        indent = item[0] if item else ""
        return start, re.sub(r"[^\s>]", " ", indent)

    def _needs_tag(self, line: str) -> bool:
        is_heading = self.kind in (BlockKind.HEADING, BlockKind.TABLE_CELL)
        return is_heading or line.lstrip().startswith("|")

    def _is_row(self, change: Change) -> bool:
        return self.format == "txt" and self.kind is BlockKind.TABLE_CELL


def _has_signs(text: str, codec: str) -> bool:
    try:
        text.encode(codec)
    except UnicodeError:
        return False
    return True
