"""All checks together: what is found, and that nothing is told twice."""

from literacy.findings import Safety
from literacy.parse import parse
from literacy.pipeline.finding import find
from literacy.rulebase.load import standard_rules
from tests.conftest import paragraphs

TWO_IDEAS = "Your dentures will be removed, and a mouthguard is placed so that your teeth are safe."


def test_two_rules_that_would_divide_a_sentence_alike_are_one_finding_the_safer_one() -> None:
    found = list(find(parse(paragraphs(TWO_IDEAS)), standard_rules()))
    offers = [(f.span, tuple(s.edits for s in f.suggestions)) for f in found if f.suggestions]
    assert len(offers) == len(set(offers))
    ideas = [f for f in found if f.text.startswith(", and")]
    assert [f.rule for f in ideas] == ["sentences.two-ideas-and"]
    assert ideas[0].suggestions[0].safety is Safety.SAFE


def test_a_short_form_with_its_own_rule_is_not_also_called_unexplained() -> None:
    found = list(find(parse(paragraphs("Your BP 140/90 was high.")), standard_rules()))
    assert [f.rule for f in found if f.text == "BP"] == ["abbreviations.bp"]


def test_a_short_form_with_advice_of_its_own_is_told_of_once() -> None:
    found = list(find(parse(paragraphs("Take 1 tablet BD with food.")), standard_rules()))
    assert [f.rule for f in found if f.text == "BD"] == ["abbreviations.bd"]
