"""Lines to blocks: where one ends, and what it is.

Type is all there is to go by. Larger or bolder than the body is a heading, a marker in front makes
a list item, and a block goes on while lines keep their distance, their size and their edge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from literacy.document import BlockKind
from literacy.readers.pdf_draft import STOPPED, Draft, block_text, ended
from literacy.readers.pdf_levels import LARGER, demote, set_heading_levels, set_list_levels
from literacy.readers.pdf_records import Line, Tag
from literacy.readers.tidy import Run, is_caption

BULLETS = "•‣▪▫●○◦·■□◆◇➢➤►▶✓✔\uf0b7\uf0a7\uf0d8\uf02d\uf076\uf0fc\u2219\u25aa\u2043"
BULLET = re.compile(rf"\s*(?:[{BULLETS}]\s*|[-–—*o]\s+)(?=\S)")
_LONE_BULLET = re.compile(rf"\s*[{BULLETS}–—-]\s*")
NUMBER = re.compile(r"\s*\(?(\d{1,2}|[a-z]|[ivx]{2,4})[.)]\s+(?=\S)")
_LONGEST_HEADING = 20  # words
_LOOSE = 1.3  # times the usual distance between lines: a new block
_FULL = 0.8  # of the column
_INDENT = 0.9  # times the size


def drafts(lines: Sequence[Line]) -> tuple[Draft, ...]:
    """Return the blocks that ``lines`` form, with their levels."""
    body = body_size(lines)
    leading = _leadings(lines)
    found: list[Draft] = []
    for line in _mended(lines):
        if found and _goes_on(found[-1], line, body, leading):
            found[-1].lines.append(line)
        else:
            found.append(_new(line, body))
    demote(found, body)
    set_heading_levels(found)
    set_list_levels(found)
    for draft in found:
        if draft.kind is BlockKind.PARAGRAPH and is_caption(block_text(draft)[0]):
            draft.kind = BlockKind.CAPTION
    return tuple(found)


def body_size(lines: Iterable[Line]) -> float:
    """Return the size that most characters are set in, those of tables too."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[_rounded(line.size)] += len(line.text)
        if table := line.box:
            letters = sum(len(run.text) for cell in table.cells for run in cell.runs)
            sizes[_rounded(table.size)] += letters
    return max(sizes, key=lambda size: (sizes[size], -size), default=10.0)


def _mended(lines: Sequence[Line]) -> Iterator[Line]:
    """Put a bullet that stands on a line of its own before the line it belongs to."""
    waiting: Line | None = None
    for line in lines:
        if waiting:
            if line.box is None and line.page == waiting.page:
                line = _with_marker(waiting, line)
            else:
                yield waiting
            waiting = None
        if line.box is None and _LONE_BULLET.fullmatch(line.text):
            waiting = line
            continue
        yield line
    if waiting:
        yield waiting


def _with_marker(marker: Line, line: Line) -> Line:
    return Line(
        (*marker.runs, Run(" "), *line.runs),
        min(marker.x0, line.x0),
        line.x1,
        line.top,
        line.bottom,
        line.size,
        line.page,
        line.right,
        line.starts or marker.starts,
        line.x0,
        line.parts,
    )


def _leadings(lines: Sequence[Line]) -> dict[float, float]:
    """Return the usual distance from line to line for each size of type."""
    steps: dict[float, Counter[float]] = {}
    for line, following in pairwise(lines):
        step = following.bottom - line.bottom
        if _same_size(line, following) and not following.starts and 0 < step < 2.2 * line.size:
            steps.setdefault(_rounded(line.size), Counter())[round(step * 2) / 2] += 1
    # Of two equally common distances the smaller is within a block and the larger between two.
    return {
        size: min(count, key=lambda step: (-count[step], step)) for size, count in steps.items()
    }


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _same_size(line: Line, other: Line) -> bool:
    return abs(line.size - other.size) < 0.06 * max(line.size, other.size, 1.0)


