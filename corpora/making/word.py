"""Write a leaflet as a Word file, with real headings, lists, table headers and picture text."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from corpora.making.archive import MADE, pack, unpack
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

_HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
_BLUE = RGBColor(0x12, 0x43, 0x6D)


def word_file(leaflet: Leaflet, base: Path, *, running: bool) -> bytes:
    """Return the .docx. ``base`` is the folder the pictures' paths start from."""
    file = docx.Document()
    _describe(file, leaflet)
    _dress(file)
    if running:
        _add_running(file, leaflet)
    for piece in leaflet.pieces:
        _add(file, piece, base)
    out = io.BytesIO()
    file.save(out)
    return pack(unpack(out.getvalue()))


def _describe(file: WordFile, leaflet: Leaflet) -> None:
    about = file.core_properties
    about.title, about.author, about.language = leaflet.title, leaflet.trust, "en-GB"
    about.last_modified_by = about.comments = ""
    about.created = about.modified = datetime(*MADE)


def _dress(file: WordFile) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    for name in ("Normal", *_HEADINGS, "Caption"):
        style: Any = file.styles[name]
        _use_font(style, "Arial")
        if name != "Normal":
            style.font.color.rgb = _BLUE
    caption: Any = file.styles["Caption"]
    caption.paragraph_format.space_before = Pt(4)
    _size(file, "Normal", 11)
    _size(file, "Heading 1", 20)
    _size(file, "Heading 2", 14)
    _size(file, "Heading 3", 12)


def _size(file: WordFile, name: str, points: int) -> None:
    style: Any = file.styles[name]
    style.font.size = Pt(points)


def _use_font(style: Any, name: str) -> None:
    style.font.name = name
    # A theme font would win over the name.
    fonts = style.element.rPr.find(qn("w:rFonts"))
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]


def _add_running(file: WordFile, leaflet: Leaflet) -> None:
    for name in ("Header", "Footer"):
        style: Any = file.styles[name]
        style.paragraph_format.tab_stops.clear_all()
        style.paragraph_format.tab_stops.add_tab_stop(Cm(16.6), WD_TAB_ALIGNMENT.RIGHT)
    section = file.sections[0]
    section.header.paragraphs[0].text = f"{leaflet.trust}\tPatient information"
    footer = section.footer.paragraphs[0]
    footer.add_run(f"{leaflet.title}\tPage ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)


def _add(file: WordFile, piece: Piece, base: Path) -> None:
    match piece:
        case Heading(level, runs):
            _write(file.add_paragraph(style=_HEADINGS[level - 1]), runs)
        case Paragraph(runs):
            _write(file.add_paragraph(), runs)
        case Caption(runs):
            _write(file.add_paragraph(style="Caption"), runs)
        case Listing():
            _add_list(file, piece)
        case Table(rows):
            _add_table(file, rows)
        case Picture(path, alt):
            _add_picture(file, base / path, alt)


def _add_list(file: WordFile, listing: Listing) -> None:
    number = _fresh_numbering(file) if listing.ordered else None
    for item in listing.items:
        paragraph = file.add_paragraph(style="List Number" if listing.ordered else "List Bullet")
        if number is not None:
            properties: Any = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number
        _write(paragraph, item)


def _fresh_numbering(file: WordFile) -> int:
    """Return a numbering that starts from 1: the style's own runs on from list to list."""
    style: Any = file.styles["List Number"]
    numbering: Any = file.part.numbering_part.element
    used = style.element.pPr.numPr.numId.val
    fresh = numbering.add_num(numbering.num_having_numId(used).abstractNumId.val)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(fresh.numId)


def _add_table(file: WordFile, rows: tuple[tuple[Runs, ...], ...]) -> None:
    table = file.add_table(len(rows), len(rows[0]), style="Table Grid")
    for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, runs in zip(row.cells, cells, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_before = Pt(2)
            paragraph.paragraph_format.space_after = Pt(2)
            _write(paragraph, runs, bold=number == 0)
    header: Any = table.rows[0]._tr.get_or_add_trPr()
    header.append(OxmlElement("w:tblHeader"))


def _add_picture(file: WordFile, path: Path, alt: str) -> None:
    shape: Any = file.add_picture(str(path), width=Cm(7.5))
    file.paragraphs[-1].paragraph_format.keep_with_next = True
    about = shape._inline.docPr
    about.set("name", path.stem)
    if alt:
        about.set("descr", alt)


def _write(paragraph: WordParagraph, runs: Runs, *, bold: bool = False) -> None:
    for run in runs:
        if run.link:
            _add_link(paragraph, run)
        else:
            paragraph.add_run(run.text).bold = (run.bold or bold) or None


def _add_link(paragraph: WordParagraph, run: Run) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(
        qn("r:id"),
        paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
    )
    text = paragraph.add_run(run.text)
    text.font.underline = True
    text.font.color.rgb = _BLUE
    link.append(text._r)
    paragraph._p.append(link)
