import pytest

from literacy.rewriting.relatives import split_apposition, split_pointing, split_relative
from tests.test_split import rewritten


def test_who_at_the_end_names_the_person_again():
    assert rewritten(
        split_relative, "You may be sent to a dietitian, who may give you a special drink."
    ) == ("You may be sent to a dietitian. The dietitian may give you a special drink.")


def test_which_in_the_middle_is_the_first_of_two_sentences():
    assert rewritten(
        split_relative, "Polyps, which are small growths in the bowel, can be taken out."
    ) == ("Polyps are small growths in the bowel. They can be taken out.")


@pytest.mark.parametrize(
    "text",
    [
        # all that was said is meant
        "The knife may slip and cut a nerve in the hand, which can happen here.",
        "You may lose the use of the leg for a day, which means that you cannot drive.",
        # one of two nouns is meant
        "We will talk about the removal of the womb, which is a large operation.",
        # the sentence goes on after it
        "You will be seen by the surgeon, who will talk about your leg, and by a ward nurse.",
        # it picks out which one
        "Call the nurse on the ward which you were on when you had your baby.",
    ],
)
def test_a_clause_that_may_mean_something_else_is_left_alone(text):
    assert rewritten(split_relative, text) is None


def test_what_a_thing_is_comes_first():
    assert rewritten(
        split_apposition, "The stoma, a small opening on your tummy, is pink and moist."
    ) == ("The stoma is a small opening on your tummy. It is pink and moist.")


@pytest.mark.parametrize(
    "text",
    [
        "Bring your glasses, a book, and a list of all the tablets you take.",
        "The clinic opens at 9am on weekdays, a time when the car park is full.",
    ],
)
def test_a_list_and_a_sum_of_all_that_was_said_are_left_alone(text):
    assert rewritten(split_apposition, text) is None


@pytest.mark.parametrize(
    ("link", "opening"),
    [
        ("after which", "After this,"),
        ("following which", "After this,"),
        ("in which case", "In this case,"),
        ("during which time", "During this time,"),
        ("whereupon", "Then"),
    ],
)
def test_a_word_that_points_back_begins_a_sentence(link, opening):
    text = f"You may have to rest on the ward, {link} you can have some tea."
    assert rewritten(split_pointing, text) == (
        f"You may have to rest on the ward. {opening} you can have some tea."
    )
