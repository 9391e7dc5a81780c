import pytest

from literacy.checks.risk import changing_denominator, risk_word_without_number
from literacy.parse import parse
from literacy.rulebase.laid_out import laid_out
from literacy.rulebase.load import standard_rules


def rules(check: str):
    return tuple(rule for rule in standard_rules() if rule.check == check)


def words(text: str) -> list[str]:
    parsed = parse(laid_out(text)[0])
    found = risk_word_without_number(parsed, rules("risk_word_without_number"))
    return [finding.text for finding in found]


def chances(text: str) -> list[str]:
    parsed = parse(laid_out(text)[0])
    found = changing_denominator(parsed, rules("changing_denominator"))
    return [finding.text for finding in found]


def test_a_risk_word_about_harm_needs_a_number():
    assert words("Rest. Bleeding is very rare.") == ["very rare"]
    assert words("There is a small chance of infection.") == ["small chance"]


@pytest.mark.parametrize(
    "text",
    [
        "Bleeding is rare: it happens to 1 in 100 people.",
        "Bleeding is rare (less than 1%).",
        "A bad reaction is rare. It happens to about 1 in a million people.",
        "Pain in the common bile duct stops.",
        "This is a common question.",
        "# Common side effects",
    ],
)
def test_a_number_a_name_or_no_harm_is_left_alone(text):
    assert words(text) == []


def test_number_of_the_next_sentence_must_be_about_the_same() -> None:
    assert words("Bleeding is rare. Pain happens to 1 in 10 people.") == ["rare"]
    assert words("Bleeding is rare.\n\nIt happens to 1 in 10 people.") == ["rare"]


def test_each_new_denominator_after_the_first_is_found_once():
    text = "It hits 1 in 10 people.\n\nIt hits 1 in 10, or 1 in 1,000, or one in 1000 people."
    assert chances(text) == ["1 in 1,000"]
    assert chances("Take 1 in 2 hours.") == []
