"""A document as a clean Word file: real headings, real lists, tables with header rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.shared import Pt

from literacy.composed import Run
from literacy.document import Document
from literacy.exporters import word_parts as parts
from literacy.exporters.leaflet_html import NO_WORDS
from literacy.exporters.markup import language_tag
from literacy.exporters.outline import Heading, Image, List, Part, Table, outline, title
from literacy.exporters.pictures import bitmap
from literacy.exporters.word import PAGE_WIDTH, archive, footer, new_file
from literacy.exporters.word_lists import BULLETS, Lists, list_item

_SIZE = 12
_HEADINGS = (22, 17, 14)
_DEEPEST = 8


@dataclass(slots=True)
class _Leaflet:
    """The file while it is written."""

    file: Any
    lists: Lists
    pictures: int = 0


def leaflet_docx(document: Document) -> bytes:
    """Return the document as a Word file."""
    language = language_tag(document.language)
    file = new_file(title(document), size=_SIZE, language=language, headings=_HEADINGS)
    leaflet = _Leaflet(file, Lists(file))
    for part in outline(document):
        _part(leaflet, part)
    footer(file, "")
    return archive(file)


def _part(leaflet: _Leaflet, part: Part) -> None:
    if isinstance(part, Heading):
        heading = leaflet.file.add_heading("", part.level)
        parts.add_runs(heading, (Run(run.text, link=run.link) for run in part.runs))
    elif isinstance(part, List):
        _list(leaflet, part, 0)
    elif isinstance(part, Table):
        _table(leaflet, part)
    elif isinstance(part, Image):
        _image(leaflet, part)
    else:
        parts.add_runs(leaflet.file.add_paragraph(), part.runs)


def _list(leaflet: _Leaflet, part: List, level: int) -> None:
    level = min(level, _DEEPEST)
    number = leaflet.lists.start(level=level) if part.ordered else BULLETS
    for item in part.items:
        paragraph = leaflet.file.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(4)
        list_item(paragraph, number, level=level)
        parts.add_runs(paragraph, item.runs)
        for inner in item.lists:
            _list(leaflet, inner, level + 1)


def _table(leaflet: _Leaflet, part: Table) -> None:
    columns = len(part.rows[0])
    widths = (PAGE_WIDTH / columns,) * columns
    table = parts.layout_table(leaflet.file, widths, "Table Grid")
    for index, row in enumerate(part.rows):
        cells = parts.add_row(table, widths, header=index < part.header_rows)
        for cell, source in zip(cells, row, strict=True):
            paragraph = cell.paragraphs[0]
            form = paragraph.paragraph_format
            form.line_spacing, form.space_before, form.space_after = 1.15, Pt(4), Pt(4)
            bold = source.is_header
            parts.add_runs(
                paragraph, (Run(run.text, run.bold or bold, run.link) for run in source.runs)
            )
    leaflet.file.add_paragraph().paragraph_format.space_after = Pt(0)


def _image(leaflet: _Leaflet, image: Image) -> None:
    made = bitmap(image.data) if image.data else None
    alt = image.alt.strip()
    if made is None:
        if alt:
            parts.add_runs(leaflet.file.add_paragraph(), (Run(f"Picture: {alt}"),))
        return
    leaflet.pictures += 1
    paragraph = leaflet.file.add_paragraph()
    paragraph.paragraph_format.line_spacing = 1
    parts.add_picture(
        paragraph, made[1], alt or NO_WORDS, leaflet.pictures, width=PAGE_WIDTH, height=20
    )
