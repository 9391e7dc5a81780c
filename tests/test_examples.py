import pytest

from literacy.rewriting.examples import split_examples_inside
from tests.test_split import rewritten


def test_examples_in_the_middle_go_behind_the_sentence():
    text = "Metal objects, including rings, watches and belts, must be taken off."
    assert rewritten(split_examples_inside, text) == (
        "Metal objects must be taken off. These include rings, watches and belts."
    )


def test_examples_at_the_end_are_a_sentence():
    text = "You should eat plenty of soft foods, for example soup, eggs and rice."
    assert rewritten(split_examples_inside, text) == (
        "You should eat plenty of soft foods. Examples are soup, eggs and rice."
    )


@pytest.mark.parametrize(
    "text",
    [
        "No metal objects, including rings, watches and belts, may be worn.",
        "Severe pain, including pain in the back and legs, must be reported.",
        "Soft foods, such as soup if you can swallow it and eggs, are best at first.",
        "If soft foods, such as soup and rice, are hard to eat, tell the nurse.",
    ],
)
def test_a_denial_one_thing_and_a_clause_are_left_alone(text):
    assert rewritten(split_examples_inside, text) is None
