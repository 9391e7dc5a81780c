"""A new Word file as we want it: British English, Arial, real headings, lists and fields.

python-docx opens its own template, which is American, has theme fonts that win over Arial, and
holds a picture of somebody else's page; all of that is put right here, once. The archive is written
anew with one fixed date, so that the same leaflet gives the same bytes.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from literacy.exporters.markup import clean

FONT = "Arial"
INK = RGBColor(0x11, 0x11, 0x11)
BLUE = RGBColor(0x12, 0x35, 0x5B)
LINK = RGBColor(0x15, 0x65, 0xC0)
MARGIN = 2.0  # cm, on every side of an A4 page
PAGE_WIDTH = 21.0 - 2 * MARGIN
_WHEN = datetime(2000, 1, 1)
_THEME = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def new_file(title: str, *, size: float, language: str, headings: tuple[float, ...]) -> Any:
    """Return an empty document with our page, styles and properties; sizes are in points."""
    file = docx.Document()
    _properties(file, title, language)
    _page(file)
    _fonts(file, language)
    _styles(file, size, headings)
    return file


def archive(file: Any) -> bytes:
    """Return the bytes of a file, the same for the same content."""
    raw, out = BytesIO(), BytesIO()
    file.save(raw)
    with ZipFile(raw) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return out.getvalue()


def footer(file: Any, label: str) -> None:
    """Put a label and "Page X of Y" at the foot of each page."""
    paragraph = file.sections[0].footer.paragraphs[0]
    file.styles["Footer"].paragraph_format.tab_stops.clear_all()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(PAGE_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    _small(paragraph.add_run(clean(label)))
    _small(paragraph.add_run("\tPage "))
    _field(paragraph, "PAGE")
    _small(paragraph.add_run(" of "))
    _field(paragraph, "NUMPAGES")
    paragraph.paragraph_format.line_spacing = 1


def _small(run: Any) -> Any:
    run.font.size = Pt(12)
    run.font.color.rgb = BLUE
    return run


def _field(paragraph: Any, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", "1"), ("end", "")):
        run = _small(paragraph.add_run())
        if kind == "shown":
            run.text = text
        elif kind:
            run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))
        else:
            run._r.append(parse_xml(f"<w:instrText {nsdecls('w')}>{text}</w:instrText>"))


def _properties(file: Any, title: str, language: str) -> None:
    core = file.core_properties
    core.title, core.language = clean(title)[:255], language
    core.author = core.last_modified_by = core.comments = core.keywords = core.subject = ""
    core.created = core.modified = _WHEN
    core.revision = 1


def _page(file: Any) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = Cm(MARGIN)
    section.bottom_margin = Cm(2.4)


def _fonts(file: Any, language: str) -> None:
    """Set language and font as the default, and take every theme font away: it would win."""
    root = file.styles.element
    for fonts in root.iter(qn("w:rFonts")):
        for name in _THEME:
            fonts.attrib.pop(qn(f"w:{name}"), None)
        for name in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{name}"), FONT)
    for spoken in root.iter(qn("w:lang")):
        spoken.set(qn("w:val"), language)
    for spoken in file.settings.element.iter(qn("w:themeFontLang")):
        spoken.set(qn("w:val"), language)


def _styles(file: Any, size: float, headings: tuple[float, ...]) -> None:
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = FONT, Pt(size), INK
    normal.paragraph_format.line_spacing = 1.5
    normal.paragraph_format.space_after = Pt(8)
    for level in range(1, 7):
        points = headings[level - 1] if level <= len(headings) else size
        _heading(file.styles[f"Heading {level}"], points)


def _heading(style: Any, points: float) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(points), BLUE
    style.font.bold, style.font.italic = True, False
    form = style.paragraph_format
    form.keep_with_next, form.alignment = True, WD_ALIGN_PARAGRAPH.LEFT
    form.space_before, form.space_after, form.line_spacing = Pt(22), Pt(10), 1.15
    for border in style.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
    for spaced in ("w:spacing", "w:kern", "w:contextualSpacing"):
        for node in style.element.findall(f"{qn('w:rPr')}/{qn(spaced)}"):
            node.getparent().remove(node)
