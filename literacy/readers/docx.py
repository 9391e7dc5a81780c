"""Word files, as the person who opens them sees them.

The walk in ``ooxml`` does the reading; here its passages become a document. Bold lines that stand
over a text are taken for the headings they are meant to be. What is not read (comments, deletions,
hidden text, headers) is named in the notes, so that nothing is left out silently.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from literacy.document import BlockKind, Document, DocumentBuilder
from literacy.errors import ReadError, ReadKind
from literacy.ooxml.archive import no_text
from literacy.ooxml.model import Item, Passage, Picture, Tally
from literacy.ooxml.names import child, children
from literacy.ooxml.package import Package, open_package
from literacy.ooxml.walk import Walk, walk

MAX_HEADING_WORDS = 12
_NOTE_LENGTH = 80  # characters of a header that a note quotes
_SENTENCE_ENDS = (".", ",", ";", "!")


def read_docx(data: bytes, name: str) -> Document:
    """Read a Word file (.docx, .docm, .dotx, .dotm).

    Raises:
        ReadError: it cannot be read; ``kind`` says why.
    """
    package = open_package(data, name)
    walker = walk(package)
    items = tuple(walker.items())
    if not any(isinstance(item, Passage) for item in items):
        raise _nothing_to_read(walker.tally, name)
    build = DocumentBuilder(name, "docx")
    for item in with_headings(items):
        _add(build, item)
    for note in (*_left_out(walker.tally), *_comments(package), *_margins(walker)):
        build.note(note)
    title, language = _properties(package)
    return build.done(title=title, language=_commonest(walker.tally) or language)


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


def _nothing_to_read(tally: Tally, name: str) -> ReadError:
    if not tally.embedded:
        return no_text(name)
    message = (
        f"{name} only wraps another document. Open it in Word, save it as a new Word document, "
        "and try again with that one."
    )
    return ReadError(ReadKind.UNSUPPORTED, message)


def _left_out(tally: Tally) -> Iterator[str]:
    if count := tally.deleted:
        yield f"Left out {_passages(count)} that someone deleted with tracked changes."
    if count := tally.moved:
        yield f"Read {_passages(count)} only where someone moved it to with tracked changes."
    if count := tally.hidden:
        yield f"Left out {_passages(count)} of hidden text."
    if count := tally.diagrams:
        yield f"Left out the words inside {count} diagram{'s' * (count > 1)}."
    if count := tally.embedded:
        yield f"Left out {count} embedded document{'s' * (count > 1)}."


def _passages(count: int) -> str:
    return "1 passage" if count == 1 else f"{count} passages"


def _comments(package: Package) -> Iterator[str]:
    if count := sum(1 for _ in children(package.part("comments"), "w:comment")):
        yield f"Left out {count} comment{'s' * (count > 1)}."


def _margins(walker: Walk) -> Iterator[str]:
    for kind in ("header", "footer"):
        for part in walker.package.parts(kind):
            items = replace(walker, part=part, tally=Tally()).items()
            text = " ".join(" ".join(item.text for item in items).split())
            if text:
                short = text if len(text) <= _NOTE_LENGTH else text[:_NOTE_LENGTH].rstrip() + "…"
                yield f"Left out the {kind}: '{short}'"


def _properties(package: Package) -> tuple[str, str]:
    """Return the title and the language that the file says it has."""
    for relation in package.relations("").values():
        if relation.kind == "core-properties" and relation.target in package.archive:
            root = package.root(relation.target)
            title, language = child(root, "dc:title"), child(root, "dc:language")
            return (
                (title.text or "") if title is not None else "",
                (language.text or "").strip() if language is not None else "",
            )
    return "", ""


def _commonest(tally: Tally) -> str:
    """Return the language of most of the text: files of British authors often start as en-US."""
    named = {language: count for language, count in tally.languages.items() if language}
    return max(sorted(named), key=lambda language: named[language], default="")
