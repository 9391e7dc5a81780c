"""Word files, as the person who opens them sees them.

The walk in ``ooxml`` does the reading; here its passages become a document. What is not read
(comments, deletions, hidden text, headers) is named in the notes: nothing is left out silently.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from literacy.document import Document, DocumentBuilder
from literacy.ooxml.model import Passage, Tally
from literacy.ooxml.names import child, children
from literacy.ooxml.package import Package, open_package
from literacy.ooxml.walk import Walk, walk
from literacy.readers.passages import (
    add_items,
    commonest_language,
    left_out,
    margin_note,
    nothing_to_read,
)
from literacy.readers.tidy import one_line


def read_docx(data: bytes, name: str) -> Document:
    """Read a Word file (.docx, .docm, .dotx, .dotm).

    Raises:
        ReadError: it cannot be read; ``kind`` says why.
    """
    package = open_package(data, name)
    walker = walk(package)
    walker.tally.comments = sum(1 for _ in children(package.part("comments"), "w:comment"))
    items = tuple(walker.items())
    if not any(isinstance(item, Passage) for item in items):
        raise nothing_to_read(walker.tally, name)
    build = DocumentBuilder(name, "docx")
    add_items(build, items)
    for note in (*left_out(walker.tally), *_margins(walker)):
        build.note(note)
    title, language = _properties(package)
    return build.done(title=title, language=commonest_language(walker.tally) or language)


def _margins(walker: Walk) -> Iterator[str]:
    for kind in ("header", "footer"):
        for part in walker.package.parts(kind):
            items = replace(walker, part=part, tally=Tally()).items()
            if note := margin_note(kind, (item.text for item in items)):
                yield note


def _properties(package: Package) -> tuple[str, str]:
    """Return the title and the language that the file says it has."""
    for relation in package.relations("").values():
        if relation.kind == "core-properties" and relation.target in package.archive:
            root = package.root(relation.target)
            title, language = child(root, "dc:title"), child(root, "dc:language")
            return (
                one_line(title.text or "") if title is not None else "",
                (language.text or "").strip() if language is not None else "",
            )
    return "", ""
