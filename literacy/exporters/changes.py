"""What a rewrite changes in one block, word by word, why, and which changes belong together.

The writers of an author's own file share this. A change that the file cannot hold is left out with
all that belongs to its sentence, so that no sentence is ever half changed, and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, groupby

from literacy.document import Block, Document, Span
from literacy.findings import Finding, Taken
from literacy.words.segment import sentences

_TOKENS = re.compile(r"\w+(?:[-'’.,]\w+)*|[^\S\n]+|.|\n")
UNCERTAIN = "its place in the file is not certain"
_SENTENCES = re.compile(r"[^.!?\n]*[.!?\n]*")
_LONG, _MANY = 4000, 4000  # characters, tokens


@dataclass(frozen=True, slots=True)
class Change:
    """Characters ``start`` to ``end`` of a passage become ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that the file could not be given: ``old`` still stands where ``new`` should."""

    place: str
    old: str
    new: str
    why: str

    def __str__(self) -> str:
        new = f"to “{_line(self.new)}”" if self.new.strip() else "to nothing"
        return f"Not changed, {self.place}: “{_line(self.old)}” {new}, because {self.why}."


@dataclass(frozen=True, slots=True)
class Returned:
    """The author's own file, what it could not be given, and what its blocks say now."""

    data: bytes
    left_out: tuple[LeftOut, ...] = ()
    texts: tuple[str, ...] = ()


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Compare two texts word by word and return what changed, from the start."""
    found: list[Change] = []
    for start, end, text in _differences(before, after):
        # A space between two changed words is part of the change: one change reads better than two.
        if found and start > found[-1].end and not before[found[-1].end : start].strip(" "):
            last = found.pop()
            found.append(Change(last.start, end, last.text + before[last.end : start] + text))
        else:
            found.append(Change(start, end, text))
    return tuple(found)


def _differences(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield what differs. Long texts are compared by sentences first, which is much quicker."""
    if max(len(before), len(after)) <= _LONG:
        yield from _compared(_TOKENS, before, after)
        return
    for start, end, text in _compared(_SENTENCES, before, after):
        for first, last, words in _compared(_TOKENS, before[start:end], text):
            yield start + first, start + last, words


def _compared(tokens: re.Pattern[str], before: str, after: str) -> Iterator[tuple[int, int, str]]:
    old, new = tokens.findall(before), tokens.findall(after)
    at = tuple(accumulate(map(len, old), initial=0))
    # The exact comparison of very much text takes too long.
    matcher = SequenceMatcher(None, old, new, autojunk=max(len(old), len(new)) > _MANY)
    for tag, i, j, m, n in matcher.get_opcodes():
        if tag != "equal":
            yield at[i], at[j], "".join(new[m:n])


def changed(text: str, made: Iterable[Change]) -> str:
    """Return ``text`` with the changes made."""
    parts, end = [], 0
    for change in made:
        parts += [text[end : change.start], change.text]
        end = change.end
    return "".join([*parts, text[end:]])


def by_block(document: Document, taken: Iterable[Taken]) -> dict[Block, tuple[Taken, ...]]:
    """Return what was taken in each block."""
    found: dict[Block, list[Taken]] = {}
    for one in taken:
        if block := document.block_at(one.span):
            found.setdefault(block, []).append(one)
    return {block: tuple(inside) for block, inside in found.items()}


def reasons(change: Change, block: Block, taken: Iterable[Taken]) -> tuple[Finding, ...]:
    """Return the findings that speak about the words of a change, each once."""
    start, end = block.span.start + change.start, block.span.start + change.end
    found = (one.finding for one in taken if one.span.start <= end and start <= one.span.end)
    return tuple(dict.fromkeys(found))


def left_whole(block: Block, old: str, new: str, why: str) -> Iterator[LeftOut]:
    """Yield all that would change in a block that is left as it is."""
    for change in changes(old, new):
        yield LeftOut(block.place, old[change.start : change.end], change.text, why)


def spans_of(block: Block, taken: Iterable[Taken]) -> Iterator[Span]:
    """Yield for each finding the words of the block that it changes together, from their start."""
    at = block.span.start
    for _, group in groupby(sorted(taken, key=_key), key=_key):
        spans = [one.span for one in group]
        yield Span(min(span.start for span in spans), max(span.end for span in spans)).shift(-at)


def placed(
    text: str,
    wanted: tuple[Change, ...],
    why_not: Callable[[Change], str],
    spans: Iterable[Span],
    place: str,
) -> tuple[tuple[Change, ...], tuple[LeftOut, ...]]:
    """Return the changes that can be made, and what must be left out with those that cannot.

    Args:
        why_not: says what hinders a change, empty when nothing does.
        spans: words of ``text`` that are changed together or not at all, besides its sentences.
    """
    hindered = {change: why for change in wanted if (why := why_not(change))}
    if not hindered:
        return wanted, ()
    good: list[Change] = []
    left: list[LeftOut] = []
    for group in _groups(wanted, [*sentences(text), *spans]):
        why = next((hindered[change] for change in group if change in hindered), "")
        if not why:
            good += group
            continue
        start, end = group[0].start, group[-1].end
        new = changed(text[:end], group)[start:]
        left.append(LeftOut(place, text[start:end], new, why))
    return tuple(good), tuple(left)


def _groups(wanted: tuple[Change, ...], spans: list[Span]) -> Iterator[tuple[Change, ...]]:
    """Yield neighbours that share a sentence, or anything else that holds them together."""
    joined = [False] * len(wanted)  # whether a change belongs to the one before it
    for span in spans:
        inside = [n for n, change in enumerate(wanted) if _touches(change, span)]
        for n in inside[1:]:
            joined[n] = True
    number = accumulate(not one for one in joined)
    for _, group in groupby(zip(number, wanted, strict=True), key=lambda pair: pair[0]):
        yield tuple(change for _, change in group)


def _touches(change: Change, span: Span) -> bool:
    if change.start == change.end:
        return span.start < change.start <= span.end
    return change.start < span.end and span.start < change.end


def _key(one: Taken) -> tuple[str, Span]:
    return one.finding.rule, one.finding.span


def _line(text: str) -> str:
    return " ".join(text.split())
