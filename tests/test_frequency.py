"""How common words are, and which every reader knows."""

import pytest

from corpora.make_frequencies import lines
from literacy.folders import rules_folder
from literacy.words.easy import is_familiar
from literacy.words.frequency import FILE, zipf


def test_the_list_is_that_of_the_package() -> None:
    # A failure here means: run python -m corpora.make_frequencies.
    path = rules_folder() / "words" / FILE
    assert path.read_text(encoding="utf-8") == "".join(lines())


def test_a_common_word_is_above_a_rare_one() -> None:
    assert zipf("the") > zipf("doctor") > zipf("hypertension") > zipf("anticoagulant") > 0


def test_both_spellings_are_equally_common() -> None:
    assert zipf("haemoglobin") == zipf("hemoglobin") > 0


def test_case_and_possessive_make_no_difference() -> None:
    assert zipf("Doctor") == zipf("doctor")
    assert zipf("endoscopist’s") == zipf("endoscopist")


def test_frequencies_agree_with_the_package_they_come_from() -> None:
    # wordfreq 3.1 prints 4.9 for "doctor" and 3.41 for "hypertension"
    assert (zipf("doctor"), zipf("hypertension")) == (4.9, 3.41)


def test_an_unknown_word_has_no_frequency_and_a_numeral_is_common() -> None:
    assert (zipf("xqzzv"), zipf("12"), zipf("")) == (0.0, 5.0, 0.0)


def test_a_compound_is_rarer_than_its_parts() -> None:
    assert 0 < zipf("follow-up") < min(zipf("follow"), zipf("up"))


@pytest.mark.parametrize(
    "word", ["take", "Takes", "taking", "stopped", "babies", "doctor’s", "colours", "12", "1,000"]
)
def test_easy_words_and_their_regular_forms_are_familiar(word: str) -> None:
    assert is_familiar(word)


@pytest.mark.parametrize("word", ["administer", "colonoscopy", "MRI", "bed-oedema"])
def test_other_words_are_not(word: str) -> None:
    assert not is_familiar(word)
