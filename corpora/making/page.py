"""Write a leaflet as a hospital's web page, and as a printed leaflet in PDF."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise
from pathlib import Path
from string import Template

import weasyprint

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


def web_page(leaflet: Leaflet) -> str:
    """Return the page with the menus, banner and footer that surround a real one."""
    return _filled("web_page.html", leaflet)


def printed(leaflet: Leaflet, base: Path, *, running: bool, columns: int, tagged: bool) -> bytes:
    """Return the PDF. ``base`` is the folder the pictures' paths start from."""
    page = weasyprint.HTML(string=_filled("printed.html", leaflet), base_url=f"{base}/")
    styles = [weasyprint.CSS(filename=_HERE / "printed.css")]
    if running:
        styles.append(weasyprint.CSS(string=_running(leaflet)))
    if columns > 1:
        styles.append(weasyprint.CSS(filename=_HERE / "columns.css"))
    return bytes(page.write_pdf(stylesheets=styles, pdf_tags=tagged) or b"")


def _running(leaflet: Leaflet) -> str:
    return f"""@page {{
      @top-left {{ content: "{leaflet.trust}" }}
      @top-right {{ content: "Patient information" }}
      @bottom-left {{ content: "{leaflet.title}" }}
      @bottom-right {{ content: "Page " counter(page) " of " counter(pages) }}
    }}"""


def _filled(template: str, leaflet: Leaflet) -> str:
    return Template((_HERE / template).read_text(encoding="utf-8")).substitute(
        title=escape(leaflet.title), trust=escape(leaflet.trust), body="\n".join(_body(leaflet))
    )


def _body(leaflet: Leaflet) -> Iterator[str]:
    for piece, after in pairwise((*leaflet.pieces, None)):
        if isinstance(piece, Caption) or piece is None:
            continue
        if isinstance(after, Caption):
            yield f"<figure>\n{_piece(piece)}\n{_piece(after)}\n</figure>"
        else:
            yield _piece(piece)


def _piece(piece: Piece) -> str:
    match piece:
        case Heading(level, runs):
            return f"<h{level}>{_inline(runs)}</h{level}>"
        case Paragraph(runs):
            return f"<p>{_inline(runs)}</p>"
        case Caption(runs):
            return f"<figcaption>{_inline(runs)}</figcaption>"
        case Listing(ordered, items):
            tag = "ol" if ordered else "ul"
            lines = "\n".join(f"<li>{_inline(item)}</li>" for item in items)
            return f"<{tag}>\n{lines}\n</{tag}>"
        case Table(rows):
            return _table(rows)
        case Picture(path, alt):
            described = f' alt="{escape(alt)}"' if alt else ""
            return f'<img src="{escape(path)}"{described}>'


def _table(rows: tuple[tuple[Runs, ...], ...]) -> str:
    head, *body = rows
    lines = "\n".join(_row(row, "<td>", "</td>") for row in body)
    top = _row(head, '<th scope="col">', "</th>")
    return f"<table>\n<thead>\n{top}\n</thead>\n<tbody>\n{lines}\n</tbody>\n</table>"


def _row(cells: tuple[Runs, ...], opening: str, closing: str) -> str:
    return "<tr>" + "".join(f"{opening}{_inline(cell)}{closing}" for cell in cells) + "</tr>"


def _inline(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = escape(run.text, quote=False)
    if run.bold:
        return f"<strong>{text}</strong>"
    return f'<a href="{escape(run.link)}">{text}</a>' if run.link else text
