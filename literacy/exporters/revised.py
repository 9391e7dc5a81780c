"""The author's own Word file with a rewrite put back, as tracked changes or as clean text.

The file is walked exactly as the reader walked it, so each block of the document is tied to the
runs it came from. Only words that differ are touched: runs are cut around them and everything else,
formatting and other people's tracked changes included, stays as it was. A tracked change carries a
comment with its reason. What the file cannot hold is left out and named. The result is read again
before it is handed over, and is not handed over if it does not say what it should.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime

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
from literacy.exporters.remarks import about, explained, remark
from literacy.findings import Taken
from literacy.ooxml.comments import Comments
from literacy.ooxml.model import Item, Passage, Picture, Piece
from literacy.ooxml.names import Element
from literacy.ooxml.package import Package, open_package
from literacy.ooxml.runs import (
    Stamp,
    cut_after,
    cut_before,
    drop,
    free_ids,
    hindrance,
    put_in,
    renumber,
    take_out,
)
from literacy.ooxml.walk import clipped, walk

_NO_TRACK = "Word cannot track a change to the description of a picture"
_NO_ALT = "the picture has nothing that could hold a description"
Pieces = tuple[Piece, ...]
Placed = tuple[Element, Element]  # where a change starts and where it ends


def revised_docx(
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
    """Return the Word file ``data`` with the text of ``after``, block by block.

    Args:
        data: the file that ``before`` was read from.
        taken: the reasons of the changes; a tracked one gets a comment with its own.
        tracked: mark the changes as tracked changes by ``author``; otherwise change the text.
        without: numbers of blocks to leave as they are.

    Raises:
        ExportError: the file is not the one that ``before`` was read from.
    """
    texts, name = _texts(after), before.name
    if len(texts) != len(before.blocks):
        raise ExportError(f"{name}: the rewrite has not the same blocks as the file.")
    package, items = _walked(data, name)
    if not _same(items, _texts(before)):
        raise ExportError(f"{name} is not the file that was read. Read it again, then save.")
    parts = {item.part for item, text in zip(items, texts, strict=True) if item.text != text}
    marked = {*parts, package.main, *package.parts("comments")}
    ids = free_ids([package.root(part) for part in marked])
    stamp = Stamp(author if tracked else "", date, ids)
    writer = _Writer(by_block(before, taken), stamp, Comments(package, author, date, ids))
    expected = []
    for number, (item, block, new) in enumerate(zip(items, before.blocks, texts, strict=True)):
        if item.text != new and number in without:
            writer.left_out += left_whole(block, item.text, new, UNCERTAIN)
            new = item.text
        expected.append(writer.put_back(item, block, new) if item.text != new else new)
    for part in parts:
        renumber(package.root(part), ids)
    revised = _saved(package, parts | writer.comments.changed)
    return Returned(revised, tuple(writer.left_out), tuple(expected))


def _walked(data: bytes, name: str) -> tuple[Package, tuple[Item, ...]]:
    try:
        package = open_package(data, name)
        return package, tuple(walk(package).items())
    except ReadError as error:
        raise ExportError(f"{name} cannot be opened again: {error}") from error


def _saved(package: Package, parts: set[str]) -> bytes:
    try:
        return package.save(parts)
    except ReadError as error:  # a part that nobody had to read until now
        raise ExportError(f"{package.archive.name} cannot be saved: {error}") from error


def _same(items: Iterable[Item], texts: list[str]) -> bool:
    """Compare without regard to white space, which a block loses at its ends."""
    return [item.text.split() for item in items] == [text.split() for text in texts]


def _texts(document: Document) -> list[str]:
    return [text for _, text in document]


@dataclass(slots=True)
class _Writer:
    """Puts new texts into the items of one file."""

    taken: dict[Block, tuple[Taken, ...]]
    stamp: Stamp
    comments: Comments
    left_out: list[LeftOut] = field(default_factory=list)

    def put_back(self, item: Item, block: Block, text: str) -> str:
        """Change an item as far as it can be, and return what it says then."""
        if isinstance(item, Picture):
            return self._describe(item, text)
        passages = (item, *item.echoes)
        good, left = placed(
            item.text,
            changes(item.text, text),
            lambda change: next(filter(None, (_why_not(one, change) for one in passages)), ""),
            spans_of(block, self.taken.get(block, ())),
            item.place,
        )
        self.left_out += left
        for passage in passages:
            done = [_apply(passage, change, self.stamp) for change in reversed(good)][::-1]
            if passage is item and self.stamp.author:
                self._explain(item, block, good, done)
        return changed(item.text, good)

    def _describe(self, picture: Picture, text: str) -> str:
        if picture.properties is None or self.stamp.author:
            why = _NO_ALT if picture.properties is None else _NO_TRACK
            self.left_out.append(LeftOut(picture.place, picture.text, text, why))
            return picture.text
        picture.properties.set("descr", text)
        return text

    def _explain(
        self, item: Passage, block: Block, made: tuple[Change, ...], done: list[Placed]
    ) -> None:
        """Comment on the changes, from the last; neighbours with the same reasons share one."""
        for findings, first, last in reversed(
            tuple(explained(made, block, self.taken.get(block, ())))
        ):
            if findings:
                is_far = item.part != self.comments.package.main or item.place == "text box"
                where = about(item.place, item.text, made[first : last + 1]) if is_far else ""
                self.comments.add(remark(findings, where), done[first][0], done[last][1])


def _why_not(passage: Passage, change: Change) -> str:
    doomed = clipped(passage.pieces, change.start, change.end)
    if doomed:
        return next(filter(None, map(hindrance, doomed)), "")
    left, right = _neighbours(passage, change)
    found = [hindrance(one[0]) for one in (left, right) if one]
    return "" if "" in found else next(iter(found), "there is no text to put it beside")


def _apply(passage: Passage, change: Change, stamp: Stamp) -> Placed:
    doomed = clipped(passage.pieces, change.start, change.end)
    if not doomed:
        return _insert(passage, change, stamp)
    marks = [take_out(piece, stamp) for piece in reversed(doomed)]
    first, last = marks[-1], marks[0]
    if change.text:
        new = put_in(change.text, doomed[0], first, stamp)
        last = new if len(marks) == 1 or not stamp.author else last
    if not stamp.author:
        for run in marks:
            drop(run)
    return first, last


def _insert(passage: Passage, change: Change, stamp: Stamp) -> Placed:
    left, right = _neighbours(passage, change)
    # A new word after a link is not part of it.
    ends_link = left and right and left[0].target and left[0].target != right[0].target
    if left and not hindrance(left[0]) and not (ends_link and not hindrance(right[0])):
        new = put_in(change.text, left[0], cut_after(left[0]), stamp)
    else:
        new = put_in(change.text, right[0], cut_before(right[0]), stamp, before=True)
    return new, new


def _neighbours(passage: Passage, change: Change) -> tuple[Pieces, Pieces]:
    left = clipped(passage.pieces, max(change.start - 1, 0), change.start)
    return left, clipped(passage.pieces, change.start, change.start + 1)
