"""What a word adds to the counts, and the list of common words behind it."""

from hypothesis import given
from hypothesis import strategies as st

from literacy.measure.features import COLUMNS, unpacked, words_met
from literacy.words.entries import common_words, entry, worked_out
from literacy.words.segment import word_list, words


def test_every_line_of_the_list_is_what_the_modules_say() -> None:
    # A failure here means: run python -m corpora.make_common_words.
    for line in common_words().data.decode().splitlines():
        if not line or line.startswith("#"):
            continue
        word, count, familiar, difficulty = line.split("\t")
        assert worked_out(word) == (int(count), familiar == "1", float(difficulty)), word


def test_a_word_is_found_however_it_is_written() -> None:
    assert entry("Hospital") == entry("hospital") == worked_out("hospital")
    assert entry("can’t") == worked_out("can't")


def test_an_abbreviation_is_not_the_word_of_its_letters() -> None:
    assert entry("MRI") == worked_out("MRI")
    assert entry("IT").difficulty > entry("it").difficulty


def test_columns_of_a_word_are_unpacked_as_they_were_packed() -> None:
    # 11 letters, 5 syllables; a polysyllable, complex, long and unfamiliar
    found = dict(zip(COLUMNS, unpacked(words_met()["paracetamol"]), strict=True))
    assert found == {
        "sentences": 0,
        "words": 1,
        "letters": 11,
        "characters": 11,
        "syllables": 5,
        "monosyllables": 0,
        "polysyllables": 1,
        "complex_words": 1,
        "long_words": 1,
        "mini_words": 0,
        "unfamiliar": 1,
        "unfamiliar_types": 0,
    }


@given(st.text(alphabet="aB9é\u0301 .-'’@/:_,w0", max_size=40))
def test_the_fast_word_list_finds_the_same_words(text: str) -> None:
    assert word_list(text) == [text[span.start : span.end] for span in words(text)]
