"""Which format a file is in, by its bytes first and its name second.

A wrong ending on a good file is the commonest mistake there is, so content wins. What we cannot
read is refused here, in words that say how to make something that we can.
"""

from __future__ import annotations

import re
from enum import StrEnum
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from literacy.decoding import decode
from literacy.errors import ReadError, ReadKind
from literacy.readers.flat import root_name, without_prologue


class Format(StrEnum):
    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"


_PICTURE = (
    "is a picture. Type its words, ask for the original document, "
    "or use a program that reads text from pictures (OCR)"
)
_WORD = "Open it and save it as a Word document (.docx), then try again"
_SLIDES = "is a set of slides. Copy its words into a Word document (.docx), or save it as PDF"
_SHEET = "is a spreadsheet. Copy its words into a Word document (.docx)"
_EXPORT = "Export it as Word (.docx) or PDF, then try again"

# The first bytes of what we refuse, with what to tell the person.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", f"is a rich text file (.rtf). {_WORD}"),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"BM", ""),  # too short to be sure: see _is_bitmap
    (b"\x1f\x8b", "is a compressed file. Unpack it and try again with what is inside"),
    (b"BZh", "is a compressed file. Unpack it and try again with what is inside"),
    (b"7z\xbc\xaf", "is a compressed folder. Unpack it and try again with what is inside"),
    (b"Rar!", "is a compressed folder. Unpack it and try again with what is inside"),
    (b"%!PS", "is a PostScript file. Save it as PDF, then try again"),
    (b"MZ", ""),  # see _is_program
    (b"\x7fELF", "is a program, not a document"),
)
_ENDINGS = {
    ".doc": f"is an old Word file (.doc). {_WORD}",
    ".rtf": f"is a rich text file (.rtf). {_WORD}",
    ".ppt": f"{_SLIDES}",
    ".pptx": f"{_SLIDES}",
    ".odp": f"{_SLIDES}",
    ".key": f"{_SLIDES}",
    ".xls": f"{_SHEET}",
    ".xlsx": f"{_SHEET}",
    ".ods": f"{_SHEET}",
    ".numbers": f"{_SHEET}",
    ".pages": f"is a Pages document. {_EXPORT}",
    ".epub": f"is an e-book. {_EXPORT}",
    ".pub": f"is a Publisher file. {_EXPORT}",
} | dict.fromkeys(
    (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".webp"), _PICTURE
)

_HTML_NAMES = {".html", ".htm", ".xhtml", ".xht"}
_PACKED = {".docx", ".odt", ".pdf"}
_FLAT = {"pkg:package": Format.DOCX, "office:document": Format.ODT}
_STUB = 100  # bytes: what is left of a file cut off, not a leaflet under a wrong name
_MARKDOWN_NAMES = {".md", ".markdown", ".mkd"}
_LOOKS_HTML = re.compile(r"<(?:!doctype\s+html|html)\b", re.I)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEIF = (b"heic", b"heix", b"mif1", b"msf1", b"avif")
# PDF readers accept some rubbish before the header, so files with it are about.
_PDF_HEADER_WITHIN = 1024


