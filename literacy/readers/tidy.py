"""Clean characters, and styled runs joined to one text with marks: the same for every reader.

Pure functions on small records, so that they are tested without files. What a person does not see
(soft hyphens, zero-width and direction characters, control codes) goes; what they see stays, except
that a ligature becomes its letters, since nobody looks a word up with one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from literacy.document import Mark, MarkKind, Span

_GONE = dict.fromkeys(
    [
        *(code for code in range(0x1C) if chr(code) not in "\t\n\v\f\r"),
        *range(0x7F, 0xA0),
        0xAD,
        0x200B,
        *range(0x200E, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
        0xFFFE,
        0xFFFF,
        *range(0xD800, 0xE000),
    ]
)
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"} | {
    0xFB05: "st",
    0xFB06: "st",
}
# NEL is a line end to those who still write it, so it must be mapped before its row is dropped.
_LINES = {0x85: "\n", 0x2028: "\n", 0x2029: "\n", 0x0B: "\n", 0x0C: "\n"}
# Four old separators count as space, and cannot stand in an XML file.
_SEPARATORS = dict.fromkeys(range(0x1C, 0x20), " ")
_TABLE = _GONE | _LIGATURES | _LINES | _SEPARATORS

_CHANGED = re.compile(f"[{''.join(map(re.escape, map(chr, sorted(_TABLE))))}]")

_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n[ \n]*")


# "Table 1. Doses" and "Figure 2: The heart", and not "Table 1 shows the doses".
_CAPTION = re.compile(
    r"(?:figure|fig\.?|table|picture|photo|diagram|chart|image)\s+\d{1,3}(?:[.:)]|\s*[-–—]|$)", re.I
)
_LONGEST_CAPTION = 60  # words


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters of one block that look alike. ``link`` is an address."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    link: str = ""


def clean(text: str) -> str:
    """Drop the characters nobody sees. Spaces and line ends stay as they are, in number too."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.translate(_TABLE) if _CHANGED.search(text) else text


def squeeze(text: str) -> str:
    """Clean ``text``, with one space for each run of spaces and one line end for each of lines."""
    return _BREAKS.sub("\n", _SPACES.sub(" ", clean(text))).strip()


def is_caption(text: str) -> bool:
    """Say whether a paragraph names a numbered table or picture, as captions do."""
    return bool(_CAPTION.match(text.lstrip())) and len(text.split()) <= _LONGEST_CAPTION


def one_line(text: str) -> str:
    return " ".join(clean(text).split())


def join_runs(runs: Iterable[Run]) -> tuple[str, tuple[Mark, ...]]:
    """Return the squeezed text of ``runs`` and the marks on it.

    White space that two runs share is kept once, by the first of them.
    """
    text = ""
    spans: list[tuple[Run, Span]] = []
    for run in runs:
        start = len(text)
        text = _append(text, clean(run.text))
        if start < len(text):
            spans.append((run, Span(start, len(text))))
    end = len(text.rstrip())
    marks = (_mark(kind, target, span, text, end) for kind, target, span in _merged(spans))
    return text[:end], tuple(mark for mark in marks if mark is not None)


def _append(text: str, more: str) -> str:
    more = _BREAKS.sub("\n", _SPACES.sub(" ", more))
    if more.startswith("\n"):
        # A space before a line end is never seen; swap it rather than move what came before.
        if text.endswith(" "):
            return text[:-1] + more
        return text + more.lstrip("\n ") if not text or text.endswith("\n") else text + more
    if more.startswith(" ") and (not text or text[-1] in " \n"):
        more = more[1:]
    return text + more


def _merged(spans: list[tuple[Run, Span]]) -> Iterator[tuple[MarkKind, str, Span]]:
    """Yield each stretch of one formatting once, however many runs it was cut into."""
    for kind in MarkKind:
        open_target, open_span = "", None
        for run, span in spans:
            target = _target(run, kind)
            if open_span and target == open_target and target is not None:
                open_span = Span(open_span.start, span.end)
                continue
            if open_span:
                yield kind, open_target, open_span
            open_target, open_span = (target, span) if target is not None else ("", None)
        if open_span:
            yield kind, open_target, open_span


def _target(run: Run, kind: MarkKind) -> str | None:
    """Return the address of a link, "" for other formatting, None where there is none."""
    if kind is MarkKind.LINK:
        return run.link or None
    return "" if getattr(run, kind.value) else None


def _mark(kind: MarkKind, target: str, span: Span, text: str, end: int) -> Mark | None:
    part = text[span.start : min(span.end, end)]
    start = span.start + len(part) - len(part.lstrip())
    stop = span.start + len(part.rstrip())
    return Mark(kind, Span(start, stop), target) if start < stop else None
