"""Numbers that leave work to the reader."""

import pytest

from literacy.checks import numeracy
from literacy.parse import parse
from literacy.rulebase.laid_out import laid_out
from literacy.rulebase.load import standard_rules

RULES = {rule.check: rule for rule in standard_rules()}


def found(check: str, text: str) -> list[str]:
    document, _ = laid_out(text)
    rule = RULES[check]
    return [finding.text for finding in getattr(numeracy, check)(parse(document), (rule,))]


def test_relative_risk_with_its_plain_numbers_beside_it_is_left_alone() -> None:
    text = "It halves the risk, from 2 in 100 to 1 in 100 people."
    assert found("relative_risk_alone", text) == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("You are 3 times as likely to fall.", "3 times as likely"),
        ("Your risk is higher by 20%.", "risk is higher by 20%"),
        ("There is a 30% lower risk of a clot.", "30% lower risk"),
    ],
)
def test_relative_risk_is_found_in_its_usual_forms(text: str, phrase: str) -> None:
    assert found("relative_risk_alone", text) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "Call 01632 960115.",
        "Your number is 020 7946 0000.",
        "Take 10,000 units a day.",
        "It costs £20,000.",
        "It happens to 1 in 10,000 people.",
        "The year 2026 is near.",
    ],
)
def test_phones_doses_prices_chances_and_years_are_no_large_numbers(text: str) -> None:
    assert found("large_number", text) == []


def test_large_numbers_in_words_count_too() -> None:
    assert found("large_number", "About 2.5 million people have it.") == ["2.5 million"]


def test_a_chance_given_both_ways_is_no_mix() -> None:
    text = "It helps 8 in 10 people (80%).\n\nPain comes back in 15% of people."
    assert found("mixed_chances", text) == []


def test_per_cent_of_oxygen_is_no_chance() -> None:
    text = "Bleeding happens to 1 in 20 people.\n\nYour oxygen should be over 94%."
    assert found("mixed_chances", text) == []
