"""Read a file in this very process: what the isolated process runs, and what tests may.

The parsers are other people's code and may raise anything at all on a bad file. This is the one
place where that is caught, so that every caller sees our eight kinds and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from literacy.document import Document
from literacy.errors import ReadError, ReadKind
from literacy.readers.detect import Format, corrupt, detect, too_complex
from literacy.readers.flat import packed

Reader = Callable[[bytes, str], Document]

# A long book has a tenth of this; each costs time and memory in every stage that follows.
_MOST_BLOCKS = 20_000

_MODULES = {
    Format.DOCX: "docx",
    Format.ODT: "odt",
    Format.PDF: "pdf",
    Format.HTML: "html",
    Format.MARKDOWN: "markdown",
    Format.TEXT: "text",
}


def read_directly(data: bytes, name: str) -> Document:
    """Read ``data``, whatever format it turns out to be in.

    Raises:
        ReadError: nothing could be read; ``kind`` says why.
    """
    try:
        document = _read(detect(data, name), data, name)
    except ReadError:
        raise
    except (MemoryError, RecursionError) as error:
        raise too_complex(name) from error
    except Exception as error:
        raise corrupt(name) from error
    if len(document.blocks) > _MOST_BLOCKS:
        raise ReadError(
            ReadKind.TOO_LARGE,
            f"{name} has more than {_MOST_BLOCKS:,} paragraphs. Split it, then try again.",
        )
    if not document.text.strip():
        raise ReadError(
            ReadKind.NO_TEXT,
            f"{name} has no text that we can read. If it is a scan or a picture, "
            "ask for the original document.",
        )
    return document


def _read(format: Format, data: bytes, name: str) -> Document:
    if format not in (Format.DOCX, Format.ODT) or data.startswith(b"PK"):
        return _reader(format)(data, name)
    # Its own format, since a flat file cannot be written to as a packed one can.
    return replace(_reader(format)(packed(data, name), name), format="xml")


def _reader(format: Format) -> Reader:
    """Import only the parser that is needed: each takes a while to load."""
    module = import_module(f"literacy.readers.{_MODULES[format]}")
    reader: Reader = getattr(module, f"read_{_MODULES[format]}")
    return reader
