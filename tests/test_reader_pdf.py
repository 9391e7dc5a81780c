"""PDF: structure found again from layout. Pages are printed in the test and read back."""

from __future__ import annotations

import pytest
from weasyprint import HTML

from literacy.errors import ReadError, ReadKind
from literacy.readers.pdf import read_pdf
from literacy.readers.pdf_blocks import drafts
from literacy.readers.pdf_draft import block_text
from literacy.readers.pdf_furniture import without_furniture
from literacy.readers.pdf_glyphs import boxes
from literacy.readers.pdf_order import lines
from literacy.readers.pdf_records import Box, Glyph, Line, PageBoxes
from literacy.readers.pdf_turn import Turn, turned
from literacy.readers.tidy import Run

STYLE = "<style>@page{size:A4;margin:2cm}body{font:12pt sans-serif}table{border-collapse:collapse}\
td,th{border:1px solid;padding:4pt}</style>"


def _read(markup: str) -> list[tuple[str, int, str]]:
    data = HTML(string=STYLE + markup).write_pdf()
    return [(str(block.kind), block.level, text) for block, text in read_pdf(data, "a.pdf")]


def test_headings_paragraphs_and_lists_are_found():
    long = "You should not eat for six hours before the operation, and you may drink water. " * 3
    found = _read(
        f"<h1>Your test</h1><p>{long}</p><h2>After</h2><ul><li>Rest</li><li>Drink</li></ul>"
    )
    assert found == [
        ("heading", 1, "Your test"),
        ("paragraph", 0, long.strip()),
        ("heading", 2, "After"),
        ("list_item", 1, "Rest"),
        ("list_item", 1, "Drink"),
    ]


def test_a_ruled_table_becomes_cells_and_nothing_twice():
    found = _read("<p>Doses</p><table><tr><th>Day<th>Dose<tr><td>1<td>5 mg</table>")
    assert found == [
        ("paragraph", 0, "Doses"),
        ("table_cell", 0, "Day"),
        ("table_cell", 0, "Dose"),
        ("table_cell", 0, "1"),
        ("table_cell", 0, "5 mg"),
    ]


def test_a_word_cut_at_the_end_of_a_line_is_whole_again():
    markup = "<p style='width:5.2cm'>Bring your appoint-<br>ment card for the follow-<br>up.</p>"
    assert [text for *_, text in _read(markup)] == [
        "Bring your appointment card for the follow-up."
    ]


def test_ligatures_and_soft_hyphens_are_read_as_letters():
    markup = "<p>An e\ufb03cient o\ufb03ce with pa&shy;tience</p>"
    assert [text for *_, text in _read(markup)] == ["An efficient office with patience"]


def test_a_numbered_list_is_ordered_and_keeps_no_numbers():
    markup = "<p>Then:</p><ol><li>Wash the skin</li><li>Dry it well</li></ol>"
    document = read_pdf(HTML(string=STYLE + markup).write_pdf(), "a.pdf")
    assert [(block.ordered, text) for block, text in document] == [
        (False, "Then:"),
        (True, "Wash the skin"),
        (True, "Dry it well"),
    ]


def test_a_page_turned_on_its_side_is_read():
    markup = "<p style='transform:rotate(-90deg);width:9cm;margin-top:5cm'>Take two tablets.</p>"
    assert [text for *_, text in _read(markup)] == ["Take two tablets."]


def test_a_heading_over_a_table_that_is_all_the_text_is_a_heading():
    cells = "<tr><td>Take one tablet<td>with water<tr><td>Take two tablets<td>with food"
    found = _read(f"<p style='font-size:18pt'>Your tablets</p><table>{cells}</table>")
    assert found[0] == ("heading", 1, "Your tablets")


def test_a_list_in_a_cell_keeps_its_lines_and_not_its_bullets():
    found = _read(
        "<table><tr><td>Bring:<ul><li>glasses</li><li>a list of your pills and when you take each"
        " of them</li></ul><td style='width:4cm'>Then<tr><td>Rest<td>Eat</table>"
    )
    assert [text for *_, text in found] == [
        "Bring:\nglasses\na list of your pills and when you take each of them",
        "Then",
        "Rest",
        "Eat",
    ]


def test_columns_are_read_one_after_the_other():
    first = "First we wash the skin with soap and water for a while. " * 6
    second = "Then the nurse puts a clean dressing on it for you. " * 6
    style = "<style>p{width:8cm;position:absolute;top:0;margin:0} .b{left:9cm}</style>"
    markup = f"{style}<p>{first}</p><p class=b>{second}</p>"
    assert [text for *_, text in _read(markup)] == [first.strip(), second.strip()]


def test_running_heads_and_page_numbers_are_left_out_and_noted():
    style = (
        "<style>@page{@top-center{content:'Ward 4'}@bottom-center{content:counter(page)}}</style>"
    )
    pages = "<p>Take two tablets.</p><p style='break-before:page'>Then rest.</p>"
    document = read_pdf(HTML(string=style + pages).write_pdf(), "a.pdf")
    assert [text for _, text in document] == ["Take two tablets.", "Then rest."]
    assert document.notes == (
        "Page numbers and repeated lines at the edges of pages were left out (4).",
    )
    assert [block.place for block in document.blocks] == ["page 1", "page 2"]


def test_a_scan_says_what_it_is_and_what_to_do():
    dot = (
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
        "rkJggg=="
    )
    page = f"<img style='width:17cm;height:24cm' src='data:image/png;base64,{dot}'>"
    with pytest.raises(ReadError) as caught:
        read_pdf(HTML(string=STYLE + page).write_pdf(), "a.pdf")
    assert (caught.value.kind, str(caught.value)) == (
        ReadKind.NO_TEXT,
        "a.pdf has only scanned pages. Ask for the original document, "
        "or use a program that reads text from pictures (OCR).",
    )


