"""Every rule proves itself with its own examples. No rule needs a test written here."""

import re

import pytest

from literacy.document import Document
from literacy.findings import Finding
from literacy.parse import parse
from literacy.pipeline.finding import find
from literacy.rewriting.apply import apply_edits
from literacy.rewriting.facts import facts
from literacy.rulebase.load import standard_rules
from literacy.rulebase.model import Rule
from tests.conftest import laid_out, paragraphs

RULES = standard_rules()
BY_ID = {rule.id: rule for rule in RULES}
STRUCTURE = {"sentences"}  # kinds whose rules need five and five examples


def findings(document: Document, rules: tuple[Rule, ...]) -> list[Finding]:
    return list(find(parse(document), rules))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_proves_itself(rule):
    """One test a rule, with its every fault in the message, so that they are mended in one go."""
    assert list(faults(rule)) == []


def faults(rule):
    least = 5 if rule.kind in STRUCTURE else 2
    if min(len(rule.bad), len(rule.good)) < least:
        yield f"needs {least} bad and {least} good examples"
    for example in rule.bad:
        yield from bad_example_faults(rule, example)
    for example in rule.good:
        if found := findings(laid_out(example.text)[0], (rule,)):
            yield f"good example is found at {found[0].text!r}: {example.text!r}"


def bad_example_faults(rule, example):
    document, cut = laid_out(example.text)
    found = findings(document, (rule,))
    if [finding.span for finding in found] != [cut(example.span)]:
        yield f"found {[f.text for f in found]}, not the one mark: {example.text!r}"
        return
    texts = [apply_edits(document, s.edits).text for s in found[0].suggestions]
    if (rule.say or rule.gloss) and not texts:
        yield f"no suggestion passes the fact guard: {example.text!r}"
    if example.fixed is not None and texts[:1] != [laid_out(example.fixed)[0].text]:
        yield f"first suggestion gives {texts[:1]}, not {example.fixed!r}"
    for text in texts:
        if left := findings(paragraphs(text), (rule,)):
            yield f"suggestion does not end the finding at {left[0].text!r}: {text!r}"
    if texts and rule.check == "terms":
        yield from conflicts(document, found[0], texts[0])


def conflicts(document, finding, text):
    """Say which other rule is set off by the first suggestion's own words."""
    before = {(f.rule, f.text) for f in findings(document, TERMS)}
    for after in findings(paragraphs(text), TERMS):
        if (after.rule, after.text) not in before and after.text in finding.suggestions[0].text:
            yield f"the suggestion {text!r} sets off {after.rule} at {after.text!r}"


# A short form may be spelt out as a word that is then explained: that is no conflict.
TERMS = tuple(rule for rule in RULES if rule.check == "terms" and not rule.gloss)


def test_there_are_at_least_400_rules_with_1600_examples():
    assert len(RULES) >= 400
    assert sum(len(rule.bad) + len(rule.good) for rule in RULES) >= 1600


NEGATIONS = {"not", "never", "none", "neither", "nor", "without", "unless", "except"}


@pytest.mark.parametrize("rule", [r for r in RULES if r.gloss], ids=lambda rule: rule.id)
def test_an_explanation_holds_no_number_and_no_negation(rule):
    named = facts(" ".join(rule.find.phrases))
    added = set(facts(rule.gloss) - named)
    assert not [fact for fact in added if fact in NEGATIONS or re.match(r"\W*\d", fact)]
