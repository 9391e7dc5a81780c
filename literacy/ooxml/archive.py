"""Open a zip of XML parts without being hurt by it: Word and OpenDocument files both are one.

What the zip declares is checked before anything is unpacked, and XML that declares a document type
is refused, since no honest leaflet has one and every entity attack needs one. The limits leave six
times the room of the largest honest file we know of.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from literacy.errors import ReadError, ReadKind
from literacy.ooxml.names import Element

MAX_ENTRIES = 2000
MAX_UNPACKED = 100_000_000
MAX_PART = 40_000_000
MAX_RATIO = 100
RATIO_MATTERS_FROM = 5_000_000
_WORD_REMEDY = (
    "Open it in Word, remove the password (File, Info, Protect Document, Encrypt with Password), "
    "save it, and try again."
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What zipfile is known to raise for a file that is not as it should be.
_DAMAGE: tuple[type[Exception], ...] = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    ArithmeticError,
    LookupError,
    RuntimeError,
    OSError,
)
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of a zip, by name. ``name`` is the file's own, for messages."""

    name: str
    entries: Mapping[str, ZipInfo]
    file: ZipFile

    def __contains__(self, part: str) -> bool:
        return part in self.entries

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def read(self, part: str) -> bytes:
        """Unpack one part.

        Raises:
            ReadError: the part is damaged.
        """
        try:
            return self.file.read(self.entries[part])
        except _DAMAGE as error:
            raise corrupt(self.name) from error

    def xml(self, part: str) -> Element:
        """Unpack and parse one part.

        Raises:
            ReadError: the part is damaged, nested too deeply, or declares a document type.
        """
        return parse_xml(self.read(part), self.name)


def open_archive(data: bytes, name: str) -> Archive:
    """Check the zip and return its parts.

    Raises:
        ReadError: it is empty, encrypted, damaged, too large, or no zip at all.
    """
    _refuse_what_is_no_zip(data, name)
    try:
        file = ZipFile(BytesIO(data))
    except _DAMAGE as error:
        raise corrupt(name) from error
    entries = file.infolist()
    _refuse_what_is_too_large(entries, len(data), name)
    for entry in entries:
        if entry.flag_bits & 1:
            raise encrypted(name)
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            message = f"{name} is packed in a way we do not read. Open it, save it, and try again."
            raise ReadError(ReadKind.UNSUPPORTED, message)
    # Two parts of one name: programs disagree on which counts, so what is checked may not be seen.
    if not entries or len({entry.filename for entry in entries}) < len(entries):
        raise corrupt(name)
    return Archive(name, {entry.filename: entry for entry in entries}, file)


def parse_xml(data: bytes, name: str) -> Element:
    """Parse XML that may be hostile. Comments and instructions are dropped: no reader wants them.

    Raises:
        ReadError: it is not XML, is nested too deeply, or declares a document type.
    """
    if any(doctype in data for doctype in _DOCTYPES):
        raise corrupt(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        last = error.error_log.last_error
        if last is not None and "LIMIT" in last.type_name:
            raise too_complex(name) from error
        raise corrupt(name) from error
    if root.getroottree().docinfo.doctype:
        raise corrupt(name)
    return root


def corrupt(name: str) -> ReadError:
    return ReadError(
        ReadKind.CORRUPT,
        f"{name} is damaged or incomplete. Open it in the program that made it, save a new copy, "
        "and try again with that copy.",
    )


def encrypted(name: str, remedy: str = _WORD_REMEDY) -> ReadError:
    return ReadError(ReadKind.ENCRYPTED, f"{name} is protected by a password. {remedy}")


def no_text(name: str) -> ReadError:
    return ReadError(
        ReadKind.NO_TEXT,
        f"{name} has no words that we can read. If its words are inside pictures, type them into "
        "the document and try again.",
    )


def too_complex(name: str) -> ReadError:
    return ReadError(
        ReadKind.TOO_COMPLEX,
        f"{name} is built in too complicated a way to read. Copy its text into a new document and "
        "try again.",
    )


def _refuse_what_is_no_zip(data: bytes, name: str) -> None:
    if not data:
        raise ReadError(ReadKind.EMPTY, f"{name} is empty. Check that you chose the right file.")
    if data.startswith(_OLE):
        _refuse_ole(data, name)
    if data.startswith((b"{\\rtf", b"MZ", b"%PDF-")):
        raise unsupported(name)
    if data.lstrip()[:9].lower().startswith((b"<html", b"<!doctype")):
        raise unsupported(name)
    if not data.startswith(b"PK"):
        raise corrupt(name)


def _refuse_ole(data: bytes, name: str) -> None:
    """A password makes a Word file into an OLE one, which is also what the old format was."""
    marks = ("EncryptedPackage", "EncryptionInfo", "DRMContent", "DRMEncrypted")
    if any(mark.encode("utf-16-le") in data for mark in marks):
        raise encrypted(name)
    message = (
        f"{name} is in the old Word format (.doc). Open it in Word, choose Save As, "
        "choose Word Document (.docx), and try again with the new file."
    )
    raise ReadError(ReadKind.UNSUPPORTED, message)


def unsupported(name: str) -> ReadError:
    return ReadError(
        ReadKind.UNSUPPORTED,
        f"{name} is not a document that we read, whatever its name ends in. "
        "Save it as a Word document (.docx) and try again.",
    )


def _refuse_what_is_too_large(entries: list[ZipInfo], packed: int, name: str) -> None:
    total = sum(entry.file_size for entry in entries)
    largest = max((entry.file_size for entry in entries), default=0)
    swollen = total > RATIO_MATTERS_FROM and total > MAX_RATIO * packed
    if len(entries) > MAX_ENTRIES or total > MAX_UNPACKED or largest > MAX_PART or swollen:
        raise ReadError(
            ReadKind.TOO_LARGE,
            f"{name} is too large once unpacked. Make its pictures smaller or split it in two, "
            "and try again.",
        )
