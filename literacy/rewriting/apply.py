"""Turn accepted suggestions into a new document.

Each block is rewritten by itself, its marks move with its characters, and its facts are compared
before and after. Two things may state a fact once more: the start of a new sentence that repeats
words of its own block ("Type 2 diabetes" as a copied subject), and a whole sentence added after
another (an explanation). Nothing may state one less.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from literacy.document import (
    Asset,
    Block,
    BlockKind,
    Document,
    DocumentBuilder,
    Mark,
    MarkKind,
    Span,
)
from literacy.errors import EditError, FactError
from literacy.findings import Edit, Suggestion
from literacy.rewriting.facts import changed_facts, facts

BREAK = re.compile(r"[.!?]\s+(?=\S)|\n")
SENTENCES = re.compile(r"\s*[\"'“‘(]?[A-Z0-9].*[.!?][\"'”’)]*\s*", re.DOTALL)
ENDED = re.compile(r"(?:[.!?:][\"'”’)]*|\n|^)\s*$")


def apply_suggestions(document: Document, suggestions: Iterable[Suggestion]) -> Document:
    """Return a new document with every edit of every suggestion made.

    Raises:
        EditError, FactError: as ``apply_edits``.
    """
    return apply_edits(document, (edit for suggestion in suggestions for edit in suggestion.edits))


def apply_edits(document: Document, edits: Iterable[Edit]) -> Document:
    """Return a new document with all the edits made, or raise and change nothing.

    Whole sentences inserted at one place stand in the order given.

    Raises:
        EditError: two edits overlap, one crosses a block border, or a block would be left empty.
        FactError: the edits would change a number, a unit, a negation or another fact of a block.
    """
    ordered = sorted(edits, key=lambda edit: edit.span)
    if not ordered:
        return document
    _refuse_overlaps(document, ordered)
    build = DocumentBuilder(document.name, document.format)
    for block in document.blocks:
        _add_block(build, document, block, [e for e in ordered if block.span.covers(e.span)])
    for note in document.notes:
        build.note(note)
    return build.done(title=document.title, language=document.language)


def keeps_facts(document: Document, edits: Iterable[Edit]) -> bool:
    """Tell whether ``apply_edits`` would take these edits."""
    try:
        apply_edits(document, edits)
    except (EditError, FactError):
        return False
    return True


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with sorted, separate edits made; their spans count from its start."""
    parts, end = [], 0
    for edit in edits:
        parts += [text[end : edit.span.start], edit.text]
        end = edit.span.end
    return "".join([*parts, text[end:]])


def _refuse_overlaps(document: Document, ordered: list[Edit]) -> None:
    for edit in ordered:
        if document.block_at(edit.span) is None:
            raise EditError(f"crosses the border of a block: {document.slice(edit.span)!r}")
    for first, second in pairwise(ordered):
        if not are_apart(document, first, second):
            words = document.slice(first.span), document.slice(second.span)
            raise EditError(f"two changes to the same words: {words[0]!r} and {words[1]!r}")


def are_apart(document: Document, first: Edit, second: Edit) -> bool:
    """Tell whether two edits can both be made. Two explanations may follow the same sentence."""
    a, b = first.span, second.span
    if a != b:
        return not (a.overlaps(b) or _is_inside(a, b) or _is_inside(b, a))
    both_added = _is_added(document, first) and _is_added(document, second)
    return both_added and first.text != second.text


def _is_inside(point: Span, span: Span) -> bool:
    return not len(point) and span.start < point.start < span.end


def _add_block(build: DocumentBuilder, document: Document, block: Block, edits: list[Edit]) -> None:
    old = document.slice(block.span)
    local = _merged(Edit(edit.span.shift(-block.span.start), edit.text) for edit in edits)
    new = edited(old, local)
    if edits:
        _refuse_changes(document, old, new, edits)
    if block.kind is BlockKind.IMAGE:
        asset = _asset(document, block)
        alt = new if edits else asset.alt
        build.add_image(alt, media_type=asset.media_type, data=asset.data, place=block.place)
        return
    marks = tuple(_moved(_marks_of(document, block), local))
    build.add(
        block.kind,
        new,
        level=block.level,
        place=block.place,
        ordered=block.ordered,
        cell=block.cell,
        marks=marks,
    )


