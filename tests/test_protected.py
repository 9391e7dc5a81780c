from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from literacy.words.protected import protected_names, same_name


def names(text: str) -> list[tuple[str, str]]:
    return [(text[n.span.start : n.span.end], n.kind) for n in protected_names(text)]


def test_the_longest_name_wins_and_medicines_are_told_from_conditions():
    assert names("Acute lymphoblastic leukaemia and paracetamol.") == [
        ("Acute lymphoblastic leukaemia", "condition"),
        ("paracetamol", "medicine"),
    ]


def test_a_plural_is_found_and_a_longer_word_is_not():
    assert names("heart attacks") == [("heart attacks", "condition")]
    assert names("asthmatic") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("high\u00a0blood pressure", "high\u00a0blood pressure"),  # a space that does not break
        ("𝒳 and asthma", "asthma"),  # two code units elsewhere, one character here
        ("\u0130 has ASTHMA", "ASTHMA"),  # its lower case is two characters long
        ("e\u0301 asthma", "asthma"),
        ("hy\u00adper asthma", "asthma"),
    ],
)
def test_odd_characters_move_no_name(text, found):
    assert names(text) == [(found, "condition")]


def test_two_names_of_one_condition_are_one():
    assert same_name("Hypertension") == same_name("high blood pressure") == "high blood pressure"
    assert same_name("Nothing known") == "nothing known"


@given(
    st.lists(st.sampled_from(["asthma", "type 2 diabetes", " ", "s", "\u0130", "warfarin", "."]))
)
def test_names_stand_in_order_and_never_overlap(parts):
    text = "".join(parts)
    found = [name.span for name in protected_names(text)]
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(span.end <= len(text) for span in found)
