from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from literacy.rewriting.facts import _stated, _stated_in, changed_facts, facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take two tablets three times a day.", ["2 tablet", "3 time", "each day"]),
        ("Take 2 tablets 3 times daily.", ["2 tablet", "3 time", "each day"]),
        ("5mg, 5 mg, five milligrams", ["5 mg"] * 3),
        ("200 mcg or 200 micrograms", ["200 mcg"] * 2),
        ("1,000 ml and 1000ml", ["1000 ml"] * 2),
        (".25g is 0.250 g", ["0.25 g"] * 2),
        ("9am, 9 am, 9.00 a.m.", ["9am"] * 3),
        ("at midday or 12pm", ["12pm"] * 2),
        ("6 August 2018, August 6th, 2018", ["august 6 2018"] * 2),
        ("on Monday 06/08/2018", ["monday", "6 8 2018"]),
        ("5-10 mg or 5 to 10mg", ["5 to 10 mg"] * 2),
        ("at least 2 hours, a minimum of two hours", [">= 2 hour"] * 2),
        ("more than 8 tablets, in excess of eight tablets", ["> 8 tablet"] * 2),
        ("no more than 4 drops, up to 4 drops", ["<= 4 drop"] * 2),
        ("half a tablet, a quarter of it, ½", ["0.5", "0.25", "0.5"]),
        ("one in ten, 1 in 10", ["1", "10", "1", "10"]),
        ("the third dose, the 3rd dose", ["3th", "3th"]),
        ("once or twice", ["1 time", "2 time"]),
        ("one tablet bd", ["1 tablet", "2 time", "each day"]),
        ("twenty-five days, one hundred", ["25 day", "100"]),
        ("120/80 mmHg", ["120/80 mmhg"]),
        ("5 mg/ml", ["5 mg/ml"]),
        ("38C, 38 °C, 38 degrees", ["38 degree c"] * 3),
        ("it costs £9.90", ["£9.9"]),
        ("Call 020 7946 0000.", ["phone 02079460000"]),
        ("Call +44 20 7946 0000 now.", ["phone 442079460000"]),
        ("See www.example.org/help.", ["www.example.org/help"]),
        ("Write to Ward.5@example.nhs.uk", ["ward.5@example.nhs.uk"]),
        ("You can't, cannot, can not, are unable to.", ["can not"] * 4),
        ("You won't and you mustn't.", ["will not", "must not"]),
        ("You do not have to. You don't need to.", ["not must", "not must"]),
        ("It doesn't hurt and has no side effects.", ["not", "not"]),
        ("Avoid alcohol. Do not drink alcohol.", ["not", "not"]),
        ("Call unless it stops, except at night.", ["unless", "except"]),
        ("only if you are likely to be sick", ["only", "if", "likely"]),
        ("It is unlikely, never certain.", ["unlikely", "never"]),
        ("It is recommended; it is contraindicated.", ["recommend", "contraindicated"]),
        ("Meals are provided, provided that you ask.", ["if"]),
        ("nothing, nobody and none", ["none"] * 3),
    ],
)
def test_facts_have_one_standard_spelling(text, expected):
    assert facts(text) == Counter(expected)


def test_a_named_condition_is_a_fact():
    assert facts("You have type 2 diabetes.")["type 2 diabetes"] == 1


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("5 mg", "5 ml", ("lost: 5 mg", "new: 5 ml")),
        ("5 mg", "15 mg", ("lost: 5 mg", "new: 15 mg")),
        ("You must not drive.", "You do not have to drive.", ("lost: must not", "new: not must")),
        ("You may feel sick.", "You feel sick.", ("lost: may",)),
        ("You should rest.", "You must rest.", ("lost: should", "new: must")),
        ("They are required to rest.", "They are needed to rest.", ("lost: must", "new: need")),
        ("Do not stop.", "Stop.", ("lost: not",)),
        ("at least 2 hours", "2 hours", ("lost: >= 2 hour", "new: 2 hour")),
        ("2 days daily", "2 days", ("lost: each day",)),
        (
            "2 tablets for 3 days",
            "for 3 days, 2 tablets",
            ("in another order: 2 tablet, 3 day",),
        ),
    ],
)
def test_a_changed_fact_is_named(before, after, changes):
    assert changed_facts(before, after) == changes


def test_numbers_may_not_trade_places():
    assert changed_facts("2 tablets 3 times", "3 tablets 2 times") != ()


def test_a_copied_subject_may_state_its_facts_once_more():
    before = "Type 2 diabetes is common and you can treat it."
    after = "Type 2 diabetes is common. Type 2 diabetes can be treated."
    assert changed_facts(before, after, copied="Type 2 diabetes") == ()
    assert changed_facts(before, after) != ()


def test_a_copied_subject_is_no_licence_for_two_copies():
    assert changed_facts("2 days", "2 days, 2 days, 2 days", copied="2 days") == ("new: 2 day",)


@given(st.text(alphabet="abc 0123456789.,:/-–mgltodaynive'’½£%", max_size=60))
def test_a_text_has_the_facts_of_itself(text):
    assert changed_facts(text, text) == ()


@given(st.integers(1, 999), st.integers(1, 999))
def test_two_numbers_are_told_apart(first, second):
    changes = changed_facts(f"Take {first} mg now.", f"Take {second} mg now.")
    assert (changes == ()) == (first == second)


WORDS = st.sampled_from(
    "at least|2|5 mg|3 May|2025|, |. |: |; | and | or | you | not | to | be | cannot |must|twenty|"
    "one|may|a.m.|half|per cent|up to|01632 960000|nhs.uk/flu|don't|every day|\n| ".split("|")
)


@given(st.lists(WORDS, max_size=12).map("".join))
def test_the_facts_of_a_text_are_those_of_its_pieces(text):
    whole = [(fact.text, fact.is_number) for fact in _stated_in(text.lower())]
    assert [(fact.text, fact.is_number) for fact in _stated(text)] == whole
