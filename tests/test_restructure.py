from dataclasses import replace

import pytest

from literacy.rewriting.active import make_active
from literacy.rewriting.restructure import (
    split_definition,
    split_effect,
    split_examples,
)
from tests.test_split import ANY_LENGTH, rewritten


def test_what_it_is_and_what_it_does_are_two_sentences():
    assert rewritten(
        split_definition, "Insulin is a hormone that moves sugar into your cells."
    ) == ("Insulin is a hormone. It moves sugar into your cells.")


def test_several_things_are_they():
    assert rewritten(
        split_definition, "Platelets are tiny cells that help your blood to clot."
    ) == ("Platelets are tiny cells. They help your blood to clot.")


@pytest.mark.parametrize(
    "text",
    [
        "Aspirin is one of the medicines that can make you bleed.",
        "This is not a medicine that you can stop without help.",
        "Smoking is the thing that does the most harm to your heart.",
        "Warfarin is a medicine that many people take for life.",
        "Heart disease is the commonest illness that we treat on this ward.",
        "Your doctor and nurse are a team that works well for you.",
    ],
)
def test_a_clause_that_picks_out_which_one_is_left_alone(text):
    assert rewritten(split_definition, text) is None


def test_examples_at_the_end_are_a_sentence():
    assert rewritten(
        split_examples, "We can help you with daily tasks, such as washing, dressing and cooking."
    ) == ("We can help you with daily tasks. Examples are washing, dressing and cooking.")


@pytest.mark.parametrize(
    "text",
    [
        "Do not take any other painkillers, such as aspirin, ibuprofen or codeine.",
        "Some foods, such as nuts, seeds and skins, can block the stoma.",
        "Bring something to do with you, such as a book or a magazine.",
    ],
)
def test_examples_that_are_denied_or_stand_in_the_middle_are_left_alone(text):
    assert rewritten(split_examples, text) is None


def test_an_effect_at_the_end_is_a_sentence_in_its_own_tense():
    assert rewritten(
        split_effect, "The stone blocks the tube, causing severe pain in the side."
    ) == ("The stone blocks the tube. This causes severe pain in the side.")
    assert rewritten(
        split_effect, "The clot blocked the vessel, causing weakness on the left."
    ) == ("The clot blocked the vessel. This caused weakness on the left.")


def test_an_effect_that_only_may_be_is_left_alone():
    text = "The medicine may build up over time, causing harm to the kidneys."
    assert rewritten(split_effect, text) is None


@pytest.mark.parametrize(
    ("passive", "active"),
    [
        ("Your blood will be taken by a nurse.", "A nurse will take your blood."),
        ("You may be seen by the stroke team today.", "The stroke team may see you today."),
        ("The results are checked by doctors.", "Doctors check the results."),
        ("The wound was closed by the surgeon.", "The surgeon closed the wound."),
    ],
)
def test_a_passive_with_a_known_doer_is_turned(passive, active):
    assert rewritten(make_active, passive, replace(ANY_LENGTH, limit=0)) == active


@pytest.mark.parametrize(
    "text",
    [
        "The ward is cleaned by 6pm each evening.",
        "Your operation may be delayed by an emergency on another ward.",
        "You will not be seen by the surgeon on the day.",
        "You will be met by a porter on the morning of your visit.",
        "Your blood is usually taken by a nurse or a doctor.",
    ],
)
def test_a_passive_without_a_person_or_with_more_to_say_is_left_alone(text):
    assert rewritten(make_active, text) is None
