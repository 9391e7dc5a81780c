"""What in a result could run, fetch, start something or carry a file: asked of every output."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from zipfile import ZipFile

import pikepdf
from lxml import etree, html
from markdown_it import MarkdownIt

LINK = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section"),
    *("nav", "article", "div", "p", "span", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li"),
    *("dl", "dt", "dd", "a", "img", "strong", "em", "mark", "br", "small", "table", "thead", "hr"),
    *("tbody", "tr", "th", "td", "caption", "figure", "figcaption", "code", "pre", "blockquote"),
    *("details", "summary"),
}
# Of our own pages, which may hold forms and one script, from a file of ours.
PAGE = {
    *("form", "input", "button", "label", "link", "script", "fieldset", "legend", "details", "b"),
    *(
        "summary",
        "q",
        "textarea",
        "select",
        "option",
        "noscript",
        "abbr",
        "time",
        "i",
        "aside",
        "svg",
    ),
    *("path", "progress", "output", "ins", "del", "sup", "sub", "kbd", "address", "hgroup"),
}
_ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "background", "srcset"}
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_ACTIONS = (
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/GoToR",
    "/GoToE",
    "/Rendition",
)
_PARTS = re.compile(r"vba|embed|activeX|\.bin$|customUI|afchunk|\.htm", re.IGNORECASE)


def active(data: bytes, format: str, *, is_page: bool = False) -> list[str]:
    """Return what is active in a result; an empty list is what is wanted."""
    if format == "html":
        return [*_in_html(data.decode(), ELEMENTS | (PAGE if is_page else set()), is_page=is_page)]
    return [*_IN[format](data)]


def _in_html(page: str, known: set[str], *, is_page: bool = False) -> Iterator[str]:
    if not page.strip():
        return
    for node in html.fromstring(page).iter():
        if not isinstance(node.tag, str):
            continue
        if node.tag not in known:
            yield f"<{node.tag}>"
        if node.tag == "script" and (node.text or not node.get("src", "").startswith("/static/")):
            yield "a script within the page"
        if node.tag == "style" and re.search(r"url|import|expression|script", node.text or ""):
            yield "a style that fetches"
        if node.tag == "meta" and node.get("http-equiv", "").lower() == "refresh":
            yield "a page that moves on"
        yield from _in_attributes(node, is_page)


def _in_attributes(node: html.HtmlElement, is_page: bool) -> Iterator[str]:
    for name, value in node.attrib.items():
        if name.startswith("on") or name in ("style", "srcdoc"):
            yield f"{name}={value}"
        if name in _ADDRESSES and not _is_harmless(value.strip(), is_page):
            yield f"{name}={value}"


def _is_harmless(address: str, is_page: bool) -> bool:
    own = is_page and (re.match(r"(/|\?)(?!/)", address) or not address)
    return bool(own or address.startswith("#") or LINK.match(address) or _is_picture(address))


def _is_picture(address: str) -> bool:
    return bool(re.match(r"data:image/(?:png|jpeg|svg\+xml);base64,", address))


def _in_pdf(data: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        yield from {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        if "/EmbeddedFiles" in pdf.Root.get("/Names", {}):
            yield "attachment"
        for node in pdf.objects:
            if isinstance(node, pikepdf.Dictionary):
                yield from _in_object(node)


def _in_object(node: pikepdf.Dictionary) -> Iterator[str]:
    if "/JS" in node or node.get("/S") in _ACTIONS or node.get("/Type") == "/Filespec":
        yield str(node.get("/S", "JS"))
    if "/URI" in node and not LINK.match(str(node["/URI"])):
        yield str(node["/URI"])


def _in_docx(data: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if _PARTS.search(name):
                yield name
            if name.endswith((".rels", ".xml")):
                root = etree.fromstring(archive.read(name))
                yield from _in_relations(root) if name.endswith(".rels") else _in_fields(root)


def _in_relations(root: etree._Element) -> Iterator[str]:
    for node in root:
        target = node.get("Target", "")
        is_link = node.get("Type", "").endswith("/hyperlink") and LINK.match(target)
        if node.get("TargetMode") == "External" and not is_link:
            yield target


def _in_fields(root: etree._Element) -> Iterator[str]:
    for node in root.iter("{*}instrText", "{*}fldSimple"):
        said = (node.text or "") + "".join(v for k, v in node.attrib.items() if "instr" in k)
        if re.search(r"DDE|INCLUDE|IMPORT|MACROBUTTON|LINK (?!\")|script:|file:", said):
            yield said


def _in_csv(data: bytes) -> Iterator[str]:
    for row in csv.reader(StringIO(data.decode("utf-8-sig"), newline="")):
        yield from filter(_is_formula, row)


def _is_formula(cell: str) -> bool:
    """Tell whether a spreadsheet may work a cell out. A bare number is only itself."""
    is_number = re.fullmatch(r"-?\d+(\.\d+)?", cell)
    return cell.lstrip(" \u00a0\ufeff").startswith(_FORMULA) and not is_number


def _in_markdown(data: bytes) -> Iterator[str]:
    yield from _in_html(MarkdownIt("commonmark").enable("table").render(data.decode()), ELEMENTS)


def _in_text(data: bytes) -> Iterator[str]:
    yield from re.findall(r"[\x00-\x08\x0b-\x1f\x7f]", data.decode())


def _in_json(data: bytes) -> Iterator[str]:
    json.loads(data)
    yield from _in_text(data)


_IN = {
    "pdf": _in_pdf,
    "docx": _in_docx,
    "csv": _in_csv,
    "md": _in_markdown,
    "txt": _in_text,
    "text": _in_text,
    "json": _in_json,
}
