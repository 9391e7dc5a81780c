"""What a person takes away: Easy Read and leaflets as HTML, PDF and Word, and the report.

One verb, ``export``, picks the writer by what it is given and the format asked for. A writer is
loaded only when it is asked for, because those for PDF and Word are slow to load.
"""

from __future__ import annotations

from importlib import import_module

from literacy.composed import EasyRead
from literacy.document import Document
from literacy.errors import ExportError
from literacy.findings import Report

# kind of thing -> format -> module and function
_WRITERS: dict[type[EasyRead | Document | Report], dict[str, tuple[str, str]]] = {
    EasyRead: {
        "html": ("easy_read_html", "easy_read_html"),
        "pdf": ("easy_read_html", "easy_read_pdf"),
        "docx": ("easy_read_docx", "easy_read_docx"),
    },
    Document: {
        "html": ("leaflet_html", "leaflet_html"),
        "pdf": ("leaflet_html", "leaflet_pdf"),
        "docx": ("leaflet_docx", "leaflet_docx"),
        "txt": ("leaflet_text", "leaflet_txt"),
        "md": ("leaflet_text", "leaflet_md"),
    },
    Report: {
        "json": ("report_json", "report_json_bytes"),
        "csv": ("report_csv", "report_csv"),
        "html": ("report_html", "report_html"),
        "text": ("report_text", "report_text_bytes"),
    },
}
_NAMES = {EasyRead: "An Easy Read draft", Document: "A document", Report: "A report"}


def export(thing: EasyRead | Document | Report, format: str) -> bytes:
    """Return ``thing`` in a format; ``formats`` names those there are.

    Raises:
        ExportError: there is no such format for this kind of thing, or it could not be written.
    """
    kind = type(thing)
    known = formats(thing)
    if format not in known:
        raise ExportError(
            f"{_NAMES[kind]} cannot be written as {format!r}. Choose one of: {', '.join(known)}."
        )
    module, function = _WRITERS[kind][format]
    written: bytes = getattr(import_module(f"{__name__}.{module}"), function)(thing)
    return written


def formats(thing: EasyRead | Document | Report) -> tuple[str, ...]:
    """Return the formats that a thing can be written in.

    Raises:
        ExportError: it is not a thing that can be written.
    """
    if type(thing) not in _WRITERS:
        raise ExportError(f"{type(thing).__name__} cannot be exported.")
    return tuple(_WRITERS[type(thing)])
