"""One word for one thing, tone, and what "it" stands for."""

import pytest

from literacy.checks import wording
from literacy.parse import parse
from literacy.rulebase.laid_out import laid_out
from literacy.rulebase.load import standard_rules

RULES = {rule.check: rule for rule in standard_rules()}


def told(check: str, text: str) -> list[str]:
    document, _ = laid_out(text)
    rule = RULES[check]
    return [finding.message for finding in getattr(wording, check)(parse(document), (rule,))]


def test_the_first_change_of_word_is_told_once() -> None:
    text = "Read this leaflet. The booklet is free. The brochure is new."
    assert told("two_words_for_one_thing", text) == [
        "You said “leaflet” before and say “booklet” here. Use one word for one thing."
    ]


def test_words_in_headings_and_brackets_are_no_change() -> None:
    text = "# Medication\n\nTake your medicine.\n\nYou need an operation (surgery)."
    assert told("two_words_for_one_thing", text) == []


def test_a_plain_word_after_a_hard_one_is_told_in_small_letters() -> None:
    assert told("hard_word_first", "Oedema (swelling) may come.") == [
        "Put the plain word first: “swelling (oedema)”."
    ]


@pytest.mark.parametrize(
    "text", ["It is safe to drive.", "It helps to rest.", "This leaflet is free."]
)
def test_words_that_stand_for_nothing_before_them_are_left_alone(text: str) -> None:
    assert told("unclear_pronoun", f"Rest at home.\n\n{text}") == []


def test_a_link_whose_words_name_the_file_is_left_alone() -> None:
    assert told("link_to_unnamed_file", "Read <the sheet (Word, 1MB)>(sheet.docx).") == []
    assert len(told("link_to_unnamed_file", "Read <the sheet>(sheet.docx).")) == 1
