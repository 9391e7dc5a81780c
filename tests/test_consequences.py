import pytest

from literacy.rewriting.consequences import list_of_consequences
from tests.test_split import rewritten


def test_both_things_stay_under_their_condition():
    text = "If you faint you must lie down, and a nurse should check your blood pressure."
    assert rewritten(list_of_consequences, text) == (
        "If you faint:\n• you must lie down\n• a nurse should check your blood pressure"
    )


def test_two_commands_are_two_lines():
    text = "Once the tube is out, cover the wound with a pad and call the ward at once."
    assert rewritten(list_of_consequences, text) == (
        "Once the tube is out:\n• cover the wound with a pad\n• call the ward at once"
    )


def test_a_short_subject_is_said_again():
    text = "If you take warfarin, your blood must be tested that week and should be below 3.5."
    assert rewritten(list_of_consequences, text) == (
        "If you take warfarin:\n• your blood must be tested that week\n"
        "• your blood should be below 3.5"
    )


@pytest.mark.parametrize(
    "text",
    [
        # a reason is no condition
        "As the wound is sore, keep it dry and take the tablets with food.",
        # the second has its own
        "If the wound is sore, take a tablet and, if it bleeds, press on it with a pad.",
        # a contrast
        "If the wound is sore, take a tablet and rest the leg, but do not take off the pad.",
        # "and" joins two things, not two clauses
        "If the wound is sore, take the tablets and the drops that we gave you.",
        # the verb of the second is left out
        "If the test is clear the drip can be stopped and the tube removed.",
    ],
)
def test_other_sentences_are_left_alone(text):
    assert rewritten(list_of_consequences, text) is None
