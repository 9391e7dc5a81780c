"""What any bytes at all come to: a document that holds together, or one of our errors, in time."""

from __future__ import annotations

import json
import re
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from types import FrameType

import literacy
from literacy.document import DEEPEST, GAP, BlockKind, Document
from literacy.errors import ReadError, ReadKind
from literacy.plain import dump, load
from literacy.readers import read

OURS = Path(literacy.__file__).parent
LEVELS = {BlockKind.HEADING: range(1, 7), BlockKind.LIST_ITEM: range(1, DEEPEST + 1)}
# A line break and a tab may stand in a text; nothing else that is not to be seen may.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class LateError(BaseException):
    """Time is up. Not an ``Exception``: the readers turn those into errors of ours."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file.

    ``result`` is "text", one of the eight kinds, or "broken"; ``why`` says what was broken.
    ``surprise`` is the place in our own code that choked on a file called corrupt.
    """

    result: str
    why: str = ""
    surprise: str = ""
    seconds: float = 0.0

    @property
    def is_broken(self) -> bool:
        return self.result == "broken"


def attempt(data: bytes, name: str, *, isolated: bool = False, seconds: int = 20) -> Outcome:
    """Read a file and say whether the promise was kept."""
    start = perf_counter()
    try:
        with _alarm(seconds):
            document = read(data, name, isolated=isolated)
            faults = [*broken_promises(document)]
    except ReadError as error:
        return Outcome(error.kind, _poor_words(error), surprise(error), perf_counter() - start)
    except LateError:
        return Outcome("broken", f"not done in {seconds} seconds")
    except BaseException as error:
        return Outcome("broken", f"{type(error).__name__}: {_place(error)}")
    result = "broken" if faults else "text"
    return Outcome(result, "; ".join(faults), seconds=perf_counter() - start)


def broken_promises(document: Document) -> Iterator[str]:
    """Yield each thing that a document promises and this one does not keep."""
    if GAP.join(text for _, text in document) != document.text:
        yield "the blocks and the gaps between them are not the text"
    if not document.text.strip():
        yield "no text and no error"
    if CONTROL.search(document.text + document.title + "".join(document.notes)):
        yield f"a character that cannot be shown: {CONTROL.search(document.text)}"
    yield from _broken_blocks(document)
    yield from _broken_marks(document)
    if load(Document, json.loads(json.dumps(dump(document)))) != document:
        yield "does not come back from plain data as it was"


def _broken_blocks(document: Document) -> Iterator[str]:
    for block, text in document:
        if block.level not in LEVELS.get(block.kind, range(100)):
            yield f"{block.kind} of level {block.level}"
        if block.kind is BlockKind.TABLE_CELL and block.cell is None:
            yield "a cell of no table"
        if block.cell and min(block.cell.table, block.cell.row, block.cell.column) < 0:
            yield f"a cell at {block.cell}"
        if text != text.strip():
            yield f"{block.kind} with white space at an end"
        if not text and block.kind is not BlockKind.IMAGE:
            yield f"{block.kind} without text"
    for number in {block.cell.table for block in document.blocks if block.cell}:
        cells = [block.cell for block in document.blocks if block.cell]
        places = [(one.row, one.column) for one in cells if one.table == number]
        if places != sorted(places):
            yield f"the cells of table {number} out of order"


def _broken_marks(document: Document) -> Iterator[str]:
    for mark in document.marks:
        if not len(mark.span) or document.block_at(mark.span) is None:
            yield f"a mark of {mark.kind} across a border, or of nothing"
    images = [block.span for block in document.blocks if block.kind is BlockKind.IMAGE]
    if images != [asset.span for asset in document.assets]:
        yield "pictures and their blocks do not match"
    if any(asset.alt != document.slice(asset.span) for asset in document.assets):
        yield "a picture whose words are not its block's"


def surprise(error: ReadError) -> str:
    """Return the place in our own code that a damaged file broke; empty if it was a library's."""
    cause = error.__cause__
    if error.kind is not ReadKind.CORRUPT or cause is None or isinstance(cause, ReadError):
        return ""
    frames = traceback.extract_tb(cause.__traceback__)
    last = Path(frames[-1].filename) if frames else Path()
    if not last.is_relative_to(OURS) or last.name == "detect.py":
        return ""
    return f"{type(cause).__name__} {_place(cause)}"


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(OURS)]
    return " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(ours[-2:]))


def _poor_words(error: ReadError) -> str:
    return "" if len(str(error).split()) > 4 else f"the error says only {str(error)!r}"


@contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    def ring(_number: int, _frame: FrameType | None) -> None:
        raise LateError

    # Processor time: a busy machine is no fault of the file. The wall keeps its own clock.
    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
