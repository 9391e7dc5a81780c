"""Write a leaflet as an OpenDocument text: the least that a word processor opens gladly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.sax.saxutils import escape, quoteattr

from corpora.making.archive import MADE, pack
from corpora.making.source import (
    Caption,
    Heading,
    Leaflet,
    Listing,
    Paragraph,
    Picture,
    Piece,
    Run,
    Runs,
    Table,
)

_HERE = Path(__file__).parent
_KIND = "application/vnd.oasis.opendocument.text"
_MADE = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}".format(*MADE)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("meta", "meta"),
        ("svg", "svg-compatible"),
        ("fo", "xsl-fo-compatible"),
    )
)
_FOREIGN = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def open_document(leaflet: Leaflet, base: Path) -> bytes:
    """Return the .odt. ``base`` is the folder the pictures' paths start from."""
    pictures = [piece.path for piece in leaflet.pieces if isinstance(piece, Picture)]
    return pack(
        [
            ("mimetype", _KIND.encode()),  # first and stored, so that the file can be recognised
            ("content.xml", _content(leaflet).encode()),
            ("styles.xml", _styles().encode()),
            ("meta.xml", _meta(leaflet).encode()),
            *((_inside(path), (base / path).read_bytes()) for path in pictures),
            ("META-INF/manifest.xml", _manifest(pictures).encode()),
        ],
        stored=frozenset({"mimetype"}),
    )


def _inside(path: str) -> str:
    return f"Pictures/{PurePosixPath(path).name}"


def _root(element: str, body: str) -> str:
    opening = f'<office:{element} {_NAMES} {_FOREIGN} office:version="1.3">'
    return f"{_DECLARATION}{opening}\n{body}\n</office:{element}>\n"


def _styles() -> str:
    return _root("document-styles", (_HERE / "odt_styles.xml").read_text(encoding="utf-8"))


def _meta(leaflet: Leaflet) -> str:
    return _root(
        "document-meta",
        f"<office:meta><dc:title>{escape(leaflet.title)}</dc:title>"
        f"<dc:creator>{escape(leaflet.trust)}</dc:creator><dc:language>en-GB</dc:language>"
        f"<meta:creation-date>{_MADE}</meta:creation-date><dc:date>{_MADE}</dc:date></office:meta>",
    )


def _manifest(pictures: list[str]) -> str:
    parts = [("/", _KIND)]
    parts += [(name, "text/xml") for name in ("content.xml", "styles.xml", "meta.xml")]
    parts += [(_inside(path), "image/png") for path in pictures]
    entries = "\n".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in parts
    )
    name = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    opening = f'<manifest:manifest xmlns:manifest="{name}" manifest:version="1.3">'
    return f"{_DECLARATION}{opening}\n{entries}\n</manifest:manifest>\n"


def _content(leaflet: Leaflet) -> str:
    styles = (_HERE / "odt_table.xml").read_text(encoding="utf-8")
    body = "\n".join(_pieces(leaflet))
    text = f"<office:body><office:text>\n{body}\n</office:text></office:body>"
    return _root("document-content", styles + text)


def _pieces(leaflet: Leaflet) -> Iterator[str]:
    for number, piece in enumerate(leaflet.pieces, start=1):
        yield _piece(piece, number)


def _piece(piece: Piece, number: int) -> str:
    """Write one piece; ``number`` makes the names of tables and pictures differ."""
    match piece:
        case Heading(level, runs):
            style = f'text:style-name="Heading_20_{level}"'
            return f'<text:h {style} text:outline-level="{level}">{_inline(runs)}</text:h>'
        case Paragraph(runs):
            return _paragraph("Text_20_body", _inline(runs))
        case Caption(runs):
            return _paragraph("Caption", _inline(runs))
        case Listing(ordered, items):
            return _listing(items, "Numbers" if ordered else "Bullets")
        case Table(rows):
            return _table(rows, number)
        case Picture(path, alt):
            return _picture(path, alt, number)


def _paragraph(style: str, inside: str) -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def _listing(items: tuple[Runs, ...], style: str) -> str:
    lines = "\n".join(
        f"<text:list-item>{_paragraph('List_20_text', _inline(item))}</text:list-item>"
        for item in items
    )
    return f'<text:list text:style-name="{style}">\n{lines}\n</text:list>'


def _table(rows: tuple[tuple[Runs, ...], ...], number: int) -> str:
    head, *body = rows
    lines = "\n".join(_row(row, "Table_20_Contents") for row in body)
    return (
        f'<table:table table:name="Table{number}" table:style-name="Leaflet">\n'
        f'<table:table-column table:style-name="Column{len(head)}" '
        f'table:number-columns-repeated="{len(head)}"/>\n'
        f"<table:table-header-rows>\n{_row(head, 'Table_20_Heading')}\n"
        f"</table:table-header-rows>\n{lines}\n</table:table>"
    )


def _row(cells: tuple[Runs, ...], style: str) -> str:
    inside = "".join(
        '<table:table-cell table:style-name="Cell" office:value-type="string">'
        f"{_paragraph(style, _inline(cell))}</table:table-cell>"
        for cell in cells
    )
    return f"<table:table-row>{inside}</table:table-row>"


def _picture(path: str, alt: str, number: int) -> str:
    described = f"<svg:desc>{escape(alt)}</svg:desc>" if alt else ""
    frame = (
        f'<draw:frame draw:name="Picture{number}" text:anchor-type="as-char" '
        'svg:width="7.5cm" svg:height="5.625cm">'
        f'<draw:image xlink:href="{_inside(path)}" xlink:type="simple" xlink:show="embed"/>'
        f"{described}</draw:frame>"
    )
    return _paragraph("Picture", frame)


def _inline(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.bold:
        return f'<text:span text:style-name="Strong">{text}</text:span>'
    if run.link:
        return f'<text:a xlink:type="simple" xlink:href={quoteattr(run.link)}>{text}</text:a>'
    return text
