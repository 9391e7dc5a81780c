"""A block being gathered from the lines of a PDF, and the text that it comes to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from literacy.document import BlockKind
from literacy.readers.hyphens import join_lines
from literacy.readers.pdf_records import Box, Line, Tag
from literacy.readers.tidy import Run, join_runs

STOPPED = re.compile(r"[.!?:;]['\"”’)\]]*$")
_SHORT = 0.25  # of the column


@dataclass(slots=True)
class Draft:
    """A block being gathered from lines, with the place of its list marker if it has one."""

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    ordered: bool = False
    marker: int = 0  # characters of the marker, to be cut
    level: int = 0
    box: Box | None = None

    @property
    def tag(self) -> Tag | None:
        return self.lines[0].tag

    @property
    def last(self) -> Line:
        return self.lines[-1]


def block_text(draft: Draft) -> tuple[str, tuple[Run, ...]]:
    """Return the text of a block and its runs, with line ends where the writer put them."""
    runs: list[Run] = []
    for index, line in enumerate(draft.lines):
        if not index:
            runs.extend(cut(line.runs, draft.marker))
            continue
        before = draft.lines[index - 1]
        if _is_break(draft, before, line):
            runs.append(Run("\n"))
        else:
            _join(runs, line.text.lstrip())
        runs.extend(line.runs)
    return join_runs(runs)[0], tuple(runs)


def _join(runs: list[Run], following: str) -> None:
    """Make the end of ``runs`` ready for the next line: a space, or a printer's hyphen less."""
    last = runs[-1] if runs else Run("")
    word = last.text.rstrip().rpartition(" ")[2]
    if not word.endswith(("-", "/", "\u2010")):
        runs.append(Run(" "))
        return
    whole = join_lines(word, following)
    if whole.startswith(word + " "):
        runs.append(Run(" "))
    elif not whole.startswith(word):
        runs[-1] = replace(last, text=last.text.rstrip()[:-1])


def _is_break(draft: Draft, before: Line, line: Line) -> bool:
    if before.parts > 1 and line.parts > 1:
        return True  # rows of a table without rules
    return draft.kind is not BlockKind.HEADING and not line.starts and ended(before, line)


def cut(runs: tuple[Run, ...], count: int) -> tuple[Run, ...]:
    """Return ``runs`` without their first ``count`` characters."""
    kept: list[Run] = []
    for run in runs:
        part = run.text[count:] if count else run.text
        count = max(count - len(run.text), 0)
        kept.append(replace(run, text=part))
    return tuple(kept)


def ended(last: Line, line: Line) -> bool:
    """Say whether the writer ended the line: the next word would have fitted on it."""
    first = line.text.split()[0] if line.text.split() else ""
    width = (line.x1 - line.x0) / max(len(line.text), 1)
    if first[:1].islower() and not STOPPED.search(last.text):
        # The sentence runs on: a picture beside the text, not the writer, made the line short.
        return last.x1 - last.x0 < _SHORT * (last.right - last.x0)
    return last.x1 + (len(first) + 1) * width < last.right - 0.5 * line.size
