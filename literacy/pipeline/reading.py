"""Files in and out: the ``read`` and ``export`` verbs."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from literacy import readers
from literacy.composed import EasyRead
from literacy.document import Document
from literacy.errors import ReadError, ReadKind
from literacy.findings import Report
from literacy.readers.text import read_text
from literacy.wall.limits import MEBIBYTE, limits_here


def read(
    source: str | PathLike[str] | bytes, name: str | None = None, *, isolated: bool = True
) -> Document:
    """Read a leaflet: docx, odt, pdf, html, md or txt.

    Args:
        source: a path, or the bytes of a file.
        name: the file's name, for its ending and for messages; by default the path's own.
        isolated: open the file in a disposable process without network. Switch this off only for
            files that you made yourself.

    Raises:
        ReadError: the file could not be read; ``kind`` says why, the message what to do.
    """
    if isinstance(source, bytes):
        return readers.read(source, name or "text.txt", isolated=isolated)
    path = Path(source)
    return readers.read(contents(path), name or path.name, isolated=isolated)


def export(thing: EasyRead | Document | Report, format: str) -> bytes:
    """Write an Easy Read leaflet, a document or a report in a format.

    Easy Read and documents go to "html", "pdf" and "docx"; reports to "json", "csv", "html" and
    "text".

    Raises:
        ExportError: the format does not exist, or a part that it needs is missing.
    """
    from literacy import exporters  # scoring and checking need none of it

    return exporters.export(thing, format)


def as_document(text_or_document: str | Document) -> Document:
    """Return a document as it is, and a text as the document that a text file of it would be."""
    if isinstance(text_or_document, Document):
        return text_or_document
    if not text_or_document.strip():
        return Document("text.txt", "", ())
    return read_text(text_or_document.encode(errors="replace"), "text.txt")


def contents(path: Path) -> bytes:
    """Return the bytes of a file. One that a reader would refuse for its size is not even loaded.

    Raises:
        ReadError: it cannot be opened, or is too large.
    """
    largest = limits_here().file_bytes
    if path.is_dir():
        raise ReadError(ReadKind.UNSUPPORTED, f"{path} is a folder. Name one file in it.")
    try:
        if path.stat().st_size > largest:
            raise ReadError(
                ReadKind.TOO_LARGE,
                f"{path.name} is larger than {largest // MEBIBYTE} MB. "
                "Make its pictures smaller or split it, and try again.",
            )
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(
            ReadKind.CORRUPT, f"{path} could not be opened: {reason}. Check its name and place."
        ) from error
