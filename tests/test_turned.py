from dataclasses import replace

import pytest

from literacy.rewriting.turned import reader_acts, staff_act
from tests.test_split import ANY_LENGTH, rewritten

SHORT = replace(ANY_LENGTH, limit=3)


@pytest.mark.parametrize(
    ("passive", "active"),
    [
        ("Tablets should be taken with your food.", "You should take tablets with your food."),
        (
            "Alcohol must not be consumed if you drive.",
            "You must not consume alcohol if you drive.",
        ),
        (
            "If you feel worse, medical advice should be sought.",
            "If you feel worse, you should seek medical advice.",
        ),
    ],
)
def test_what_the_reader_does_is_said_to_the_reader(passive, active):
    assert rewritten(reader_acts, passive, SHORT) == active


@pytest.mark.parametrize(
    "text",
    [
        "Tablets should be taken with food.",  # nobody is spoken to
        "Blood may be taken from your arm.",
        "Your wound should be checked by the nurse.",
        "Milk and cheese should not be eaten before your test.",  # not both, or neither?
    ],
)
def test_what_others_do_or_may_do_is_left_alone(text):
    assert rewritten(reader_acts, text, SHORT) is None


def test_what_the_staff_do_is_said_by_them():
    text = "You will be given a gown when you come to our ward."
    assert rewritten(staff_act, text, SHORT) == (
        "We will give you a gown when you come to our ward."
    )


def test_a_text_whose_staff_are_not_we_is_left_alone():
    text = "You will be given a gown when you come to the ward."
    assert rewritten(staff_act, text, SHORT) is None
