"""OpenDocument texts, as the person who opens them sees them.

The same promises as for Word files: deleted and hidden text is not read, comments are not glued
into sentences, notes come at the end, and what is left out is named in the notes. Counts that an
attribute may claim (spaces, repeated cells) are held, and a repeated cell is read once.
"""

from __future__ import annotations

from literacy.document import Document, DocumentBuilder
from literacy.odf.package import STYLES, open_text
from literacy.odf.styles import OdtStyles
from literacy.odf.walk import OdtWalk
from literacy.ooxml.archive import Archive
from literacy.ooxml.model import Passage
from literacy.ooxml.names import Element, child, children, name_of
from literacy.readers.passages import (
    add_items,
    commonest_language,
    left_out,
    margin_note,
    nothing_to_read,
)
from literacy.readers.tidy import one_line

_MARGINS = {"style:header": "header", "style:footer": "footer"}


def read_odt(data: bytes, name: str) -> Document:
    """Read an OpenDocument text (.odt, .ott).

    Raises:
        ReadError: it cannot be read; ``kind`` says why.
    """
    text = open_text(data, name)
    archive, shared = text.archive, text.roots.get(STYLES)
    walk = text.walk()
    items = tuple(walk.items(text.body))
    if not any(isinstance(item, Passage) for item in items):
        raise nothing_to_read(walk.tally, name)
    build = DocumentBuilder(name, "odt")
    add_items(build, items)
    for note in (*left_out(walk.tally), *_margins(archive, shared)):
        build.note(note)
    title, language = _properties(archive)
    return build.done(title=title, language=commonest_language(walk.tally) or language)


def _margins(archive: Archive, shared: Element | None) -> list[str]:
    notes = []
    for page in children(child(shared, "office:master-styles"), "style:master-page"):
        for one in page:
            if kind := _MARGINS.get(name_of(one)):
                items = OdtWalk(archive, OdtStyles(shared)).items(one)
                notes.append(margin_note(kind, (item.text for item in items)))
    return [note for note in notes if note]


def _properties(archive: Archive) -> tuple[str, str]:
    """Return the title and the language that the file says it has."""
    if "meta.xml" not in archive:
        return "", ""
    meta = child(archive.xml("meta.xml"), "office:meta")
    title, language = child(meta, "dc:title"), child(meta, "dc:language")
    return (
        one_line(title.text or "") if title is not None else "",
        (language.text or "").strip() if language is not None else "",
    )
