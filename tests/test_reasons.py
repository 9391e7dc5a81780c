import pytest

from literacy.rewriting.reasons import split_aim, split_happening, split_since, split_therefore
from tests.test_split import rewritten


@pytest.mark.parametrize("link", ["as", "since", "because"])
def test_a_reason_after_a_comma_is_a_sentence_though_a_condition_stands_in_front(link):
    text = f"If you take iron tablets, stop them a week before, {link} iron turns the stools black."
    assert rewritten(split_since, text) == (
        "If you take iron tablets, stop them a week before. "
        "This is because iron turns the stools black."
    )


@pytest.mark.parametrize(
    "text",
    [
        "You will have the test at home, as you did the last time you were ill.",
        "He has had no pain in his leg, since he came home from the hospital.",
    ],
)
def test_as_and_since_of_likeness_and_time_are_left_alone(text):
    assert rewritten(split_since, text) is None


def test_therefore_keeps_its_word():
    assert rewritten(
        split_therefore, "The clinic is small and busy, therefore please come on time."
    ) == ("The clinic is small and busy. Therefore please come on time.")


def test_an_aim_is_told_in_the_tense_of_what_is_done():
    assert rewritten(split_aim, "We will put a plaster on it so that it does not fall out.") == (
        "We will put a plaster on it. This is so that it does not fall out."
    )
    assert rewritten(split_aim, "The drip was moved to the left arm in order to free it.") == (
        "The drip was moved to the left arm. This was to free it."
    )


def test_a_result_is_no_aim():
    text = "The tight bandage slows the flow of blood so that the leg may go numb."
    assert rewritten(split_aim, text) is None


def test_how_often_is_a_sentence_that_agrees():
    assert rewritten(
        split_happening, "Wound infections are common, affecting 1 in 10 people here."
    ) == ("Wound infections are common. They affect 1 in 10 people here.")
    assert rewritten(
        split_happening, "A headache after the injection is common, lasting for up to 3 days."
    ) == ("A headache after the injection is common. It lasts for up to 3 days.")


def test_because_of_starts_a_sentence():
    text = "You will have nothing by mouth at first, because of the danger of choking."
    assert rewritten(split_since, text) == (
        "You will have nothing by mouth at first. This is because of the danger of choking."
    )


def test_an_aim_may_follow_a_condition():
    text = "If your shoulder is stiff, tell us in advance so that we can help you."
    assert rewritten(split_aim, text) == (
        "If your shoulder is stiff, tell us in advance. This is so that we can help you."
    )
