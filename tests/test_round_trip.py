"""What is written and read again says the same, block by block: text, kind, level and table."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import literacy
from literacy.document import BlockKind, Cell, Document, DocumentBuilder

# Sentences as leaflets have them, and pieces that mean something to one format or another.
PLAIN = st.sampled_from(
    ["Take two tablets", "Rest at home", "Call 999", "Do not drive", "Your nurse is Zoë O’Neil"]
)
ODD = st.sampled_from(
    [
        *(
            "5 < 6 & 7 > 2",
            "a * b * c",
            "**no**",
            "_so_",
            "`x`",
            "[a](b)",
            "# 1",
            "1. first",
            "- x",
        ),
        *(
            "50% - 60%",
            "~~gone~~",
            "<b>bold</b>",
            "&amp;",
            "\\n",
            "|",
            "a|b",
            "£5 “now”",
            "½",
            "😀",
        ),
        *(
            "+44 20 7946 0123",
            "e.g. 0.5mg",
            "===",
            "---",
            "> said",
            "!",
            "x\u00a0mg",
            "https://a.uk",
        ),
        *("$5 and $6", "{{x}}", "%s", "a\\b", "``", "::", "1)", "(c)", "©", "--", "...", "שלום"),
    ]
)
DRAWN = str.maketrans("-|", "  ")
WORDS = st.lists(st.one_of(PLAIN, ODD), min_size=1, max_size=4).map(" ".join)
TEXTS = st.builds("{} {}.".format, PLAIN, WORDS)
HEADING = st.tuples(st.just(BlockKind.HEADING), PLAIN, st.just(2))
PARAGRAPH = st.tuples(st.just(BlockKind.PARAGRAPH), TEXTS, st.just(0))
ITEM = st.tuples(st.just(BlockKind.LIST_ITEM), TEXTS, st.just(1))
GRID = st.integers(2, 3).flatmap(
    lambda width: st.lists(st.lists(TEXTS, min_size=width, max_size=width), min_size=2, max_size=3)
)
PARTS = st.lists(
    st.one_of(st.tuples(HEADING, PARAGRAPH), st.tuples(PARAGRAPH), st.tuples(ITEM, ITEM), GRID),
    min_size=1,
    max_size=5,
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    build = DocumentBuilder("a.docx", "docx")
    build.add(BlockKind.HEADING, "About your test", level=1)
    build.add(BlockKind.PARAGRAPH, "Read this before you come. It takes five minutes.")
    tables = 0
    for part in draw(PARTS):
        if isinstance(part, list):
            for row, texts in enumerate(part):
                for column, text in enumerate(texts):
                    cell = Cell(tables, row, column, is_header=row == 0)
                    build.add(BlockKind.TABLE_CELL, text, cell=cell)
            tables += 1
        else:
            for kind, text, level in part:
                build.add(kind, text, level=level)
        build.add(BlockKind.PARAGRAPH, "Then go on to the next part of this leaflet.")
    return build.done(title="About your test")


def shape(document: Document) -> list[tuple[object, ...]]:
    return [
        (
            str(block.kind),
            " ".join(text.split()),
            block.level,
            (block.cell.table, block.cell.row, block.cell.column) if block.cell else None,
        )
        for block, text in document
    ]


@pytest.mark.parametrize("format", ["html", "docx", "md"])
@settings(max_examples=60)
@given(document=documents())
def test_a_leaflet_that_is_written_and_read_again_is_the_same(format, document):
    again = literacy.read(literacy.export(document, format), f"a.{format}", isolated=False)
    assert shape(again) == shape(document)


@settings(max_examples=60)
@given(document=documents())
def test_plain_text_keeps_every_word_in_its_order(document):
    again = literacy.read(literacy.export(document, "txt"), "a.txt", isolated=False)
    # Dashes and upright bars are how plain text draws lists and tables.
    assert again.text.translate(DRAWN).split() == document.text.translate(DRAWN).split()


@settings(max_examples=8)
@given(document=documents())
def test_a_pdf_keeps_every_word(document):
    again = literacy.read(literacy.export(document, "pdf"), "a.pdf", isolated=False)
    assert "About your test" in again.text
    assert "next part of this leaflet." in again.text


@settings(max_examples=60)
@given(document=documents())
def test_markdown_that_was_read_once_is_written_as_it_was(document):
    first = literacy.read(literacy.export(document, "md"), "a.md", isolated=False)
    once = literacy.export(first, "md")
    assert literacy.export(literacy.read(once, "a.md", isolated=False), "md") == once
