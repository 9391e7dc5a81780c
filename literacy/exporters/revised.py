"""The author's own Word file with a rewrite put back, as tracked changes or as clean text.

The file is walked exactly as the reader walked it, so each block of the document is tied to the
runs it came from. Only words that differ are touched: runs are cut around them and everything else,
formatting and other people's tracked changes included, stays as it was. The result is read again
before it is handed over, and is not handed over if it does not say what it should.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from itertools import accumulate

from literacy.document import Document
from literacy.errors import ExportError, ReadError
from literacy.ooxml.model import Item, Passage, Picture
from literacy.ooxml.package import Package, open_package
from literacy.ooxml.runs import (
    Stamp,
    can_change,
    cut_after,
    cut_before,
    drop,
    last_id,
    put_in,
    take_out,
)
from literacy.ooxml.walk import clipped, walk

_TOKENS = re.compile(r"\w+(?:[-'’.,]\w+)*|[^\S\n]+|.|\n")
_LONG = 4000  # tokens; past this the exact comparison takes too long


@dataclass(frozen=True, slots=True)
class Change:
    """Characters ``start`` to ``end`` of a passage become ``text``."""

    start: int
    end: int
    text: str


def revise(
    data: bytes,
    before: Document,
    after: Document,
    *,
    tracked: bool = True,
    author: str = "Literacy",
    date: datetime | None = None,
) -> bytes:
    """Return the Word file ``data`` with the text of ``after``, block by block.

    Args:
        data: the file that ``before`` was read from.
        tracked: mark the changes as tracked changes by ``author``; otherwise change the text.

    Raises:
        ExportError: the file is not the one that ``before`` was read from, or cannot hold a change.
    """
    texts, name = _texts(after), before.name
    if len(texts) != len(before.blocks):
        raise ExportError(f"{name}: the rewrite has not the same blocks as the file.")
    package, items = _walked(data, name)
    if not _same(items, _texts(before)):
        raise ExportError(f"{name} is not the file that was read. Read it again, then save.")
    changed = [(item, text) for item, text in zip(items, texts, strict=True) if item.text != text]
    parts = {item.part for item, _ in changed}
    start = 1 + max((last_id(package.root(part)) for part in parts), default=0)
    stamp = Stamp(author if tracked else "", date, start)
    for item, text in changed:
        _put_back(item, text, stamp, name)
    revised = _saved(package, parts)
    if not _same(_walked(revised, name)[1], texts):
        raise ExportError(f"{name} cannot hold these changes.")
    return revised


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Compare two texts word by word and return what changed, from the start."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    at = tuple(accumulate(map(len, old), initial=0))
    matcher = SequenceMatcher(None, old, new, autojunk=max(len(old), len(new)) > _LONG)
    found: list[Change] = []
    for tag, i, j, m, n in matcher.get_opcodes():
        text = "".join(new[m:n])
        if tag == "equal":
            continue
        # A space between two changed words is part of the change: one change reads better than two.
        if found and at[i] > found[-1].end and not before[found[-1].end : at[i]].strip(" "):
            last = found.pop()
            found.append(Change(last.start, at[j], last.text + before[last.end : at[i]] + text))
        else:
            found.append(Change(at[i], at[j], text))
    return tuple(found)


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


def _put_back(item: Item, text: str, stamp: Stamp, name: str) -> None:
    if isinstance(item, Picture):
        if item.properties is None:
            raise ExportError(f"{name}: a picture ({item.place}) cannot hold a description.")
        item.properties.set("descr", text)
        return
    for passage in (item, *item.echoes):
        for change in reversed(changes(passage.text, text)):
            _apply(passage, change, stamp, name)


def _apply(passage: Passage, change: Change, stamp: Stamp, name: str) -> None:
    doomed = clipped(passage.pieces, change.start, change.end)
    if not all(can_change(piece) for piece in doomed):
        raise ExportError(f"{name}: a formula ({passage.place}) cannot be changed.")
    if not doomed:
        _insert(passage, change, stamp, name)
        return
    marks = [take_out(piece, stamp) for piece in reversed(doomed)]
    if change.text:
        put_in(change.text, doomed[0], marks[-1], stamp)
    if not stamp.author:
        for run in marks:
            drop(run)


def _insert(passage: Passage, change: Change, stamp: Stamp, name: str) -> None:
    left = clipped(passage.pieces, max(change.start - 1, 0), change.start)
    right = clipped(passage.pieces, change.start, change.start + 1)
    # A new word after a link is not part of it.
    ends_link = left and right and left[0].target and left[0].target != right[0].target
    if left and can_change(left[0]) and not ends_link:
        put_in(change.text, left[0], cut_after(left[0]), stamp)
    elif right and can_change(right[0]):
        put_in(change.text, right[0], cut_before(right[0]), stamp, before=True)
    else:
        raise ExportError(f"{name}: a formula ({passage.place}) cannot be changed.")
