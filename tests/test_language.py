import pytest
from hypothesis import given
from hypothesis import strategies as st

import literacy
from literacy.cli.scoring import as_text, score_files
from literacy.words.language import language

FRENCH = "Vous devez parler avec votre médecin avant de prendre ce médicament tous les jours."


@pytest.mark.parametrize(
    "text",
    [
        "Take the tablets with food and a glass of water, and rest for the day.",
        "Ring us.",  # too short to tell
        "",
    ],
)
def test_english_and_what_is_too_short_to_tell_are_english(text):
    assert language(text) == "en"


def test_another_language_is_named():
    assert language(FRENCH) == "fr"


def test_a_text_in_another_language_has_no_score_and_the_report_says_the_same():
    scores = literacy.score(FRENCH)
    assert scores.reading_age.value is None
    assert "does not seem to be English" in scores.reading_age.note
    assert literacy.analyse(FRENCH).reading_age == scores.reading_age


def test_the_command_that_scores_says_that_a_text_is_not_english(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(FRENCH, encoding="utf-8")
    said = as_text(score_files([path]))
    assert "does not seem to be English" in said
    assert "traffic light" not in said


@given(st.text(max_size=300))
def test_any_text_gets_a_code_of_two_or_three_letters(text):
    assert len(language(text)) in (2, 3)


def test_codes_and_figures_are_in_no_other_language():
    text = (
        "BCéAz DxADzö11DééAzBDzxAy1zACzCDDöö0zAyéDCöxéBéCx1 y xz0A1öC0zyyxAz10öB DéDCAyz0BDC "
        "AyöBACyxBéx11C0öDDz0yyCCAC1öyzyxADö1 xCxBzABCDC ö0yz0öD0öyxBzBz DxCéBC AxööByCBBDzxxöé0  "
        "z0öyAxDC00xzööyA0zö00AD01 DxzB1zCxBz"
    )
    assert language(text) == "en"
