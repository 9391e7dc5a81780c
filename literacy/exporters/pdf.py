"""HTML of ours into a tagged PDF, by WeasyPrint; the one door to it.

WeasyPrint promises nothing for pages it cannot trust, so it is given only our own, and its fetcher
opens nothing but pictures that are within the page. What it merely warns of (a picture without
words, a rule of style it does not know) is an error here: a person would never see the warning.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from threading import Lock
from typing import Any

from literacy.errors import ExportError
from literacy.exporters.mend import mended

NO_PANGO = (
    "PDF needs the Pango library: on Debian, apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0; Word and HTML work without it."
)
_ONE_AT_A_TIME = Lock()
_PIECE = 25  # characters
_LONG_TEXT = re.compile(rf">([^<>]{{{_PIECE + 1},}})<")
_WORD = re.compile(r"\s*\S+(?:\s+$)?|\s+")


def pdf(page: str) -> bytes:
    """Return a page of ours as a PDF.

    Raises:
        ExportError: the Pango library is missing, or the page is not fit for a tagged PDF.
    """
    weasyprint = _weasyprint()
    # One at a time: what WeasyPrint says goes to one log, and must not be laid at another's door.
    with _ONE_AT_A_TIME, _warnings_kept() as warned:
        source = weasyprint.HTML(string=in_pieces(page), url_fetcher=_fetcher(), media_type="print")
        try:
            data = source.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"literacy")
        except weasyprint.urls.FatalURLFetchingError as error:
            raise ExportError(f"The PDF could not be made: {error}.") from error
    if warned:
        raise ExportError(f"The PDF could not be made: {warned[0]}")
    return mended(data)


def in_pieces(page: str) -> str:
    """Return the page with its longer texts cut, between words, into spans.

    WeasyPrint 70 lays out the start of a text first, to save time. Where that start ends at the
    end of a word, the word is left alone on its line: one line in a hundred. It does not happen in
    texts shorter than a line.
    """
    head, body, rest = page.partition("<body")
    return head + body + _LONG_TEXT.sub(lambda text: f">{_spans(text[1])}<", rest)


def _spans(text: str) -> str:
    pieces = [""]
    for word in _WORD.findall(text):
        if pieces[-1] and len(pieces[-1]) + len(word) > _PIECE:
            pieces.append("")
        pieces[-1] += word
    return "".join(f"<span>{piece}</span>" for piece in pieces)


def _weasyprint() -> Any:
    try:
        with redirect_stdout(StringIO()):  # it prints its own advice when Pango is missing
            import weasyprint
    except (ImportError, OSError) as error:
        raise ExportError(NO_PANGO) from error
    return weasyprint


def _fetcher() -> Any:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    class OwnPicturesOnly(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if not url.startswith("data:image/"):
                raise FatalURLFetchingError("only pictures within the page are shown")
            return super().fetch(url, headers)

    return OwnPicturesOnly(allowed_protocols=["data"], allow_redirects=False)


class _Keeper(logging.Handler):
    def __init__(self, kept: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._kept = kept

    def emit(self, record: logging.LogRecord) -> None:
        self._kept.append(record.getMessage())


@contextmanager
def _warnings_kept() -> Iterator[list[str]]:
    """Collect what WeasyPrint warns of, and print none of it: it may quote the text."""
    logger = logging.getLogger("weasyprint")
    kept: list[str] = []
    keeper, handlers, propagate = _Keeper(kept), logger.handlers[:], logger.propagate
    logger.handlers, logger.propagate = [keeper], False
    try:
        yield kept
    finally:
        logger.handlers, logger.propagate = handlers, propagate
