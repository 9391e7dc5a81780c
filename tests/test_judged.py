"""What a person judged of the rules' rewrites stays so: right comes out, wrong does not."""

import json
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from literacy.findings import Edit, Safety
from literacy.parse import parse
from literacy.pipeline.finding import find
from literacy.rewriting.apply import apply_suggestions
from literacy.rulebase.load import standard_rules
from tests.conftest import paragraphs

JUDGED = Path(__file__).parent.parent / "corpora" / "judged"
RULES = {rule.id: rule for rule in standard_rules()}
OPERATIONS = ("substitute", "gloss", "numbers")


@cache
def records(operation):
    lines = (JUDGED / f"{operation}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def operation_of(rule):
    if rule.gloss:
        return "gloss"
    return "numbers" if rule.kind in ("numbers", "abbreviations") else "substitute"


def rewritten(text, rule):
    """Return the text after each first suggestion of ``rule``, one at a time."""
    document = paragraphs(text)
    return {
        apply_suggestions(document, finding.suggestions[:1]).text
        for finding in find(parse(document), (rule,))
        if finding.suggestions
    }


def alone(document, finding):
    """Return the block of ``finding`` before and after its first suggestion."""
    span = document.block_at(finding.span).span
    text = document.slice(span)
    first = finding.suggestions[0]
    edits = tuple(Edit(edit.span.shift(-span.start), edit.text) for edit in first.edits)
    return text, apply_suggestions(paragraphs(text), (replace(first, edits=edits),)).text


def all_rewritten(operation):
    """Return what each rule makes of each judged text: (rule, before, after)."""
    texts = tuple(dict.fromkeys(record["before"] for record in records(operation)))
    rules = tuple(rule for rule in RULES.values() if operation_of(rule) == operation)
    document = paragraphs(*texts)
    return {
        (finding.rule, *alone(document, finding))
        for finding in find(parse(document), rules)
        if finding.suggestions
    }


@pytest.mark.parametrize("operation", ["substitute", "numbers"])
def test_a_plainer_word_that_was_judged_right_still_comes_and_a_wrong_one_does_not(operation):
    done = all_rewritten(operation)
    for record in records(operation):
        is_done = (record["rule"], record["before"], record["after"]) in done
        assert is_done == (record["verdict"] == "right"), record


def test_an_explanation_that_was_judged_right_still_comes_and_a_wrong_one_does_not():
    for record in records("gloss"):
        is_done = record["after"] in rewritten(record["before"], RULES[record["rule"]])
        assert is_done == (record["verdict"] == "right"), record


@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_operation_with_safe_rules_was_judged_50_times_and_97_in_100_were_right(operation):
    safe = {
        rule.id
        for rule in RULES.values()
        if rule.safety is Safety.SAFE and rule.check == "terms" and operation_of(rule) == operation
    }
    judged = [record for record in records(operation) if record["rule"] in safe]
    verdicts = Counter(record["verdict"] for record in judged)
    assert verdicts["right"] >= 50
    assert verdicts["right"] / len(judged) >= 0.97
