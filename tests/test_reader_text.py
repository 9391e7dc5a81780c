"""Plain text: headings, lists, wrapped lines and lines that stand alone."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from literacy.readers.lines import pieces
from literacy.readers.text import decode, read_text


def _read(text: str) -> list[tuple[str, str]]:
    return [(str(block.kind), words) for block, words in read_text(text.encode(), "a.txt")]


def test_wrapped_lines_are_joined():
    text = (
        "You should not eat anything for six hours before your operation, and\n"
        "you may drink water until two hours before it. Bring your medicines\n"
        "with you."
    )
    assert _read(text) == [("paragraph", text.replace("\n", " "))]


def test_short_lines_of_their_own_are_kept_apart():
    assert _read("Drink water\nDo not drive\nRest at home") == [
        ("paragraph", "Drink water\nDo not drive\nRest at home")
    ]


def test_longer_lines_that_each_start_afresh_are_kept_apart():
    text = (
        "Do not drive for 24 hours after the test\n"
        "Do not drink alcohol on the same day\n"
        "Bring a list of your medicines with you"
    )
    assert _read(text) == [("paragraph", text)]


def test_headings_are_told_by_an_underline_by_capitals_or_by_standing_alone():
    text = "Your test\n=========\n\nBEFORE YOU COME\n\nEat nothing.\n"
    assert _read(text) == [
        ("heading", "Your test"),
        ("heading", "BEFORE YOU COME"),
        ("paragraph", "Eat nothing."),
    ]
    assert _read("What is asthma?\n\nIt is a lung problem.")[0] == ("heading", "What is asthma?")


def test_a_short_sentence_is_no_heading():
    assert _read("Call 999.\n\nThen wait.")[0] == ("paragraph", "Call 999.")


def test_list_items_lose_their_markers_and_keep_their_levels():
    text = "- Bring:\n  * glasses\n  * a list of your\n    medicines\n- Eat nothing"
    found = [(piece.text, piece.level) for piece in pieces(text)]
    assert found == [
        ("Bring:", 1),
        ("glasses", 2),
        ("a list of your medicines", 2),
        ("Eat nothing", 1),
    ]


def test_numbered_items_are_ordered():
    assert [(piece.text, piece.ordered) for piece in pieces("1. Wash\n2. Dry\n(c) Rest")] == [
        ("Wash", True),
        ("Dry", True),
        ("Rest", True),
    ]


def test_rows_of_equal_shape_are_a_table():
    cells = [piece.cell for piece in pieces("Dose | Time\n1 | 9am\n2 | 5pm")]
    assert [(cell.row, cell.column) for cell in cells if cell] == [
        (row, column) for row in range(3) for column in range(2)
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"]
)
def test_micrograms_halves_and_pounds_survive_every_encoding(encoding):
    text = "Take 5 µg and ½ a tablet, it costs £9. Then rest for a while at home."
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_any_line_end_ends_a_line(end):
    text = end.join(["- Bring water", "- Rest at home", "", "Then call us."])
    assert _read(text) == [
        ("list_item", "Bring water"),
        ("list_item", "Rest at home"),
        ("paragraph", "Then call us."),
    ]


def test_a_code_page_that_would_turn_units_to_letters_is_refused():
    assert decode("Take 5 µg and ½ a tablet, it costs £9.".encode("cp437")) is None


@pytest.mark.parametrize("end", ["", "-", "/"])
def test_a_long_sentence_over_many_lines_takes_linear_time(end):
    line = f"take the tablets with a whole glass of water every{end}\n"
    start = process_time()
    assert len(list(pieces(line * (500_000 // len(line))))) == 1
    assert process_time() - start < 5


@given(st.text(alphabet=st.sampled_from("ab .-*•1\n\tA|=?"), max_size=200))
def test_every_word_is_kept_in_order(text):
    kept = "".join(piece.text for piece in pieces(text))
    letters = [letter for letter in kept if letter.isalpha()]
    wanted = [letter for letter in text if letter.isalpha()]
    # Only a list marker "a." or "A)" may go.
    assert len(letters) <= len(wanted)
