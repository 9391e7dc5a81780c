"""Every rule proves itself with its own examples. No rule needs a test written here."""

import re

import pytest

from literacy.pipeline.proving import faults, replacing
from literacy.rewriting.facts import facts
from literacy.rulebase.load import standard_rules

RULES = standard_rules()
OTHERS = replacing(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_proves_itself(rule):
    """One test a rule, with its every fault in the message, so that they are mended in one go."""
    assert list(faults(rule, OTHERS)) == []


def test_there_are_at_least_5000_rules_with_20000_examples():
    assert len(RULES) >= 5000
    assert sum(len(rule.bad) + len(rule.good) for rule in RULES) >= 20000


NEGATIONS = {"not", "never", "none", "neither", "nor", "without", "unless", "except"}


@pytest.mark.parametrize("rule", [r for r in RULES if r.gloss], ids=lambda rule: rule.id)
def test_an_explanation_holds_no_number_and_no_negation(rule):
    named = facts(" ".join(rule.find.phrases))
    added = set(facts(rule.gloss) - named)
    assert not [fact for fact in added if fact in NEGATIONS or re.match(r"\W*\d", fact)]