def detect(data: bytes, name: str) -> Format:
    """Return the format of ``data``.

    Raises:
        ReadError: it is empty, locked, or of a kind that we do not read.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xfe\xff"):
        raise _nothing(data, name)
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return Format.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zipped(data, name)
    if data.startswith(_OLE):
        raise _ole(data, name)
    _refuse_known(data, name)
    return _written(data, name)


def _nothing(data: bytes, name: str) -> ReadError:
    if data.strip(b"\xef\xbb\xbf\xfe\xff\x00"):
        return ReadError(
            ReadKind.NO_TEXT, f"{name} has only blank lines in it. Is it the right file?"
        )
    return ReadError(
        ReadKind.EMPTY, f"{name} is empty. Is it the right file? Save it again and retry."
    )


def _refuse_known(data: bytes, name: str) -> None:
    for magic, problem in _MAGIC:
        if problem and data.startswith(magic):
            raise unsupported(name, problem)
    if data[:2] == b"BM" and b"\x00" in data[:20]:
        raise unsupported(name, _PICTURE)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise unsupported(name, _PICTURE)
    if data[4:8] == b"ftyp":
        raise unsupported(name, _PICTURE if data[8:12] in _HEIF else "is a film or a sound")
    if data[:2] == b"MZ" and b"\x00" in data[:200]:
        raise unsupported(name, "is a program, not a document")


def _zipped(data: bytes, name: str) -> Format:
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
        if _ending(name) in _ENDINGS:  # whole or not, we would not read it
            raise unsupported(name, _ENDINGS[_ending(name)]) from error
        raise corrupt(name) from error
    names = {entry.filename for entry in entries[:5000]}
    if any(entry.flag_bits & 1 for entry in entries):
        raise locked(name)
    if not names:
        raise corrupt(name)
    if _ending(name) == ".odt" or "content.xml" in names:
        return _open_document(data, names, name)
    if "[Content_Types].xml" in names or _ending(name) == ".docx":
        return _office(names, name)
    if any(part.startswith("Index/") and part.endswith(".iwa") for part in names):
        raise unsupported(name, _ENDINGS[".pages"])
    if "META-INF/container.xml" in names:
        raise unsupported(name, _ENDINGS[".epub"])
    raise unsupported(name, "is a compressed folder. Unpack it and try again with what is inside")


def _office(names: set[str], name: str) -> Format:
    for folder, ending in (("xl/", ".xlsx"), ("ppt/", ".pptx")):
        if any(part.startswith(folder) for part in names):
            raise unsupported(name, _ENDINGS[ending])
    if "[Content_Types].xml" not in names and not any(part.startswith("word") for part in names):
        raise unsupported(
            name, "is a compressed folder. Unpack it and try again with what is inside"
        )
    return Format.DOCX


def _open_document(data: bytes, names: set[str], name: str) -> Format:
    if "[Content_Types].xml" in names:
        return _office(names, name)
    # The type is stored plain as the first part, which is what makes these files easy to tell.
    kind = re.search(rb"application/vnd\.oasis\.opendocument\.([a-z-]+)", data[:200])
    if kind and not kind[1].startswith(b"text"):
        ending = ".odp" if kind[1].startswith(b"presentation") else ".ods"
        raise unsupported(name, _ENDINGS[ending])
    return Format.ODT


def _ole(data: bytes, name: str) -> ReadError:
    """Old Office files and locked new ones share a container; its directory tells them apart."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return locked(name)
    for entry, ending in (("PowerPoint Document", ".ppt"), ("Workbook", ".xls")):
        if entry.encode("utf-16-le") in data:
            return unsupported(name, _ENDINGS[ending])
    return unsupported(name, _ENDINGS[".doc"])


def _written(data: bytes, name: str) -> Format:
    """Tell the formats that are plain characters apart, once the bytes are known to be that."""
    ending = _ending(name)
    if ending in _HTML_NAMES:
        return Format.HTML
    text = decode(data)
    if text is not None and _LOOKS_HTML.match(without_prologue(text)):
        return Format.HTML
    if text is not None and (root := root_name(text)):
        return _marked_up(root, ending, name)
    if ending in _PACKED and len(data) < _STUB:
        raise corrupt(name)
    if text is None:
        raise _not_text(ending, name)
    return Format.MARKDOWN if ending in _MARKDOWN_NAMES else Format.TEXT


def _marked_up(root: str, ending: str, name: str) -> Format:
    """Tell the flat forms of what we read from all the other XML there is."""
    if root in _FLAT:
        return _FLAT[root]
    if root == "html" or ending in _MARKDOWN_NAMES:  # which may begin with a tag of its own
        return Format.HTML if root == "html" else Format.MARKDOWN
    raise unsupported(name, f"holds data (XML), not a document. {_WORD}")


def _not_text(ending: str, name: str) -> ReadError:
    if ending in _ENDINGS:
        return unsupported(name, _ENDINGS[ending])
    if ending in _PACKED:
        return corrupt(name)
    return unsupported(
        name,
        "does not hold English text that we can make out. Save it as UTF-8 text or as Word (.docx)",
    )


def _ending(name: str) -> str:
    return PurePosixPath(name.strip().rstrip(".").lower()).suffix


def unsupported(name: str, problem: str) -> ReadError:
    return ReadError(ReadKind.UNSUPPORTED, f"{name} {problem}.")


def locked(name: str) -> ReadError:
    return ReadError(
        ReadKind.ENCRYPTED,
        f"{name} is locked with a password. Save a copy without one, then try again.",
    )


def corrupt(name: str) -> ReadError:
    return ReadError(
        ReadKind.CORRUPT,
        f"{name} is damaged or was cut off. Open it, save it again, then try once more.",
    )


def too_complex(name: str) -> ReadError:
    return ReadError(
        ReadKind.TOO_COMPLEX,
        f"{name} needs too much memory to read. "
        "Copy its words into a new document, then try again.",
    )