def _merged(edits: Iterable[Edit]) -> list[Edit]:
    """Join additions at one place: each on a line of its own, with one line break between."""
    merged: list[Edit] = []
    for edit in edits:
        if merged and merged[-1].span == edit.span:
            joined = merged[-1].text.removesuffix("\n") + edit.text
            merged[-1] = Edit(edit.span, joined)
        else:
            merged.append(edit)
    return merged


def _refuse_changes(document: Document, old: str, new: str, edits: list[Edit]) -> None:
    if not new.strip():
        raise EditError(f"nothing would be left of {old!r}")
    copied = " ".join(filter(None, (_repeated(document, old, edit) for edit in edits)))
    if changes := changed_facts(old, new, copied=copied):
        raise FactError(f"{'; '.join(changes)}: {old!r} would become {new!r}")


def _repeated(document: Document, old: str, edit: Edit) -> str:
    """Return what in ``edit`` may state facts again: a copied subject, an added sentence."""
    if _is_added(document, edit):
        return edit.text
    begins = BREAK.search(edit.text)
    start = edit.text[begins.end() :] if begins else ""
    return start if facts(start) <= facts(old) else ""


def _is_added(document: Document, edit: Edit) -> bool:
    """Tell whether ``edit`` adds whole sentences between two sentences and changes nothing else.

    It may take the place of the space between them.
    """
    block = document.block_at(edit.span)
    if document.slice(edit.span).strip(" ") or len(edit.span) > 1:
        return False
    if block is None or not SENTENCES.fullmatch(edit.text):
        return False
    before = document.text[block.span.start : edit.span.start]
    return edit.span.end == block.span.end or bool(ENDED.search(before))


def _asset(document: Document, block: Block) -> Asset:
    empty = Asset(block.span, document.slice(block.span))
    return next((asset for asset in document.assets if asset.span == block.span), empty)


def _marks_of(document: Document, block: Block) -> Iterator[Mark]:
    """Yield the marks in ``block``, counted from its start."""
    for mark in document.marks:
        if mark.span.overlaps(block.span):
            start = max(mark.span.start, block.span.start)
            end = min(mark.span.end, block.span.end)
            yield replace(mark, span=Span(start, end).shift(-block.span.start))


def _moved(marks: Iterable[Mark], edits: list[Edit]) -> Iterator[Mark]:
    for mark in marks:
        start, end = _place(mark.span, edits)
        if start < end:
            yield replace(mark, span=Span(start, end))
        elif mark.kind is MarkKind.LINK:
            raise FactError(f"a link would be lost: {mark.target}")


def _place(span: Span, edits: list[Edit]) -> tuple[int, int]:
    """Return where the marked characters are after ``edits``.

    New words are marked when they replace only marked words or all of them. Where an edit takes one
    end of the mark, the new words are not: the bold of "food" does not spread over a new sentence.
    """
    start, end = span.start, span.end
    for edit in edits:
        if len(edit.span) and edit.span.covers(span):
            first = edit.span.start + _growth(edits, edit.span.start)
            return first, first + len(edit.text)
        if edit.span.start < span.start < edit.span.end:
            start = edit.span.end
        if edit.span.start < span.end < edit.span.end:
            end = edit.span.start
    inside = [edit for edit in edits if edit.span != Span(end, end)]
    return start + _growth(edits, start), end + _growth(inside, end)


def _growth(edits: Iterable[Edit], offset: int) -> int:
    """Return how far the edits that end at or before ``offset`` move it."""
    return sum(len(edit.text) - len(edit.span) for edit in edits if edit.span.end <= offset)
