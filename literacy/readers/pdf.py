"""PDF files: pages to boxes, boxes to lines in order, lines to blocks, blocks to a Document.

A PDF says where ink goes and nothing else, so all of its structure is found again from layout. Each
stage is a module of pure functions on the records of ``pdf_records``; this one opens the file,
says what is wrong with it, and builds.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import islice

import pdfplumber
import pikepdf
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFNotImplementedError
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from literacy.document import BlockKind, Cell, Document, DocumentBuilder
from literacy.errors import ReadError, ReadKind
from literacy.readers.detect import corrupt, locked, too_complex, unsupported
from literacy.readers.pdf_blocks import drafts
from literacy.readers.pdf_draft import Draft, block_text
from literacy.readers.pdf_furniture import without_furniture
from literacy.readers.pdf_guard import guard
from literacy.readers.pdf_order import lines
from literacy.readers.pdf_pages import read_page
from literacy.readers.pdf_records import Line, PageBoxes
from literacy.readers.pdf_tagged import tagged_lines
from literacy.readers.pdf_tags import read_tags
from literacy.readers.tidy import join_runs

_MOST_PAGES = 500
_UNREADABLE = 0.3  # of the letters
# Titles that a program made up from the name of a file.
_MADE_UP = re.compile(
    r"^(?:microsoft (?:word|powerpoint) - |untitled|.*\.(?:docx?|indd|pdf|pptx?)$)",
    re.I,
)

_BEGINNING = re.compile(rb">>\s*stream[\r\n]")
_MOST_TORN = 100
# What pdfminer is known to raise for a file that is not as it should be.
_DAMAGE = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, OSError),
    *(RecursionError, TypeError, ValueError, PSException),
)

# pdfminer complains of each fault it mends, and would quote the document in the log.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class _Content:
    pages: tuple[PageBoxes, ...]
    notes: Counter[str]
    title: str
    language: str
    is_encrypted: bool = False


def read_pdf(data: bytes, name: str) -> Document:
    """Read headings, paragraphs, lists, ruled tables and captions, page by page."""
    content = _content(data, name)
    _check(content, name)
    pages, dropped = without_furniture(
        [tagged_lines(page) if page.tagged else lines(page) for page in content.pages],
        [page.height for page in content.pages],
    )
    build = DocumentBuilder(name, "pdf")
    _build(build, [line for page in pages for line in page])
    for note in _notes(content, dropped + content.notes["furniture"]):
        build.note(note)
    return build.done(title=content.title, language=content.language)


def _content(data: bytes, name: str) -> _Content:
    """Extract, and once more from a mended copy if that may find what is missing."""
    if _is_torn(data):
        raise corrupt(name)
    content = _extract_whole(data, name)
    if content and (content.notes["read"] or not content.is_encrypted):
        return content
    mended = _mended(data)
    if not mended:
        raise locked(name) if content else corrupt(name)
    again = _extract(mended, name)
    if not again.notes["read"]:
        raise _still_nothing(content, again, name)
    return again


def _is_torn(data: bytes) -> bool:
    """Say whether streams begin and never end. Every parser looks for each end to the very last."""
    return len(_BEGINNING.findall(data)) > data.count(b"endstream") + _MOST_TORN


def _extract_whole(data: bytes, name: str) -> _Content | None:
    """Extract, or return None where the file is damaged."""
    try:
        return _extract(data, name)
    except ReadError as error:
        if error.kind is not ReadKind.CORRUPT:
            raise
    except _DAMAGE:
        pass
    return None


def _still_nothing(first: _Content | None, mended: _Content, name: str) -> ReadError:
    """Say why even a mended copy has no words in it."""
    if first:
        return locked(name)  # opened, and its words stayed unreadable
    return _wordless(mended, name) if mended.notes["drawn"] else corrupt(name)


def _mended(data: bytes) -> bytes:
    """Return a copy put right and without its encryption, empty where there is no mending it."""
    copy = BytesIO()
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            pdf.save(copy)
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return b""
    return copy.getvalue()


def _extract(data: bytes, name: str) -> _Content:
    notes: Counter[str] = Counter()
    try:
        # Never closed: it is all in memory, and closing makes every page first.
        pdf = pdfplumber.open(BytesIO(data))
        pages = tuple(_pages(pdf, name, notes))
        encrypted = pdf.doc.encryption is not None
        return _Content(pages, notes, _title(pdf), _language(pdf), encrypted)
    except PdfminerException as error:
        raise _problem(error, name) from error
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise locked(name) from error


def _problem(error: PdfminerException, name: str) -> ReadError:
    """pdfplumber wraps what pdfminer raised; the cause tells a lock from damage."""
    cause = error.args[0] if error.args else None
    if isinstance(cause, PDFNotImplementedError):
        return unsupported(name, "is packed in a way that we do not read. Print it to PDF again")
    if isinstance(cause, MemoryError):
        return too_complex(name)
    if isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError):
        return locked(name)
    return corrupt(name)


def _pages(pdf: PDF, name: str, notes: Counter[str]) -> Iterator[PageBoxes]:
    # Not ``pdf.pages``, which makes them all before one is read: a bomb lists 100,000.
    sources = tuple(islice(PDFPage.create_pages(pdf.doc), _MOST_PAGES + 1))
    if not sources:
        raise corrupt(name)
    if len(sources) > _MOST_PAGES:
        raise ReadError(
            ReadKind.TOO_LARGE,
            f"{name} has more than {_MOST_PAGES} pages. Split it, then try again.",
        )
    fonts: set[int] = set()
    tags = read_tags(pdf.doc)
    for number, source in enumerate(sources, start=1):
        notes["drawn"] += guard(source, fonts, name)
        page = Page(pdf, source, page_number=number)
        yield read_page(page, number, tags, notes)
        page.close()


def _check(content: _Content, name: str) -> None:
    read, unreadable = content.notes["read"], content.notes["unreadable"]
    if unreadable > _UNREADABLE * (read + unreadable):
        raise ReadError(
            ReadKind.NO_TEXT,
            f"The letters in {name} cannot be told from its pictures of them. "
            "Ask for the original document.",
        )
    if not read:
        raise _wordless(content, name)


def _wordless(content: _Content, name: str) -> ReadError:
    pages = "scanned pages" if content.notes["pictures"] else "pages with no text"
    return ReadError(
        ReadKind.NO_TEXT,
        f"{name} has only {pages}. Ask for the original document, "
        "or use a program that reads text from pictures (OCR).",
    )


def _build(build: DocumentBuilder, every: list[Line]) -> None:
    tables: dict[object, int] = {}  # a ruled table by its box, a tagged one by its number
    for draft in drafts(every):
        place = f"page {draft.lines[0].page}"
        if draft.box is None:
            _add_text(build, draft, place, tables)
        elif draft.box.is_image:
            build.add_image(draft.box.alt, place=place)
        else:
            table = tables.setdefault(id(draft.box), len(tables))
            for cell in draft.box.cells:
                where = Cell(table, cell.row, cell.column, cell.is_header)
                text, marks = join_runs(cell.runs)
                build.add(BlockKind.TABLE_CELL, text, place=place, cell=where, marks=marks)


def _add_text(build: DocumentBuilder, draft: Draft, place: str, tables: dict[object, int]) -> None:
    text, marks = join_runs(block_text(draft)[1])
    cell = draft.tag.cell if draft.tag else None
    if cell:
        cell = replace(cell, table=tables.setdefault(("tag", cell.table), len(tables)))
    build.add(
        draft.kind,
        text,
        level=draft.level,
        ordered=draft.ordered,
        place=place,
        cell=cell,
        marks=marks,
    )


def _notes(content: _Content, dropped: int) -> Iterator[str]:
    if dropped:
        yield f"Page numbers and repeated lines at the edges of pages were left out ({dropped})."
    if content.notes["turned"] > 2:
        yield "Text printed sideways was left out."
    if overlaid := content.notes["overlaid"]:
        what = "form field or note" if overlaid == 1 else "form fields or notes"
        yield f"Left out {overlaid} {what} laid over the pages."
    if content.notes["unreadable"]:
        yield f"{content.notes['unreadable']} letters could not be told and were left out."
    scans = [
        page
        for page in content.pages
        if not page.tagged and all(box.is_image for box in page.boxes)
    ]
    if scans and content.notes["pictures"]:
        yield f"No text was found on {len(scans)} of {len(content.pages)} pages."


def _title(pdf: PDF) -> str:
    title = pdf.metadata.get("Title")
    return title if isinstance(title, str) and not _MADE_UP.match(title) else ""


def _language(pdf: PDF) -> str:
    language = resolve1(pdf.doc.catalog.get("Lang"))
    if isinstance(language, bytes):
        encoding = "utf-16" if language.startswith((b"\xfe\xff", b"\xff\xfe")) else "latin-1"
        language = language.decode(encoding, "ignore")
    found = isinstance(language, str) and re.fullmatch(r"[A-Za-z]{2,3}(-\w{2,8})*", language)
    return language if found else ""
