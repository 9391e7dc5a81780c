"""Flat blocks gathered into headings, lists, tables and pictures."""

from hypothesis import given
from hypothesis import strategies as st

from literacy.composed import Run
from literacy.document import BlockKind, Cell, Document, DocumentBuilder, Mark, MarkKind, Span
from literacy.exporters.outline import (
    Heading,
    Image,
    Item,
    List,
    Table,
    TableCell,
    Text,
    outline,
    runs,
    title,
)


def items(*made: tuple[str, int, bool]) -> Document:
    build = DocumentBuilder("x")
    for text, level, ordered in made:
        build.add(BlockKind.LIST_ITEM, text, level=level, ordered=ordered)
    return build.done()


def plain(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def test_headings_climb_one_step_at_a_time_from_1():
    build = DocumentBuilder("x")
    for level in (2, 4, 5, 2, 6):
        build.add(BlockKind.HEADING, "A", level=level)
    levels = [part.level for part in outline(build.done()) if isinstance(part, Heading)]
    assert levels == [1, 2, 3, 1, 2]


def test_first_heading_is_1_even_where_a_higher_one_follows():
    build = DocumentBuilder("x")
    for level in (3, 1, 2):
        build.add(BlockKind.HEADING, "A", level=level)
    assert [part.level for part in outline(build.done())] == [1, 1, 2]


def test_deeper_items_stand_within_the_item_above():
    document = items(("a", 1, False), ("b", 2, True), ("c", 2, True), ("d", 1, False))
    inner = List(True, (Item(plain("b")), Item(plain("c"))))
    assert list(outline(document)) == [List(False, (Item(plain("a"), (inner,)), Item(plain("d"))))]


def test_numbers_after_bullets_are_a_list_of_their_own():
    document = items(("a", 1, False), ("b", 1, True))
    assert list(outline(document)) == [
        List(False, (Item(plain("a")),)),
        List(True, (Item(plain("b")),)),
    ]


def test_item_above_the_first_level_does_not_get_lost():
    document = items(("a", 2, False), ("b", 1, False), ("c", 3, False))
    assert list(outline(document)) == [
        List(
            False,
            (Item(plain("a")), Item(plain("b"), (List(False, (Item(plain("c")),)),))),
        )
    ]


def test_cells_become_rows_and_a_missing_cell_is_empty():
    build = DocumentBuilder("x")
    build.add(BlockKind.TABLE_CELL, "Dose", cell=Cell(0, 0, 1, is_header=True))
    build.add(BlockKind.TABLE_CELL, "Adults", cell=Cell(0, 1, 0))
    build.add(BlockKind.TABLE_CELL, "20mg", cell=Cell(0, 1, 1))
    (table,) = outline(build.done())
    assert table == Table(
        (
            (TableCell((), True), TableCell(plain("Dose"), True)),
            (TableCell(plain("Adults"), False), TableCell(plain("20mg"), False)),
        )
    )
    assert table.header_rows == 1


def test_two_tables_are_two_and_paragraphs_of_one_cell_are_lines():
    build = DocumentBuilder("x")
    build.add(BlockKind.TABLE_CELL, "one", cell=Cell(0, 0, 0))
    build.add(BlockKind.TABLE_CELL, "two", cell=Cell(0, 0, 0))
    build.add(BlockKind.TABLE_CELL, "three", cell=Cell(1, 0, 0))
    first, second = outline(build.done())
    assert first.rows == ((TableCell((Run("one"), Run("\n"), Run("two")), False),),)
    assert second.rows == ((TableCell(plain("three"), False),),)


def test_runs_are_cut_at_marks_and_italics_are_left_out():
    build = DocumentBuilder("x")
    marks = (
        Mark(MarkKind.BOLD, Span(0, 4)),
        Mark(MarkKind.LINK, Span(2, 6), "https://e.org"),
        Mark(MarkKind.ITALIC, Span(5, 8)),
    )
    build.add(BlockKind.PARAGRAPH, "abcdefgh", marks=marks)
    document = build.done()
    assert runs(document, document.blocks[0].span) == (
        Run("ab", bold=True),
        Run("cd", bold=True, link="https://e.org"),
        Run("ef", link="https://e.org"),
        Run("gh"),
    )


def test_pictures_and_captions_keep_their_place():
    build = DocumentBuilder("x")
    build.add_image("A heart", media_type="image/png", data=b"1")
    build.add(BlockKind.CAPTION, "The heart.")
    assert list(outline(build.done())) == [Image("A heart", b"1"), Text(plain("The heart."))]


def test_title_is_the_documents_own_or_its_first_heading_or_its_name():
    build = DocumentBuilder("leaflet.txt")
    assert title(build.done(title="Own")) == "Own"
    assert title(build.done()) == "leaflet.txt"
    build.add(BlockKind.HEADING, "First", level=1)
    assert title(build.done()) == "First"


@given(
    st.lists(
        st.tuples(st.text("abc", min_size=1, max_size=3), st.integers(0, 4), st.booleans()),
        max_size=12,
    )
)
def test_no_list_item_is_ever_lost_or_moved(made):
    def said(part: List) -> list[str]:
        return [
            text
            for item in part.items
            for text in (
                "".join(run.text for run in item.runs),
                *(text for inner in item.lists for text in said(inner)),
            )
        ]

    parts = outline(items(*made))
    assert [text for part in parts for text in said(part)] == [text for text, _, _ in made]
