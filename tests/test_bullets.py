import pytest

from literacy.rewriting.bullets import list_as_bullets
from tests.test_split import rewritten


def test_three_conditions_are_three_lines():
    text = "Please call us if you have a fever, if you are short of breath, or if it hurts."
    assert rewritten(list_as_bullets, text) == (
        "Please call us:\n• if you have a fever\n• if you are short of breath\n• if it hurts"
    )


def test_three_things_are_three_lines_and_the_next_sentence_stands_below():
    text = (
        "The nurse will talk to you about healthy food, regular exercise and safe drinking. "
        "Please listen."
    )
    assert rewritten(list_as_bullets, text) == (
        "The nurse will talk to you about:\n• healthy food\n• regular exercise\n• safe drinking\n"
        "Please listen."
    )


@pytest.mark.parametrize(
    "text",
    [
        "You may be given some new tablets, an injection in the arm or a cream for the pain.",
        "You may get a sore throat, a dry cough, blood in the urine, a rash and a high fever.",
        "The new tablets may give you a bad headache, a sore throat and a rash in the first week.",
    ],
)
def test_a_choice_a_list_begun_before_and_a_shared_end_are_left_alone(text):
    assert rewritten(list_as_bullets, text) is None
