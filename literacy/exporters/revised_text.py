"""The author's own web page, Markdown or text file with a rewrite put back, word by word.

Nothing but the words that differ is touched: markup, comments, settings, white space, line ends and
the code of the file stay, byte for byte. Such files have no tracked changes. Whoever calls this
reads the result again: what is found there tells whether each word went to its right place.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from literacy.decoding import encoding_of
from literacy.document import Block, BlockKind, Document
from literacy.exporters.changes import (
    UNCERTAIN,
    LeftOut,
    Returned,
    by_block,
    changed,
    changes,
    left_whole,
    placed,
    spans_of,
)
from literacy.exporters.glyphs import Glyph, Source, find, seen, source
from literacy.exporters.splice import Patch, Placing, codec_of, put_in, unpacked
from literacy.findings import Taken

_LINE = re.compile(r"line (\d+)")
_LINE_END = re.compile(r"\r\n|\r|\n")


def revised_text(
    data: bytes,
    before: Document,
    after: Document,
    taken: tuple[Taken, ...] = (),
    *,
    without: Collection[int] = (),
) -> Returned:
    """Return the file ``data`` with the words of ``after``, and what each block should then say.

    Args:
        without: numbers of blocks to leave as they are.

    Raises:
        ExportError: the code of the file is not one that we can write.
    """
    encoding = encoding_of(data, is_html=before.format == "html")
    text = unpacked(data, encoding, before.name)
    writer = _Writer(source(text, before.format), before.format, codec_of(encoding, data)[0])
    reasons = by_block(before, taken)
    expected = []
    for number, ((block, old), (_, new)) in enumerate(zip(before, after, strict=True)):
        glyphs = writer.found(block, old, is_needed=old != new)
        if old != new and number in without:
            writer.left_out += left_whole(block, old, new, UNCERTAIN)
            new = old
        elif old != new:
            new = writer.put_back(block, old, new, glyphs, reasons.get(block, ()))
        expected.append(new)
    result = put_in(data, encoding, text, writer.patches)
    return Returned(result, tuple(writer.left_out), tuple(expected))


@dataclass(slots=True)
class _Writer:
    """Finds the blocks of one file in its source, and gathers the patches to it."""

    source: Source
    format: str
    codec: str
    patches: list[Patch] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    _next: int = 0  # the glyph behind the block found last
    _lines: tuple[int, ...] = ()

    def found(self, block: Block, text: str, *, is_needed: bool) -> tuple[Glyph | None, ...]:
        """Return the glyph of each character of a block, nothing if they cannot be found.

        What follows the last block is tried first, then what follows the line it should stand in.
        """
        words = "".join(seen(text))
        if not words:
            return ()
        if block.kind is BlockKind.IMAGE and self.format == "html":
            alts = (one for one in self.source.alts if "".join(g.char for g in one) == words)
            return _by_character(text, next(alts, ()))
        line = self._glyph_at_line(block)
        tries = [(self._next, True), (max(self._next, line), False)]
        tries += [(self._next, False), (line, False), (0, False)] if is_needed else []
        for start, only_here in tries:
            if found := find(words, self.source, start, only_here=only_here):
                self._next = found[-1] + 1
                return _by_character(text, tuple(self.source.glyphs[n] for n in found))
        return ()

    def put_back(
        self,
        block: Block,
        old: str,
        new: str,
        glyphs: tuple[Glyph | None, ...],
        taken: tuple[Taken, ...],
    ) -> str:
        """Patch the words of a block that differ, and return what it says then."""
        is_alt = block.kind is BlockKind.IMAGE and self.format == "html"
        placing = Placing(self.source, self.format, self.codec, glyphs, block.kind, is_alt)
        good, left = placed(
            old,
            changes(old, new),
            placing.why_not if glyphs else lambda change: UNCERTAIN,
            spans_of(block, taken),
            block.place,
        )
        self.left_out += left
        for change in good:
            self.patches += placing.patches(change)
        return changed(old, good)

    def _glyph_at_line(self, block: Block) -> int:
        found = _LINE.fullmatch(block.place)
        if not self._lines:
            self._lines = (0, *(end.end() for end in _LINE_END.finditer(self.source.text)))
        if not found or int(found[1]) > len(self._lines):
            return 0
        start = self._lines[int(found[1]) - 1]
        glyphs = self.source.glyphs
        low, high = 0, len(glyphs)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if glyphs[middle].start < start else (low, middle)
        return low


def _by_character(text: str, glyphs: tuple[Glyph, ...]) -> tuple[Glyph | None, ...]:
    """Give each character of ``text`` its glyph; one that is not seen has none."""
    left = iter(glyphs)
    return tuple(next(left, None) if any(seen(char)) else None for char in text)
