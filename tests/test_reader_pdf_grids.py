"""Tables without rules are told from lists and from text that only happens to have gaps."""

from __future__ import annotations

from literacy.readers.pdf_grids import with_grids
from literacy.readers.pdf_records import Box
from literacy.readers.tidy import Run


def _row(number: float, *cells: tuple[float, str], bold: bool = False) -> list[Box]:
    """A row of texts that begin at the places given, each letter 5 points wide."""
    top = 15.0 * number
    return [
        Box(x, x + 5 * len(text), top, top + 10, (Run(text, bold),), 10.0, int(number * 10))
        for x, text in cells
    ]


def _cells(rows: list[list[Box]]):
    return [
        [(cell.row, cell.column, "".join(run.text for run in cell.runs)) for cell in row[0].cells]
        if row[0].cells
        else [box.text for box in row]
        for row in with_grids(rows)
    ]


def test_three_rows_that_keep_to_their_columns_are_a_table():
    rows = [
        _row(0, (0, "Day"), (100, "Dose")),
        _row(1, (0, "One"), (100, "5 mg")),
        _row(2, (0, "Two"), (100, "10 mg")),
    ]
    assert _cells(rows) == [
        [
            (0, 0, "Day"),
            (0, 1, "Dose"),
            (1, 0, "One"),
            (1, 1, "5 mg"),
            (2, 0, "Two"),
            (2, 1, "10 mg"),
        ]
    ]


def test_a_cell_of_two_lines_is_one_cell():
    rows = [
        _row(0, (0, "Day"), (100, "Dose")),
        _row(1, (0, "One"), (100, "5 mg")),
        _row(2, (0, "Two"), (100, "10 mg, then")),
    ]
    more = Box(100, 120, 42, 52, (Run("rest"),), 10.0, 3)
    last = _row(4, (0, "Three"), (100, "none"))
    (table,) = _cells([*rows, [more], last])
    assert table[5:] == [(2, 1, "10 mg, then rest"), (3, 0, "Three"), (3, 1, "none")]


def test_a_bold_first_row_is_a_header():
    rows = [
        _row(0, (0, "Day"), (100, "Dose"), bold=True),
        _row(1, (0, "One"), (100, "5 mg")),
        _row(2, (0, "Two"), (100, "10 mg")),
    ]
    ((box,),) = with_grids(rows)
    assert [cell.is_header for cell in box.cells] == [True, True, False, False, False, False]


def test_a_list_with_its_numbers_apart_is_no_table():
    rows = [_row(n, (0, f"{n + 1}."), (30, "Rest at home")) for n in range(4)]
    assert _cells(rows) == [[f"{n + 1}.", "Rest at home"] for n in range(4)]


def test_gaps_that_stand_nowhere_twice_are_no_columns():
    rows = [
        _row(0, (0, "Take two"), (60, "tablets with some water")),
        _row(1, (0, "every morning and"), (110, "evening")),
        _row(2, (0, "rest"), (40, "for a day or two after it")),
    ]
    assert _cells(rows) == [[box.text for box in row] for row in rows]


def test_rows_that_stand_closer_than_others_are_one_row():
    rows = [
        _row(0, (0, "Day"), (100, "Dose")),
        _row(1.4, (0, "One and"), (100, "5 mg and")),
        _row(2.2, (0, "a half"), (100, "no more")),
        _row(3.6, (0, "Two"), (100, "none")),
    ]
    (table,) = _cells(rows)
    assert table[2:4] == [(1, 0, "One and a half"), (1, 1, "5 mg and no more")]


def test_narrow_columns_of_running_text_are_read_one_after_the_other():
    left = ("Take two", "tablets with", "a glass of", "water.")
    right = ("Then rest", "for an hour", "or two at", "home.")
    rows = [_row(n, (0, left[n]), (100, right[n])) for n in range(4)]
    assert _cells(rows) == [[text] for text in (*left, *right)]


def test_a_text_beside_a_list_is_no_table():
    text = (
        "Ask for advice if you cannot",
        "keep any water down for more",
        "than a day or if it",
        "hurts.",
    )
    side = ("Leaflets", "Parking", "Shops", "Help")
    rows = [_row(n, (0, text[n]), (200, side[n])) for n in range(4)]
    assert _cells(rows) == [[words] for words in (*text, *side)]


def test_a_label_beside_a_long_text_stays_with_it():
    rows = [
        _row(0, (0, "Sore"), (60, "You may have a sore throat")),
        _row(1, (60, "for some days after it.")),
        _row(2, (0, "Sick"), (60, "You may feel sick when you")),
        _row(3, (60, "wake up.")),
        _row(4, (0, "Cold"), (60, "Some people shiver.")),
    ]
    (table,) = _cells(rows)
    assert [text for *_, text in table] == [
        "Sore",
        "You may have a sore throat for some days after it.",
        "Sick",
        "You may feel sick when you wake up.",
        "Cold",
        "Some people shiver.",
    ]


def test_the_paragraph_after_a_table_is_not_its_last_row():
    rows = [_row(n, (0, "Day"), (100, "Dose")) for n in range(3)]
    after = _row(3, (0, "Then rest."))
    assert _cells([*rows, after])[1:] == [["Then rest."]]


def test_no_word_is_lost_and_none_comes_twice():
    rows = [_row(n, (0, f"Day{n}"), (100, f"dose{n}"), (200, f"note{n}")) for n in range(5)]
    (table,) = _cells(rows)
    assert sorted(text for *_, text in table) == sorted(box.text for row in rows for box in row)
