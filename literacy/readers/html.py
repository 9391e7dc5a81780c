"""Web pages: the tree, its text in order, and none of the furniture around it.

lxml parses what browsers forgive. The walk is over start and end events, never by recursion. What
is a menu or a banner is decided in ``chrome``; what becomes a block is decided in ``flow``.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from literacy.decoding import decode
from literacy.document import Document, DocumentBuilder
from literacy.errors import ReadError, ReadKind
from literacy.readers.chrome import Chrome, main_part
from literacy.readers.flow import Flow
from literacy.readers.tidy import one_line

# libxml2 compares every attribute with every other, so 200,000 on one tag take minutes.
_LONG_TAG = re.compile(r"<([A-Za-z][\w:-]{0,50})([^<>]{4000,})>")
_KEPT = re.compile(
    r"\s(alt|class|colspan|hidden|href|id|lang|role|rowspan|scope|src|style|title)"
    r"\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)",
    re.I,
)
_FEW = 50


def read_html(data: bytes, name: str) -> Document:
    """Read the main content of a web page."""
    return read_markup(_text(data, name), name, "html")


def read_markup(markup: str, name: str, format: str) -> Document:
    """Read HTML that is a string already. ``format`` is what the person gave us."""
    root = _parse(markup, name)
    build = DocumentBuilder(name, format)
    body = root.find("body")
    chrome = Chrome()
    flow = Flow(build)
    if body is not None:
        flow.walk(main_part(body, chrome), chrome)
    for note in chrome.notes:
        build.note(note)
    title = one_line(root.findtext("head/title") or "")
    return build.done(title=title, language=_language(root))


def _parse(markup: str, name: str) -> lxml_html.HtmlElement:
    # A fresh parser each time: its log of errors is the only sign that it gave up half-way.
    parser = lxml_html.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    markup = _LONG_TAG.sub(_shorter, markup.replace("\x00", ""))
    try:
        root = lxml_html.document_fromstring(
            markup.encode("utf-8", "replace"), parser=parser, ensure_head_body=True
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise ReadError(
            ReadKind.NO_TEXT, f"{name} is a web page with no text in it. Is it the right file?"
        ) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ReadError(
            ReadKind.TOO_COMPLEX,
            f"{name} is built in too complicated a way to read. "
            "Copy its words into a Word document (.docx), then try again.",
        )
    return root


def _shorter(tag: re.Match[str]) -> str:
    attributes = _KEPT.findall(tag[2])[:_FEW]
    return f"<{tag[1]}{''.join(f' {key}={value}' for key, value in attributes)}>"


def _text(data: bytes, name: str) -> str:
    text = decode(data, is_html=True)
    if text is None:
        raise ReadError(
            ReadKind.UNSUPPORTED,
            f"{name} does not hold English text that we can make out. Save it again as UTF-8.",
        )
    return text


def _language(root: lxml_html.HtmlElement) -> str:
    language = root.get("lang") or root.get("xml:lang") or ""
    return language if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language) else ""
