"""The author's own OpenDocument text with a rewrite put back, as tracked changes or clean.

As with Word files: the text is walked as the reader walked it, only words that differ are touched,
a tracked change has a comment with its reason, and what the file cannot hold is named. Whoever
calls this reads the result again, to see that it says what it should.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from literacy.document import Block, Document
from literacy.errors import ExportError, ReadError
from literacy.exporters.changes import (
    UNCERTAIN,
    Change,
    LeftOut,
    Returned,
    by_block,
    changed,
    changes,
    left_whole,
    placed,
    spans_of,
)
from literacy.exporters.remarks import explained, remark
from literacy.findings import Taken
from literacy.odf.package import CONTENT, Text, open_text
from literacy.odf.tracking import Tracker, before, behind, hindrance, stretches
from literacy.ooxml.model import Item, Passage, Picture, Piece
from literacy.ooxml.names import Element
from literacy.ooxml.walk import clipped

_NO_TRACK = "a change to the description of a picture cannot be tracked"
_NOWHERE = "there is no text to put it beside"
Pieces = tuple[Piece, ...]
Marks = tuple[Element | None, Element | None]  # where a change starts and ends; none in clean text


def revised_odt(
    data: bytes,
    before: Document,
    after: Document,
    taken: tuple[Taken, ...] = (),
    *,
    tracked: bool = True,
    author: str = "Literacy",
    date: datetime | None = None,
    without: Collection[int] = (),
) -> Returned:
    """Return the OpenDocument text ``data`` with the text of ``after``, block by block.

    Args:
        data: the file that ``before`` was read from.
        taken: the reasons of the changes; a tracked one gets a comment with its own.
        tracked: mark the changes as tracked changes by ``author``; otherwise change the text.
        without: numbers of blocks to leave as they are.

    Raises:
        ExportError: the file is not the one that ``before`` was read from.
    """
    name = before.name
    text, items = _walked(data, name)
    if len(after.blocks) != len(items) or not _same(items, [old for _, old in before]):
        raise ExportError(f"{name} is not the file that was read. Read it again, then save.")
    tracker = Tracker(text.body, author if tracked else "", date or datetime.now(UTC))
    writer = _Writer(by_block(before, taken), tracker)
    expected = []
    for number, (item, block, (_, new)) in enumerate(zip(items, before.blocks, after, strict=True)):
        if item.text != new and number in without:
            writer.left_out += left_whole(block, item.text, new, UNCERTAIN)
            new = item.text
        expected.append(writer.put_back(item, block, new) if item.text != new else new)
    return Returned(text.save({CONTENT}), tuple(writer.left_out), tuple(expected))


def _walked(data: bytes, name: str) -> tuple[Text, tuple[Item, ...]]:
    try:
        text = open_text(data, name)
        return text, tuple(text.walk().items(text.body))
    except ReadError as error:
        raise ExportError(f"{name} cannot be opened again: {error}") from error


def _same(items: Iterable[Item], texts: list[str]) -> bool:
    """Compare without regard to white space, which a block loses at its ends."""
    return [item.text.split() for item in items] == [text.split() for text in texts]


@dataclass(slots=True)
class _Writer:
    """Puts new texts into the items of one file."""

    taken: dict[Block, tuple[Taken, ...]]
    tracker: Tracker
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def is_tracked(self) -> bool:
        return bool(self.tracker.author)

    def put_back(self, item: Item, block: Block, text: str) -> str:
        """Change an item as far as it can be, and return what it says then."""
        if isinstance(item, Picture):
            return self._describe(item, text)
        good, left = placed(
            item.text,
            changes(item.text, text),
            lambda change: self._why_not(item, change),
            spans_of(block, self.taken.get(block, ())),
            item.place,
        )
        self.left_out += left
        done = [self._apply(item, change) for change in reversed(good)][::-1]
        if self.is_tracked:
            self._explain(block, good, done)
        return changed(item.text, good)

    def _describe(self, picture: Picture, text: str) -> str:
        if picture.properties is None or self.is_tracked:
            self.left_out.append(LeftOut(picture.place, picture.text, text, _NO_TRACK))
            return picture.text
        picture.properties.text = text
        return text

    def _explain(self, block: Block, made: tuple[Change, ...], done: list[Marks]) -> None:
        """Comment on the changes; neighbours with the same reasons share one comment."""
        for findings, number, final in explained(made, block, self.taken.get(block, ())):
            first, last = done[number][0], done[final][1]
            if findings and first is not None and last is not None:
                self.tracker.explain(remark(findings), first, last)

    def _why_not(self, passage: Passage, change: Change) -> str:
        doomed = clipped(passage.pieces, change.start, change.end)
        if doomed:
            return next(filter(None, map(self._hindrance, doomed)), "")
        found = [self._hindrance(one[0]) for one in _neighbours(passage, change) if one]
        return "" if "" in found else next(iter(found), _NOWHERE)

    def _hindrance(self, piece: Piece) -> str:
        return hindrance(piece, tracked=self.is_tracked)

    def _apply(self, passage: Passage, change: Change) -> Marks:
        doomed = stretches(clipped(passage.pieces, change.start, change.end))
        if not doomed:
            return self._insert(passage, change)
        last = None
        for stretch in reversed(doomed[1:]):
            _, end = self.tracker.take_out(stretch)
            last = last if last is not None else end
        first, end = self.tracker.take_out(doomed[0], change.text)
        return first, last if last is not None else end

    def _insert(self, passage: Passage, change: Change) -> Marks:
        left, right = _neighbours(passage, change)
        # A new word after a link is not part of it.
        ends_link = left and right and left[0].target and left[0].target != right[0].target
        goes_left = left and not self._hindrance(left[0])
        if goes_left and not (ends_link and not self._hindrance(right[0])):
            return self.tracker.put_in(behind(left[0]), change.text)
        return self.tracker.put_in(before(right[0]), change.text)


def _neighbours(passage: Passage, change: Change) -> tuple[Pieces, Pieces]:
    left = clipped(passage.pieces, max(change.start - 1, 0), change.start)
    return left, clipped(passage.pieces, change.start, change.start + 1)
