import pytest

from literacy.rewriting.pairs import split_long_subject, split_new_subject, split_second_verb
from tests.test_split import rewritten


def test_a_new_subject_after_a_comma_begins_a_sentence():
    text = "It takes between 5 and 10 minutes to do the scan, and you can go home after it."
    assert rewritten(split_new_subject, text) == (
        "It takes between 5 and 10 minutes to do the scan. You can go home after it."
    )


def test_what_coordination_does_is_left_to_it():
    text = "The scan itself does not hurt at all, and the nurse will stay with you."
    assert rewritten(split_new_subject, text) is None


def test_a_condition_at_the_end_of_the_first_half_keeps_what_it_may_cover():
    text = "Call the ward if the wound is red and hot to touch, and the pain gets worse."
    assert rewritten(split_new_subject, text) is None


def test_a_duty_after_a_condition_stands_by_itself():
    text = (
        "Eye drops must not be used unless they have been given to you by a doctor, "
        "and aspirin should not be taken at all."
    )
    assert rewritten(split_new_subject, text) == (
        "Eye drops must not be used unless they have been given to you by a doctor. "
        "Aspirin should not be taken at all."
    )


def test_a_subject_too_long_to_say_again_is_it():
    text = "A thin tube with a camera goes into your stomach and takes small bits of tissue."
    assert rewritten(split_long_subject, text) == (
        "A thin tube with a camera goes into your stomach. It takes small bits of tissue."
    )


def test_a_person_is_named_again():
    text = "A midwife from the birth centre will visit you and will weigh the baby."
    assert rewritten(split_long_subject, text) == (
        "A midwife from the birth centre will visit you. The midwife will weigh the baby."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Some people feel sick for a day after the test and may not want to eat.",
        "The babies who had the drug slept badly and needed more oxygen than the others.",
        "A small dose of the drug is not given at night and should not be needed.",
    ],
)
def test_a_part_a_chosen_few_or_a_denied_verb_is_left_alone(text):
    assert rewritten(split_long_subject, text) is None


def test_a_second_verb_with_its_own_condition_is_a_sentence():
    text = "The rash is common, and should clear if you use the cream."
    assert rewritten(split_second_verb, text) == (
        "The rash is common. The rash should clear if you use the cream."
    )


def test_a_row_of_things_is_they_the_second_time():
    text = "A headache and a sore throat are common, but may stop after a few days."
    assert rewritten(split_second_verb, text) == (
        "A headache and a sore throat are common. But they may stop after a few days."
    )


@pytest.mark.parametrize(
    "text",
    [
        "You may eat a light meal and drink some water until you leave home.",
        "Some patients have a scan first and may go home after it.",
        "You should rest at home and should drink water if you feel sick.",
        "You must not swim and must not lift bags until you have seen us.",
    ],
)
def test_a_condition_of_both_verbs_is_left_alone(text):
    assert rewritten(split_second_verb, text) is None
