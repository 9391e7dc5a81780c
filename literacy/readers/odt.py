"""OpenDocument texts, as the person who opens them sees them.

The same promises as for Word files: deleted and hidden text is not read, comments are not glued
into sentences, notes come at the end, and what is left out is named in the notes. Counts that an
attribute may claim (spaces, repeated cells) are held, and a repeated cell is read once.
"""

from __future__ import annotations

from literacy.document import Document, DocumentBuilder
from literacy.errors import ReadError
from literacy.ooxml.archive import (
    Archive,
    corrupt,
    encrypted,
    open_archive,
    unsupported,
)
from literacy.ooxml.model import Passage
from literacy.ooxml.names import Element, child, children, name_of
from literacy.readers.odt_styles import OdtStyles
from literacy.readers.odt_walk import OdtWalk
from literacy.readers.passages import (
    add_items,
    commonest_language,
    left_out,
    margin_note,
    nothing_to_read,
)
from literacy.readers.tidy import one_line

_KIND = "application/vnd.oasis.opendocument."
_MARGINS = {"style:header": "header", "style:footer": "footer"}
_REMEDY = (
    "Open it in LibreOffice, choose File, Save As, untick 'Save with password', save it, "
    "and try again."
)


def read_odt(data: bytes, name: str) -> Document:
    """Read an OpenDocument text (.odt, .ott).

    Raises:
        ReadError: it cannot be read; ``kind`` says why.
    """
    archive = open_archive(data, name)
    _refuse(archive)
    content = archive.xml("content.xml")
    body = child(content, "office:body", "office:text")
    if body is None:
        raise unsupported(name)
    shared = archive.xml("styles.xml") if "styles.xml" in archive else None
    walk = OdtWalk(archive, OdtStyles(content, shared))
    items = tuple(walk.items(body))
    if not any(isinstance(item, Passage) for item in items):
        raise nothing_to_read(walk.tally, name)
    build = DocumentBuilder(name, "odt")
    add_items(build, items)
    for note in (*left_out(walk.tally), *_margins(archive, shared)):
        build.note(note)
    title, language = _properties(archive)
    return build.done(title=title, language=commonest_language(walk.tally) or language)


def _refuse(archive: Archive) -> None:
    """Leave when the zip holds something else, or something locked."""
    name = archive.name
    kind = archive.read("mimetype").decode("latin-1").strip() if "mimetype" in archive else ""
    if kind.startswith(_KIND) and not kind.startswith(f"{_KIND}text"):
        raise unsupported(name)
    if "META-INF/manifest.xml" in archive:
        manifest = archive.xml("META-INF/manifest.xml")
        if next(manifest.iter("{*}encryption-data"), None) is not None:
            raise encrypted(name, _REMEDY)
    if "encrypted-package" in archive:
        raise encrypted(name, _REMEDY)
    if "content.xml" not in archive:
        raise _without_content(archive)


def _without_content(archive: Archive) -> ReadError:
    is_odt = "mimetype" in archive or "META-INF/manifest.xml" in archive
    return corrupt(archive.name) if is_odt else unsupported(archive.name)


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
