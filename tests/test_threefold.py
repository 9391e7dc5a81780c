import pytest

from literacy.rewriting.threefold import split_three
from tests.test_split import rewritten


def test_three_commands_are_three_sentences():
    assert rewritten(
        split_three, "Wash your hands with soap, open the new pack, and cover the wound with it."
    ) == ("Wash your hands with soap. Open the new pack. Cover the wound with it.")


def test_three_clauses_are_three_sentences():
    assert rewritten(
        split_three,
        "The nurse will call your name, the porter will take you down, and the doctor will come.",
    ) == ("The nurse will call your name. The porter will take you down. The doctor will come.")


@pytest.mark.parametrize(
    "text",
    [
        "If you feel sick, sit down for a while, drink some water, and call a nurse.",
        "Sit up in your bed, drink some water, and call the nurse if you feel sick.",
        "Do not eat any food, drink any milk, or take any tablets on the day.",
    ],
)
def test_three_things_under_a_condition_or_a_denial_stay_together(text):
    assert rewritten(split_three, text) is None
