"""An Easy Read draft as one HTML page that needs no other file.

The same page in a style sheet for paper is what the PDF is made of. Rows are a grid and not a
table, so that a screen reader meets a picture's words and then the sentence, and nothing else.
"""

from __future__ import annotations

from literacy.composed import Drawing, EasyRead, Row, RowKind, Section
from literacy.exporters import easy_read_words as words
from literacy.exporters.markup import html_runs, safe
from literacy.exporters.pdf import pdf
from literacy.exporters.pictures import alternative, data_address, shown
from literacy.exporters.shell import page

SCREEN = ("screen.css", "easy_read.css", "easy_read_screen.css")
PAPER = ("easy_read.css", "easy_read_paper.css")


def easy_read_html(easy_read: EasyRead) -> bytes:
    """Return the draft as a page for a screen, which also prints well."""
    return _page(easy_read, SCREEN).encode()


def easy_read_pdf(easy_read: EasyRead) -> bytes:
    """Return the draft as a tagged PDF."""
    return pdf(_page(easy_read, PAPER))


def _page(easy_read: EasyRead, sheets: tuple[str, ...]) -> str:
    """Return the page as text. Remarks to the writer are not in it."""
    drawings = {drawing.id: drawing for drawing in easy_read.drawings}
    levels = words.heading_levels(easy_read.sections)
    sections = (
        _section(index, level, section, drawings)
        for index, (level, section) in enumerate(zip(levels, easy_read.sections, strict=True))
    )
    parts = (*sections, _hard_words(easy_read), _credits(easy_read))
    label = safe(words.draft_label(easy_read))
    body = (
        f"{_cover(easy_read)}\n<main>\n{''.join(parts)}</main>\n"
        f'<footer class="foot"><p class="draft">{label}</p></footer>'
    )
    return page(words.title(easy_read), body, sheets=sheets, language=easy_read.language)


def _cover(easy_read: EasyRead) -> str:
    label = safe(words.draft_label(easy_read))
    bold = f"<p>{safe(words.BOLD_WORDS)}</p>\n" if easy_read.hard_words else ""
    return (
        f'<header class="cover">\n<p class="kind">{safe(words.KIND)}</p>\n'
        f"<h1>{safe(words.title(easy_read))}</h1>\n"
        f'<p class="draft"><span class="draft-name">{label}</span></p>\n'
        f"{bold}{_contents(easy_read)}</header>"
    )


def _contents(easy_read: EasyRead) -> str:
    listed = words.contents(easy_read)
    if not listed:
        return ""
    items = "".join(
        f'<li><a href="#part-{index}">{safe(heading)}</a></li>\n' for index, heading in listed
    )
    return (
        '<nav class="contents" aria-labelledby="contents">\n'
        f'<h2 id="contents">{safe(words.CONTENTS)}</h2>\n<ol role="list">\n{items}</ol>\n</nav>\n'
    )


def _section(index: int, level: int, section: Section, drawings: dict[str, Drawing]) -> str:
    heading = " ".join(section.heading.split())
    head = f'<h{level} id="part-{index}">{safe(heading)}</h{level}>\n' if heading else ""
    groups = (
        _group(kind, "".join(_row(row, kind, drawings) for row in rows))
        for kind, rows in words.row_groups(section.rows)
    )
    return f"<section>\n{head}{''.join(groups)}</section>\n"


def _group(kind: str, rows: str) -> str:
    return f'<{kind} class="rows" role="list">\n{rows}</{kind}>\n' if kind else rows


def _row(row: Row, kind: str, drawings: dict[str, Drawing]) -> str:
    tag = "li" if kind else "div"
    name = "row explanation" if row.kind is RowKind.EXPLANATION else "row"
    value = f' value="{row.number}"' if kind == "ol" else ""
    return f'<{tag} class="{name}"{value}>{_picture(row, drawings)}{_words(row)}</{tag}>\n'


def _picture(row: Row, drawings: dict[str, Drawing]) -> str:
    if row.picture is None:
        return ""
    drawing = words.drawing_of(row.picture, drawings)
    source = data_address(*shown(drawing, refused=row.picture.refused))
    alt = safe(alternative(row.picture))
    return f'<div class="picture"><img src="{source}" alt="{alt}" width="151" height="151"></div>'


def _words(row: Row) -> str:
    text = html_runs(row.runs)
    sign = words.sign(row)
    if not sign:
        return f'<p class="words">{text}</p>'
    return f'<p class="words point"><span class="number">{sign}</span> <span>{text}</span></p>'


def _hard_words(easy_read: EasyRead) -> str:
    if not easy_read.hard_words:
        return ""
    entries = "".join(
        f"<dt>{safe(hard.word)}</dt>\n<dd>{safe(hard.meaning)}</dd>\n"
        for hard in easy_read.hard_words
    )
    return (
        f'<section>\n<h2 id="hard-words">{safe(words.HARD_WORDS)}</h2>\n'
        f'<dl class="meanings">\n{entries}</dl>\n</section>\n'
    )


def _credits(easy_read: EasyRead) -> str:
    credits = words.picture_credits(easy_read)
    if not credits:
        return ""
    lines = "".join(f'<p class="credits">{safe(credit)}</p>\n' for credit in credits)
    return f'<section>\n<h2 id="credits">{safe(words.CREDITS)}</h2>\n{lines}</section>\n'
