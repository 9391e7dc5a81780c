"""Syllables as British people say them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from literacy.words.letters import count_letters
from literacy.words.syllables import syllables

MEDICAL = Path(__file__).parent / "medical_syllables.tsv"  # counted by hand
# Counted by ear and from the phonemes of a speech synthesiser (espeak-ng, en-gb); words on which
# the two differ are not in it. No rule was made from this list, so that it can be trusted.
AGREED = Path(__file__).parent / "medical_syllables_agreed.tsv"


@pytest.mark.parametrize("path", [MEDICAL, AGREED], ids=["by hand", "by two methods"])
def test_medical_words_are_counted_as_people_say_them(path: Path) -> None:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    wrong = [word for word, count in rows if syllables(word) != int(count)]
    assert len(rows) >= 200
    assert len(wrong) <= len(rows) * 0.05, wrong


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("anaemia", 4),
        ("haemoglobin", 4),
        ("colonoscopy", 5),
        ("paracetamol", 5),
        ("oedema", 3),
        ("serious", 2),
        ("fire", 2),
        ("doctors", 2),
        ("doctor’s", 2),
        ("nurse's", 2),
        ("can't", 1),
        ("follow-up", 3),
        ("anaesthetised", 4),
    ],
)
def test_words_in_british_spelling(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("12", 1),  # twelve
        ("120", 6),  # one hundred and twenty: 1 + 2 + 1 + 2
        ("1,000", 3),  # one thousand
        ("0.5", 4),  # zero point five
        ("5mg", 4),  # five milligrams
        ("MRI", 3),
        ("NHS", 3),
        ("MUST", 1),  # a word in capitals is still a word
        ("&", 0),
        ("", 0),
    ],
)
def test_numerals_units_and_abbreviations_count_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_word_in_no_dictionary_is_counted_from_its_letters() -> None:
    # glom-er-u-lo-ne-phri-tis
    assert count_letters("glomerulonephritis") == 7


@given(st.text(min_size=1, max_size=30))
def test_a_count_is_never_negative_and_any_letter_counts(word: str) -> None:
    assert syllables(word) >= any(char.isascii() and char.isalnum() for char in word)
