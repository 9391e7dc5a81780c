"""From the passages of a word processor's file to the blocks of a document.

Bold lines that stand over a text are taken for the headings they are meant to be: many leaflets
have no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from literacy.document import BlockKind, DocumentBuilder
from literacy.errors import ReadError, ReadKind
from literacy.ooxml.archive import no_text
from literacy.ooxml.model import Item, Passage, Picture, Tally

MAX_HEADING_WORDS = 12
_NOTE_LENGTH = 80  # characters of a header that a note quotes
_SENTENCE_ENDS = (".", ",", ";", "!")


def add_items(build: DocumentBuilder, items: tuple[Item, ...]) -> None:
    """Add what a walk found, one block for each item."""
    for item in with_headings(items):
        _add(build, item)


def with_headings(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Make headings of the bold lines that stand over a text."""
    found: list[Item] = []
    leads_on = False  # whether what comes next is a text that a heading could stand over
    for item in reversed(items):
        is_heading = leads_on and _looks_like_heading(item)
        found.append(_as_heading(item) if is_heading else item)
        if isinstance(item, Passage):
            leads_on = is_heading or not (item.is_bold or item.cell)
    return tuple(_levelled(reversed(found)))


def _looks_like_heading(item: Item) -> bool:
    return (
        isinstance(item, Passage)
        and item.kind is BlockKind.PARAGRAPH
        and item.is_bold
        and "\n" not in item.text
        and len(item.text.split()) <= MAX_HEADING_WORDS
        and not item.text.endswith(_SENTENCE_ENDS)
        and any(letter.isalpha() for letter in item.text)
    )


def _as_heading(item: Item) -> Item:
    return replace(item, kind=BlockKind.HEADING) if isinstance(item, Passage) else item


def _levelled(items: Iterable[Item]) -> Iterator[Item]:
    """Set a bold line one level below the last heading; the first line of all is the title."""
    level, is_first = 1, True
    for item in items:
        if isinstance(item, Passage):
            if item.kind is BlockKind.HEADING and item.level:
                level = item.level
            elif item.kind is BlockKind.HEADING:
                item = replace(item, level=1 if is_first else min(level + 1, 6))
            is_first = False
        yield item


def _add(build: DocumentBuilder, item: Item) -> None:
    if isinstance(item, Picture):
        build.add_image(item.text, media_type=item.media_type, data=item.data, place=item.place)
        return
    build.add(
        item.kind,
        item.text,
        level=item.level,
        place=item.place,
        ordered=item.ordered,
        cell=item.cell,
        marks=item.marks(),
    )


def left_out(tally: Tally) -> Iterator[str]:
    """Yield what was met and not read, in plain words."""
    if count := tally.deleted:
        yield f"Left out {_passages(count)} that someone deleted with tracked changes."
    if count := tally.moved:
        yield f"Read {_passages(count)} only where someone moved it to with tracked changes."
    if count := tally.hidden:
        yield f"Left out {_passages(count)} of hidden text."
    if count := tally.comments:
        yield f"Left out {count} comment{'s' * (count > 1)}."
    if count := tally.diagrams:
        yield f"Left out the words inside {count} diagram{'s' * (count > 1)}."
    if count := tally.embedded:
        yield f"Left out {count} embedded document{'s' * (count > 1)}."


def _passages(count: int) -> str:
    return "1 passage" if count == 1 else f"{count} passages"


def nothing_to_read(tally: Tally, name: str) -> ReadError:
    """Return the error for a file that came to no passage at all."""
    if tally.embedded:
        message = (
            f"{name} only wraps another document. Open it in Word, save it as a new Word document, "
            "and try again with that one."
        )
        return ReadError(ReadKind.UNSUPPORTED, message)
    if tally.hidden or tally.deleted:
        message = (
            f"All the words in {name} are hidden or deleted with tracked changes. "
            "Show them or reject the changes, save the file, and try again."
        )
        return ReadError(ReadKind.NO_TEXT, message)
    return no_text(name)


def margin_note(kind: str, texts: Iterable[str]) -> str:
    """Say which header or footer was left out, empty when there was nothing in it."""
    text = " ".join(" ".join(texts).split())
    if len(text) > _NOTE_LENGTH:
        text = text[:_NOTE_LENGTH].rstrip() + "…"
    return f"Left out the {kind}: '{text}'" if text else ""


def commonest_language(tally: Tally) -> str:
    """Return the language of most of the text: files of British authors often start as en-US."""
    named = {language: count for language, count in tally.languages.items() if language}
    return max(sorted(named), key=lambda language: named[language], default="")
