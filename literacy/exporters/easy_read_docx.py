"""An Easy Read draft as a Word file, for the person who will finish it by hand.

Word shows no picture beside words without a table, so the rows of a section are a plain table of
two columns with no header row; a screen reader meets each picture's words and then the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from literacy.composed import Drawing, EasyRead, Row, RowKind, Run, Section
from literacy.exporters import easy_read_words as words
from literacy.exporters import word_parts as parts
from literacy.exporters.markup import clean, language_tag
from literacy.exporters.pictures import alternative, as_png
from literacy.exporters.word import BLUE, PAGE_WIDTH, archive, footer, new_file
from literacy.exporters.word_lists import BULLETS, Lists, list_item

_PICTURE = 4.0  # cm
_WIDTHS = (_PICTURE + 0.8, PAGE_WIDTH - _PICTURE - 0.8)
_SIZE = 16
_HEADINGS = (30, 22, 18)


@dataclass(slots=True)
class _Booklet:
    """The file while it is written."""

    file: Any
    lists: Lists
    drawings: dict[str, Drawing]
    drawn: dict[tuple[str, bool], bytes] = field(default_factory=dict)
    pictures: int = 0
    step: int = 0  # the number of the last step written, and its list
    steps: int = 0


def easy_read_docx(easy_read: EasyRead) -> bytes:
    """Return the draft as a Word file. Remarks to the writer are not in it."""
    language = language_tag(easy_read.language)
    file = new_file(words.title(easy_read), size=_SIZE, language=language, headings=_HEADINGS)
    booklet = _Booklet(file, Lists(file), {drawing.id: drawing for drawing in easy_read.drawings})
    _cover(file, easy_read)
    levels = words.heading_levels(easy_read.sections)
    for index, (level, section) in enumerate(zip(levels, easy_read.sections, strict=True)):
        _section(booklet, index, level, section)
    _ending(file, easy_read)
    footer(file, words.draft_label(easy_read))
    return archive(file)


def _cover(file: Any, easy_read: EasyRead) -> None:
    kind = file.add_paragraph()
    kind.paragraph_format.space_before = Pt(70)
    run = kind.add_run(words.KIND)
    run.bold, run.font.color.rgb = True, BLUE
    file.add_heading(clean(words.title(easy_read)), 1)
    label = file.add_paragraph()
    label.add_run(clean(words.draft_label(easy_read))).bold = True
    parts.boxed(label, fill="FFF6E0", line="8A5A00")
    form = label.paragraph_format
    form.left_indent = form.right_indent = Pt(10)  # so that the border stands at the margin
    form.space_after = Pt(26)
    if easy_read.hard_words:
        file.add_paragraph(words.BOLD_WORDS)
    last = _contents(file, easy_read) or file.paragraphs[-1]
    last.add_run().add_break(WD_BREAK.PAGE)


def _contents(file: Any, easy_read: EasyRead) -> Any:
    listed = words.contents(easy_read)
    if listed:
        file.add_heading(words.CONTENTS, 2)
    paragraph = None
    for index, heading in listed:
        paragraph = file.add_paragraph()
        parts.add_inner_link(paragraph, heading, f"part_{index}")
    return paragraph


def _section(booklet: _Booklet, index: int, level: int, section: Section) -> None:
    heading = " ".join(section.heading.split())
    if heading:
        title = booklet.file.add_heading(clean(heading), level)
        parts.bookmark(title, f"part_{index}", index + 1)
    if section.rows:
        table = parts.layout_table(booklet.file, _WIDTHS)
        for row, following in zip(section.rows, (*section.rows[1:], None), strict=True):
            cells = parts.add_row(table, _WIDTHS)
            _row(booklet, cells, row)
            if following and following.kind is RowKind.EXPLANATION:
                _keep_with_next(cells)
        # Two tables in a row would run into one; the paragraph between them is kept small.
        _gap(booklet.file)


def _row(booklet: _Booklet, cells: tuple[Any, ...], row: Row) -> None:
    beside, cell = cells
    for each in cells:
        each.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        each.paragraphs[0].paragraph_format.space_before = Pt(5)
        each.paragraphs[0].paragraph_format.space_after = Pt(5)
    _picture(booklet, beside.paragraphs[0], row)
    paragraph = cell.paragraphs[0]
    _list(booklet, paragraph, row)
    parts.add_runs(paragraph, row.runs)
    if row.kind is RowKind.EXPLANATION:
        parts.box(cell, fill="EEF4FA", line="12355B")
        paragraph.paragraph_format.left_indent = Pt(6)


def _keep_with_next(cells: tuple[Any, ...]) -> None:
    for cell in cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _picture(booklet: _Booklet, paragraph: Any, row: Row) -> None:
    if row.picture is None:
        return
    paragraph.paragraph_format.line_spacing = 1
    drawing = words.drawing_of(row.picture, booklet.drawings)
    key = (drawing.id, row.picture.refused)
    if key not in booklet.drawn:
        booklet.drawn[key] = as_png(drawing, refused=row.picture.refused)
    booklet.pictures += 1
    alt = alternative(row.picture)
    parts.add_picture(
        paragraph, booklet.drawn[key], alt, booklet.pictures, width=_PICTURE, height=_PICTURE
    )


def _list(booklet: _Booklet, paragraph: Any, row: Row) -> None:
    kind = words.list_kind(row)
    if kind == "ul":
        list_item(paragraph, BULLETS)
    if kind == "ol":
        if row.number != booklet.step + 1 or not booklet.steps:
            booklet.steps = booklet.lists.start(row.number)
        booklet.step = row.number
        list_item(paragraph, booklet.steps)


def _ending(file: Any, easy_read: EasyRead) -> None:
    if easy_read.hard_words:
        file.add_heading(words.HARD_WORDS, 2)
    for hard in easy_read.hard_words:
        word = file.add_paragraph()
        word.paragraph_format.keep_with_next, word.paragraph_format.space_after = True, Pt(0)
        parts.add_runs(word, (Run(hard.word, bold=True),))
        parts.add_runs(file.add_paragraph(), (Run(hard.meaning),))
    credits = words.picture_credits(easy_read)
    if credits:
        file.add_heading(words.CREDITS, 2)
    for credit in credits:
        parts.add_runs(file.add_paragraph(), (Run(credit),))


def _gap(file: Any) -> None:
    form = file.add_paragraph().paragraph_format
    form.space_after, form.line_spacing = Pt(0), Pt(4)
