"""Rows of running text: one sentence a row, one list item a row, links where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from literacy.composed import Row, RowKind, Run
from literacy.document import Block, BlockKind, Document, Mark, MarkKind, Span
from literacy.easyread.options import Options
from literacy.words.segment import sentences, words

ADDRESS = re.compile(
    r"(?P<web>\b(?:https?://|www\.)[^\s<>()]*[^\s<>().,;:!?'\"]|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*"
    r"\.(?:uk|org|com|net|info)(?:/[^\s<>()]*[^\s<>().,;:!?'\"])?\b)"
    r"|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<phone>(?<![\d.,])(?:\+44\s?|0)\d(?:[\s-]?\d){8,10}(?!\d)|\b(?:999|111|112)\b(?!\s?\d))",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"\b(?:call|ring|phone|dial|telephone|on|nhs)\s*(?:nhs\s*)?:?\s*$", re.IGNORECASE
)
BULLET = re.compile(r"•\s+")
LEAD_IN = re.compile(r"[:;,]$")


def rows_of(document: Document, block: Block, options: Options, number: int = 0) -> Iterator[Row]:
    """Yield the rows of one block; none of a picture or caption, which cannot stand alone."""
    if block.kind in (BlockKind.IMAGE, BlockKind.CAPTION):
        return
    for place in sentences(document.slice(block.span)):
        span = place.shift(block.span.start)
        # A line that a rewrite made an item of a list is still within its paragraph.
        sign = BULLET.match(document.slice(span))
        span = Span(span.start + (sign.end() if sign else 0), span.end)
        is_point = bool(sign) or block.kind is BlockKind.LIST_ITEM
        yield Row(
            runs=linked(document, span),
            kind=RowKind.POINT if is_point else RowKind.IDEA,
            source=span,
            remark=remark(document.slice(span), options),
            number=number,
        )
        number = 0  # only the first sentence of a step shows its number


def remark(text: str, options: Options) -> str:
    """Tell the writer what is wrong with the length of a row, if anything is."""
    count = len(words(text))
    if count <= options.sentence_words:
        return ""
    return f"This row has {count} words. Split it: {options.sentence_words} at most."


def linked(document: Document, span: Span) -> tuple[Run, ...]:
    """Return the words of ``span`` as runs: the source's links, and addresses written out."""
    text = document.slice(span)
    runs, end = [], 0
    for start, stop, target in sorted(_links(document, span, text)):
        if start < end:
            continue
        if text[end:start]:
            runs.append(Run(_one_line(text[end:start])))
        runs.append(Run(_one_line(text[start:stop]), link=target))
        end = stop
    if text[end:]:
        runs.append(Run(_one_line(text[end:])))
    return tuple(runs)


def _links(document: Document, span: Span, text: str) -> Iterator[tuple[int, int, str]]:
    for mark in document.marks:
        if mark.kind is MarkKind.LINK and mark.target and span.overlaps(mark.span):
            yield _inside(mark, span)
    for match in ADDRESS.finditer(text):
        if target := _target(match, text):
            yield *match.span(), target


def _inside(mark: Mark, span: Span) -> tuple[int, int, str]:
    start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
    return start - span.start, end - span.start, mark.target


def _target(match: re.Match[str], text: str) -> str:
    if match["mail"]:
        return f"mailto:{match['mail']}"
    if match["web"]:
        web = match["web"]
        return web if web.lower().startswith("http") else f"https://{web}"
    digits = re.sub(r"[\s-]", "", match["phone"])
    # A number of three digits is a phone number only where the words say so.
    if len(digits) == 3 and not CALLED.search(text[: match.start()]):
        return ""
    return f"tel:{digits}"


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
