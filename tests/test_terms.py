"""What counts as an explanation that the text gives already."""

import pytest

from literacy.checks.terms import is_explained


@pytest.mark.parametrize(
    "text",
    [
        "A biopsy is a small sample.",
        "This is called a biopsy.",
        "You will have a small sample taken (biopsy).",
        "You need a biopsy, which is a small sample.",
        "You need a biopsy. This is a small sample.",
        "A biopsy is used to look for cancer.",
    ],
)
def test_a_word_that_the_text_explains_is_left_alone(text):
    assert is_explained(text, "biopsy")


@pytest.mark.parametrize(
    "text",
    [
        "The biopsy is done on ward 4.",
        "A biopsy is quick and safe.",
        "The biopsy is at 9am.",
        "The biopsy is sore.",
        "A biopsy is easy to do.",
        "You need a biopsy, which is a medical matter.",
    ],
)
def test_saying_something_about_a_word_does_not_explain_it(text):
    assert not is_explained(text, "biopsy")
