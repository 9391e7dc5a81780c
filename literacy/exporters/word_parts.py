"""The parts a Word page is made of: runs, links, pictures with words, lists, and rows that hold.

Widths are written on the grid and on the cells, because LibreOffice reads the one and Word the
other. A layout table is only ever one row of picture and words after another.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.text.run import Run as WordRun

from literacy.composed import Run
from literacy.exporters.markup import address, address_to_add, clean
from literacy.exporters.word import LINK

_AFTER_BORDER = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")


def add_runs(paragraph: Any, runs: Iterable[Run]) -> None:
    """Append runs to a paragraph: bold, links with their address, line breaks."""
    for run in runs:
        target = address(run.link)
        if not target:
            paragraph.add_run(clean(run.text)).bold = True if run.bold else None
            continue
        _link(paragraph, run, target)
        if added := address_to_add(run):
            paragraph.add_run(clean(f" ({added})"))


def _link(paragraph: Any, run: Run, target: str) -> None:
    relation = paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    _linked(paragraph, link, run)


def add_picture(
    paragraph: Any, data: bytes, alt: str, number: int, *, width: float, height: float
) -> None:
    """Append a picture with its words, no larger than it is or than ``width`` by ``height`` cm."""
    shape = paragraph.add_run().add_picture(BytesIO(data))
    scale = min(Cm(width) / shape.width, Cm(height) / shape.height, 1)
    shape.width, shape.height = round(shape.width * scale), round(shape.height * scale)
    for properties in shape._inline.iter(qn("wp:docPr"), qn("pic:cNvPr")):
        properties.set("id", str(number))
        properties.set("name", f"Picture {number}")
        properties.set("descr", clean(alt))


def layout_table(file: Any, widths: tuple[float, ...], style: str | None = None) -> Any:
    """Append an empty table with columns of these widths, in cm."""
    table = file.add_table(rows=0, cols=len(widths))
    table.autofit = False
    if style:
        table.style = style
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    total = round(sum(widths) / 2.54 * 1440)
    properties = table._tbl.tblPr
    for old in properties.findall(qn("w:tblW")):
        properties.remove(old)
    properties.append(parse_xml(f'<w:tblW {nsdecls("w")} w:w="{total}" w:type="dxa"/>'))
    return table


def add_row(table: Any, widths: tuple[float, ...], *, header: bool = False) -> tuple[Any, ...]:
    """Append a row that stays on one page, and return its cells."""
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))
    cells = tuple(row.cells)
    for cell, width in zip(cells, widths, strict=True):
        cell.width = Cm(width)
    return cells


def box(cell: Any, *, fill: str, line: str) -> None:
    """Give a cell a light ground and a border."""
    properties = cell._tc.get_or_add_tcPr()
    properties.append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{_sides(line, 0)}</w:tcBorders>"))
    properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{fill}"/>'))


def boxed(paragraph: Any, *, fill: str, line: str) -> None:
    """Give a paragraph a light ground and a border."""
    properties = paragraph._p.get_or_add_pPr()
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{_sides(line, 8)}</w:pBdr>")
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{fill}"/>')
    properties.insert_element_before(border, *_AFTER_BORDER)
    properties.insert_element_before(shade, *_AFTER_BORDER[1:])


def bookmark(paragraph: Any, name: str, number: int) -> None:
    """Name a place that a link within the file can go to."""
    start = parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="{number}" w:name="{name}"/>')
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{number}"/>'))


def add_inner_link(paragraph: Any, text: str, name: str) -> None:
    """Append a link to a named place of the same file."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    _linked(paragraph, link, Run(text, bold=True))


def _linked(paragraph: Any, link: Any, run: Run) -> None:
    word_run = WordRun(OxmlElement("w:r"), paragraph)
    link.append(word_run._r)
    word_run.text = clean(run.text)
    word_run.bold, word_run.font.color.rgb = True, LINK
    paragraph._p.append(link)


def _sides(line: str, space: int) -> str:
    return "".join(
        f'<w:{side} w:val="single" w:sz="12" w:space="{space}" w:color="{line}"/>'
        for side in ("top", "left", "bottom", "right")
    )
