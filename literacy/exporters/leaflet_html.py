"""A document as one clean HTML page, and the same page as a tagged PDF."""

from __future__ import annotations

from collections.abc import Iterable

from literacy.composed import Run
from literacy.document import Document
from literacy.exporters.markup import html_runs, safe
from literacy.exporters.outline import (
    Heading,
    Image,
    Item,
    List,
    Part,
    Table,
    TableCell,
    outline,
    title,
)
from literacy.exporters.pdf import pdf
from literacy.exporters.pictures import bitmap, data_address
from literacy.exporters.shell import page

SCREEN = ("screen.css", "leaflet.css", "leaflet_screen.css")
PAPER = ("leaflet.css", "leaflet_paper.css")


def leaflet_html(document: Document) -> bytes:
    """Return the document as a page for a screen, which also prints well."""
    return _page(document, SCREEN).encode()


def leaflet_pdf(document: Document) -> bytes:
    """Return the document as a tagged PDF."""
    return pdf(_page(document, PAPER))


def _page(document: Document, sheets: tuple[str, ...]) -> str:
    body = "\n".join(map(_part, outline(document)))
    return page(
        title(document), f"<main>\n{body}\n</main>", sheets=sheets, language=document.language
    )


def _part(part: Part) -> str:
    if isinstance(part, Heading):
        return f"<h{part.level}>{html_runs(_plain(part.runs))}</h{part.level}>"
    if isinstance(part, List):
        return _list(part)
    if isinstance(part, Table):
        return _table(part)
    if isinstance(part, Image):
        return _image(part)
    return f"<p>{html_runs(part.runs)}</p>"


def _plain(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs of a heading, which is bold already."""
    return tuple(Run(run.text, link=run.link) for run in runs)


def _list(part: List) -> str:
    tag = "ol" if part.ordered else "ul"
    return f"<{tag}>\n{''.join(map(_item, part.items))}</{tag}>"


def _item(item: Item) -> str:
    inner = "".join(map(_list, item.lists))
    return f"<li>{html_runs(item.runs)}{inner}</li>\n"


def _table(table: Table) -> str:
    head = table.rows[: table.header_rows]
    body = table.rows[table.header_rows :]
    top = f"<thead>\n{_rows(head, 'col')}</thead>\n" if head else ""
    rest = f"<tbody>\n{_rows(body, 'row')}</tbody>\n" if body else ""
    return f'<div class="table"><table>\n{top}{rest}</table></div>'


def _rows(rows: Iterable[tuple[TableCell, ...]], scope: str) -> str:
    return "".join(f"<tr>{''.join(_cell(cell, scope) for cell in row)}</tr>\n" for row in rows)


def _cell(cell: TableCell, scope: str) -> str:
    text = html_runs(cell.runs)
    # A header without words names nothing, and checkers of tables object to it.
    if cell.is_header and text:
        return f'<th scope="{scope}">{text}</th>'
    return f"<td>{text}</td>"


def _image(image: Image) -> str:
    made = bitmap(image.data) if image.data else None
    alt = image.alt.strip()
    if made is None:
        return f"<p>Picture: {safe(alt)}</p>" if alt else ""
    return f'<p><img src="{data_address(*made)}" alt="{safe(alt or NO_WORDS)}"></p>'


NO_WORDS = "Picture without a description"