def _new(line: Line, body: float) -> Draft:
    if line.box is not None:
        kind = BlockKind.IMAGE if line.box.is_image else BlockKind.TABLE_CELL
        return Draft(kind, [line], box=line.box)
    if line.tag and line.tag.kind:
        return _by_tag(line, line.tag, line.tag.kind)
    bullet = BULLET.match(line.text)
    if not bullet and line.size >= body * LARGER and len(line.text.split()) <= _LONGEST_HEADING:
        return Draft(BlockKind.HEADING, [line])
    number = NUMBER.match(line.text)
    if bullet or (number and not line.is_bold):
        return Draft(
            BlockKind.LIST_ITEM, [line], ordered=not bullet, marker=_ends(bullet or number)
        )
    if line.is_bold and len(line.text.split()) <= _LONGEST_HEADING:
        return Draft(BlockKind.HEADING, [line])
    return Draft(BlockKind.PARAGRAPH, [line])


def _by_tag(line: Line, tag: Tag, kind: BlockKind) -> Draft:
    bullet, number = BULLET.match(line.text), NUMBER.match(line.text)
    if kind is not BlockKind.LIST_ITEM:
        return Draft(kind, [line], level=tag.level)
    ordered = bool(number) and not bullet
    return Draft(kind, [line], ordered=ordered, marker=_ends(bullet or number), level=tag.level)


def _ends(marker: re.Match[str] | None) -> int:
    return marker.end() if marker else 0


def _goes_on(draft: Draft, line: Line, body: float, leading: dict[float, float]) -> bool:
    """Say whether ``line`` belongs to the block before it."""
    last = draft.last
    if line.box is not None or draft.box is not None:
        return False
    if last.tag is not line.tag and not _may_be_one(last, line):
        return False
    if last.tag and last.tag is line.tag and last.tag.kind:
        return True
    if not _same_size(last, line):
        return False
    fresh = _new(line, body)
    if fresh.kind is BlockKind.LIST_ITEM:
        return False
    if last.tag and last.tag is line.tag and line.starts:
        return draft.kind is fresh.kind
    if (draft.kind is BlockKind.HEADING) != (fresh.kind is BlockKind.HEADING):
        return _is_bold_start(draft, line, leading) or (
            draft.kind is not BlockKind.HEADING
            and not _is_far(last, line, leading)
            and not line.starts
            and not ended(last, line)
        )
    if line.starts:
        return _continues_over(draft, line)
    if _is_far(last, line, leading):
        return False
    if draft.kind is BlockKind.LIST_ITEM:
        indent = line.x0 - draft.lines[0].x0
        # Some set only the first line of an item in; the rest runs on from a full line.
        runs_on = not STOPPED.search(last.text) and not ended(last, line)
        return indent > 0.3 * line.size or (indent < -0.3 * line.size and runs_on)
    return not _is_indented(draft, line)


def _may_be_one(last: Line, line: Line) -> bool:
    """Say whether two tags may yet be one text: some programs tag every line a paragraph."""
    if (last.tag and last.tag.kind) or (line.tag and line.tag.kind):
        return False
    # One that goes over the page is often tagged as two; what comes after settles it.
    runs_on = line.starts or line.text.lstrip()[:1].islower()
    return runs_on and not STOPPED.search(last.text.rstrip())


def _is_bold_start(draft: Draft, line: Line, leading: dict[float, float]) -> bool:
    """Say whether a bold line was only the start of a paragraph, which runs on in plain type."""
    last = draft.last
    if draft.kind is not BlockKind.HEADING or line.starts or _is_far(last, line, leading):
        return False
    if last.is_bold and line.is_bold:
        return False
    return line.text[:1].islower() and not ended(last, line) and not STOPPED.search(last.text)


def _is_far(last: Line, line: Line, leading: dict[float, float]) -> bool:
    step = line.bottom - last.bottom
    usual = leading.get(_rounded(line.size), 1.3 * line.size)
    return step < 0.2 * line.size or step > usual * _LOOSE + 0.5


def _continues_over(draft: Draft, line: Line) -> bool:
    """Say whether a block was cut by the end of a page or a column, in the middle of a sentence."""
    if draft.kind is BlockKind.HEADING or STOPPED.search(draft.last.text.rstrip()):
        return False
    if line.text.lstrip()[:1].islower():
        return True
    # A name or a figure may begin the rest; then the line before must have been full.
    last = draft.last
    is_full = last.x1 - last.x0 > _FULL * (last.right - last.x0)
    return draft.kind is BlockKind.PARAGRAPH and is_full


def _is_indented(draft: Draft, line: Line) -> bool:
    if draft.kind is BlockKind.HEADING:
        return False
    return (
        line.x0 > draft.last.x0 + _INDENT * line.size
        and bool(STOPPED.search(draft.last.text))
        and len(draft.lines) > 1
    )