def test_a_page_of_no_text_says_so():
    with pytest.raises(ReadError) as caught:
        read_pdf(HTML(string="<p></p>").write_pdf(), "a.pdf")
    assert caught.value.kind is ReadKind.NO_TEXT


def test_a_damaged_file_says_so():
    with pytest.raises(ReadError) as caught:
        read_pdf(b"%PDF-1.7\nnothing", "a.pdf")
    assert caught.value.kind is ReadKind.CORRUPT


def _glyphs(text: str, x: float = 0.0, top: float = 0.0) -> list[Glyph]:
    return [
        Glyph(letter, x + 6 * i, x + 6 * i + 5, top, top + 10, 10.0)
        for i, letter in enumerate(text)
        if letter != " "
    ]


def test_words_are_told_by_distance_where_no_space_is_drawn():
    assert [box.text for box in boxes(_glyphs("take two"))] == ["take two"]


def test_a_letter_printed_on_itself_is_read_once():
    glyphs = _glyphs("ill") + _glyphs("ill", x=0.3)
    assert [box.text for box in boxes(glyphs)] == ["ill"]


def test_a_space_that_reaches_into_the_next_text_is_no_space():
    # "A" is padded with spaces that run under "2015"; the figures stand where they belong.
    padding = [Glyph(" ", 8 + 3 * i, 11 + 3 * i, 0, 10, 10.0) for i in range(20)]
    figures = [Glyph(digit, 30 + 6 * i, 36 + 6 * i, 0, 10, 10.0) for i, digit in enumerate("2015")]
    found = boxes([*_glyphs("A"), *padding, *figures])
    assert [box.text for box in found] == ["A", "2015"]


def test_two_small_lines_beside_a_large_one_are_not_shuffled():
    large = [Glyph("W", 20 * i, 20 * i + 18, 3, 23, 20.0) for i in range(3)]
    found = boxes([*large, *_glyphs("dose", x=90, top=0), *_glyphs("rest", x=90, top=12)])
    assert [box.text for box in found] == ["dose", "WWW", "rest"]


def test_columns_as_near_as_words_are_told_by_many_lines_that_agree():
    rows = [
        [*_glyphs("leftside", top=12 * row), *_glyphs("right", x=55, top=12 * row)]
        for row in range(6)
    ]
    every = [glyph for row in rows for glyph in row]
    assert [box.text for box in boxes(every)] == ["leftside", "right"] * 6
    assert [box.text for box in boxes(rows[0])] == ["leftside right"]


def test_a_line_that_runs_to_the_left_is_read_from_the_right():
    # On the page, from the left: a figure, then "shalom" with its last letter first.
    seen = _glyphs("25 \u05dd\u05d5\u05dc\u05e9")
    assert [box.text for box in boxes(seen)] == ["\u05e9\u05dc\u05d5\u05dd 25"]


def test_the_shape_of_a_letter_is_read_as_the_letter():
    assert [box.text for box in boxes(_glyphs("\ufe93"))] == ["\u0629"]


def test_a_wide_gap_parts_two_boxes_of_one_row():
    found = boxes(_glyphs("left") + _glyphs("right", x=200))
    assert [(box.text, box.row) for box in found] == [("left", 0), ("right", 0)]


def test_a_bullet_and_its_words_are_one_line():
    page = PageBoxes(
        1,
        600,
        800,
        (Box(0, 5, 0, 10, (Run("•"),), 10, 0), Box(20, 90, 0, 10, (Run("Rest"),), 10, 0)),
    )
    assert [line.text for line in lines(page)] == ["• Rest"]


def test_the_only_words_of_a_page_are_not_furniture():
    line = Line((Run("Page 1"),), 0, 50, 10, 20, 10, 1, 50)
    assert without_furniture([(line,)], [800]) == (((line,),), 0)


def test_page_numbers_far_from_the_edge_are_known_by_each_other():
    def page(number: int) -> tuple[Line, ...]:
        text = Line((Run("Rest at home."),), 0, 90, 100, 110, 10, number, 300, starts=True)
        return text, Line((Run(str(number)),), 150, 155, 680, 690, 10, number, 300)

    kept, dropped = without_furniture([page(1), page(2)], [800, 800])
    assert (kept, dropped) == ((page(1)[:1], page(2)[:1]), 2)
    assert without_furniture([page(1)], [800]) == ((page(1),), 0)


def test_an_item_set_in_by_its_first_line_only_goes_on_to_the_edge():
    def line(text: str, x0: float, top: float) -> Line:
        return Line((Run(text),), x0, 200, top, top + 10, 10, 1, 200)

    found = drafts([line("• Deliver it to the", 20, 0), line("address above.", 0, 12)])
    assert [block_text(draft)[0] for draft in found] == ["Deliver it to the address above."]


def test_a_sentence_that_is_on_every_page_is_not_furniture():
    head = Line(
        (Run("Take two of the tablets every day with some"),),
        0,
        300,
        10,
        20,
        10,
        1,
        300,
        starts=True,
    )
    rest = Line((Run("water and rest."),), 0, 90, 22, 32, 10, 1, 300)
    pages = [(head, rest), (head, rest)]
    assert without_furniture(pages, [800, 800]) == (tuple(pages), 0)


def test_a_page_on_its_side_is_turned_upright():
    # 600 wide and 800 high, reading upwards: the bottom of the sheet is the left of the text.
    assert turned(Turn(1, 600, 800), 10, 20, 700, 750) == (50, 100, 10, 20)
