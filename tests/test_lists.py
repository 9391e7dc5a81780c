"""Checks on how lists are led in and how their items stand."""

import pytest

import literacy
from literacy.checks import lists
from literacy.parse import parse
from literacy.rulebase.laid_out import laid_out
from literacy.rulebase.load import standard_rules

RULES = {rule.check: rule for rule in standard_rules()}


def found(check: str, text: str) -> list[str]:
    document, _ = laid_out(text)
    rule = RULES[check]
    return [finding.text for finding in getattr(lists, check)(parse(document), (rule,))]


def test_each_list_has_one_finding_however_many_items_end_with_a_sign() -> None:
    text = "Bring:\n\n- a coat;\n\n- a book;\n\n- a pen.\n\nAnd also:\n\n- tea;\n\n- milk"
    assert found("list_item_ending", text) == ["a coat;", "tea;"]


def test_items_that_are_whole_sentences_keep_their_full_stops() -> None:
    text = "Do this:\n\n- Rest. Lie down.\n\n- Drink. Have some tea."
    assert found("list_item_ending", text) == []


def test_list_at_the_start_of_a_text_has_no_lead() -> None:
    assert found("list_without_colon", "- a coat\n\n- a book") == []
    assert found("list_item_ending", "- a coat;\n\n- a book;") == []


def test_items_that_are_mostly_names_in_capitals_are_left_alone() -> None:
    assert found("list_item_capital", "We use:\n\n- MRI scans\n\n- CT scans") == []


@pytest.mark.parametrize("title", ["Going home", "Your MRI scan", "Clinics in Leeds", "Rest"])
def test_headings_like_sentences_are_left_alone(title: str) -> None:
    assert found("heading_in_title_case", f"# {title}") == []


def test_numbered_steps_are_sentences_with_their_capitals_and_stops() -> None:
    steps = "Do this:\n\n1. Stir the salt in.\n\n2. Gargle.\n\n3. Spit it out. Do not swallow."
    parsed = parse(literacy.read(steps.encode(), "a.md", isolated=False))
    assert [block.ordered for block in parsed.document.blocks] == [False, True, True, True]
    for check in ("list_item_capital", "list_item_ending", "uneven_list"):
        assert list(getattr(lists, check)(parsed, (RULES[check],))) == []
