import pytest

from literacy.rewriting.rows import list_of_actions, list_of_signs
from tests.test_split import rewritten


def test_what_you_must_not_do_has_a_line_for_each():
    text = "For that week you must not drive, lift bags, go swimming or use machines."
    assert rewritten(list_of_actions, text) == (
        "For that week you must not:\n• drive\n• lift bags\n• go swimming\n• use machines"
    )


def test_a_choice_keeps_its_or():
    text = "We may do a scan to find the cause, to plan your care, or to see how you heal."
    assert rewritten(list_of_actions, text) == (
        "We may do a scan:\n• to find the cause\n• to plan your care\n• or to see how you heal"
    )


def test_a_comma_before_the_last_or_lets_the_last_thing_have_an_end():
    text = "Dial 999 if you develop chest pain, a rash, or weakness in the face, arm or leg."
    assert rewritten(list_of_actions, text) == (
        "Dial 999 if you develop:\n• chest pain\n• a rash\n• weakness in the face, arm or leg"
    )


def test_what_to_do_comes_before_the_signs():
    text = "If you have chest pain, a rash or bad headaches, phone the ward on 01632 960001."
    assert rewritten(list_of_signs, text) == (
        "Phone the ward on 01632 960001 if you have:\n• chest pain\n• a rash\n• bad headaches"
    )


@pytest.mark.parametrize(
    "text",
    [
        # what stands at the end is shared
        "You should not drive, cycle or use machines for 24 hours after you go home.",
        "You must wash, dry and dress the wound.",
        # one word before the first is meant of all
        "Please call us if you have increased pain, redness or swelling.",
        "Please call us if you have a hot, red or sore leg.",
        # not both, or neither
        "You must not drink wine, drive a car and use machines.",
        # what is done, and what it is done to
        "Use no lotions, perfume, talcum powder or cream on the skin.",
    ],
)
def test_a_row_that_shares_a_word_is_left_alone(text):
    assert rewritten(list_of_actions, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "If you have chest pain, a rash or bad headaches, this is not normal.",
        "If you have chest pain, a rash or bad headaches, call us when you can.",
        "If you have chest pain, a rash or bad headaches, tell us, and we will help.",
    ],
)
def test_what_points_back_or_has_a_condition_stays_behind_the_signs(text):
    assert rewritten(list_of_signs, text) is None
