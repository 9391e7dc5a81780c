"""Put an Easy Read draft together from the simplified text.

The order is the source's: nothing is moved, since a moved sentence can change what it means. Every
block of the source is either in a row, by its span, or named in ``left_out``; ``lost`` proves it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import PurePath

from literacy.composed import Drawing, EasyRead, Row, RowKind, Section
from literacy.document import Block, BlockKind, Document
from literacy.easyread.conformance import conformance
from literacy.easyread.explain import Glossary
from literacy.easyread.left_out import left_out
from literacy.easyread.options import Options
from literacy.easyread.pictures import ATTRIBUTION, Gallery
from literacy.easyread.rows import rows_of
from literacy.easyread.steps import Steps
from literacy.easyread.tables import table_rows

DRAFT_LABEL = "This is a draft. Test it with readers before you use it."
BEGINNING = "About this leaflet"


def compose(
    document: Document, *, glosses: Mapping[str, str] | None = None, options: Options | None = None
) -> EasyRead:
    """Compose an Easy Read draft.

    Args:
        document: the leaflet, best already simplified.
        glosses: each hard word in lower case, in each of its forms, with the sentence that
            explains it.
        options: the writer's choices.
    """
    options = options or Options()
    title = _title_block(document)
    glossary = Glossary(document, glosses or {})
    gallery = Gallery(options.pictures_folder)
    sections = tuple(_sections(document, title, glossary, gallery, options))
    drawings = tuple(_drawings(sections, gallery))
    draft = EasyRead(
        title=_title(document, title),
        name=document.name,
        sections=sections,
        hard_words=tuple(glossary.hard_words()),
        drawings=drawings,
        left_out=left_out(document, title, sections),
        draft_label=DRAFT_LABEL,
        credits=(ATTRIBUTION,) if any(drawing.credit for drawing in drawings) else (),
    )
    return replace(draft, conformance=conformance(draft, options.sentence_words))


def _title_block(document: Document) -> Block | None:
    """Return the heading that names the leaflet: the first block, or the first of level 1."""
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    words = [block for block in document.blocks if block.kind is not BlockKind.IMAGE]
    if words and headings and words[0] == headings[0]:
        return headings[0]
    return next((block for block in headings if block.level == 1), None)


def _title(document: Document, block: Block | None) -> str:
    if block:
        return _line(document, block)
    return document.title or PurePath(document.name).stem.replace("-", " ").replace("_", " ")


def _line(document: Document, block: Block) -> str:
    return " ".join(document.slice(block.span).split())


def _sections(
    document: Document, title: Block | None, glossary: Glossary, gallery: Gallery, options: Options
) -> Iterator[Section]:
    heading, level, blocks = BEGINNING, 2, list[Block]()
    top = min((b.level for b in document.blocks if _opens_section(b, title)), default=1)
    for block in document.blocks:
        if block == title:
            continue
        if not _opens_section(block, title):
            blocks.append(block)
            continue
        if blocks or heading != BEGINNING:
            yield _section(document, heading, level, blocks, glossary, gallery, options)
        heading, level, blocks = _line(document, block), 2 if block.level <= top else 3, []
    if blocks or heading != BEGINNING:
        yield _section(document, heading, level, blocks, glossary, gallery, options)


def _opens_section(block: Block, title: Block | None) -> bool:
    return block.kind is BlockKind.HEADING and block != title and block.cell is None


def _section(
    document: Document,
    heading: str,
    level: int,
    blocks: Iterable[Block],
    glossary: Glossary,
    gallery: Gallery,
    options: Options,
) -> Section:
    rows: list[Row] = []
    for row in _plain_rows(document, blocks, options):
        marked, explanations = glossary.explain(row)
        is_idea = marked.kind is not RowKind.EXPLANATION
        rows.append(replace(marked, picture=gallery.picture_of(marked) if is_idea else None))
        rows += explanations
    return Section(heading, tuple(rows), level)


def _plain_rows(document: Document, blocks: Iterable[Block], options: Options) -> Iterator[Row]:
    steps = Steps()
    for table, group in groupby(blocks, key=lambda block: block.cell.table if block.cell else None):
        if table is not None:
            yield from table_rows(document, list(group), options)
            continue
        for block in group:
            yield from rows_of(document, block, options, steps.number(block))


def _drawings(sections: Iterable[Section], gallery: Gallery) -> Iterator[Drawing]:
    wanted = {row.picture.drawing for s in sections for row in s.rows if row.picture}
    return (gallery.drawing(id) for id in sorted(wanted))
