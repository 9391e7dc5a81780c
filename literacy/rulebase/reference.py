"""The rules shown to people: as text, JSON, or the reference page ``rules/REFERENCE.md``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from literacy.errors import UsageError
from literacy.folders import rules_folder
from literacy.rulebase.load import load_sources, standard_rules
from literacy.rulebase.model import Condition, Example, Find, Rule
from literacy.rulebase.standards import load_standards, standards_table


def show(rule_id: str | None, form: str) -> str:
    """Return one rule, or all, as "text", "json" or "markdown".

    Raises:
        UsageError: there is no such rule.
    """
    rules = standard_rules()
    if rule_id is not None:
        rules = tuple(rule for rule in rules if rule.id == rule_id)
        if not rules:
            raise UsageError(f"There is no rule {rule_id!r}. `literacy rules` lists them all.")
    if form == "json":
        return json.dumps([rule_json(rule) for rule in rules], indent=1, ensure_ascii=False) + "\n"
    if form == "markdown":
        return "\n".join(_markdown(rules)) + "\n"
    if rule_id is None:
        return "".join(f"{rule.id:45} {_looks_for(rule)}\n" for rule in rules)
    return "\n".join(_entry(rules[0])) + "\n"


def rule_json(rule: Rule) -> dict[str, Any]:
    """Return a rule as the public JSON has it."""
    return {
        "id": rule.id,
        "kind": rule.kind,
        "find": _find_json(rule.find) if rule.find else {"check": rule.check},
        "say": list(rule.say),
        "gloss": rule.gloss,
        "when": [_condition_json(condition) for condition in rule.when],
        "unless": [_condition_json(condition) for condition in rule.unless],
        "why": rule.why,
        "source": list(rule.source),
        "severity": rule.severity.value,
        "safety": rule.safety.value,
        "examples": {
            "bad": [_example_json(example) for example in rule.bad],
            "good": [example.text for example in rule.good],
        },
    }


def _find_json(find: Find) -> dict[str, Any]:
    fields = {
        "phrase": list(find.phrases),
        "pos": find.pos,
        "exact": find.exact,
        "case": find.case,
        "pattern": find.pattern,
    }
    return {name: value for name, value in fields.items() if value}


def _condition_json(condition: Condition) -> dict[str, list[str]] | str:
    return {condition.kind: list(condition.words)} if condition.words else condition.kind


def _example_json(example: Example) -> str:
    """Return the example with its mark, as a rule file would write it."""
    if example.span is None:
        return example.text
    start, end = example.span.start, example.span.end
    return f"{example.text[:start]}[{example.text[start:end]}]{example.text[end:]}"


def _markdown(rules: tuple[Rule, ...]) -> Iterator[str]:
    sources = load_sources(rules_folder() / "sources.yml")
    examples = sum(len(rule.bad) + len(rule.good) for rule in rules)
    yield "# The rules"
    yield ""
    yield f"{len(rules)} rules with {examples} examples. Made from the rule files; do not edit."
    yield ""
    yield from _kinds(rules)
    yield from ("", "## What the standards ask", "")
    yield "N: NHS content guide. Q: numbers, dates and risk. E: Easy Read."
    yield ""
    yield from standards_table(load_standards(rules_folder() / "standards.yml", standard_rules()))
    for kind, group in groupby(sorted(rules, key=lambda rule: rule.kind), key=lambda r: r.kind):
        yield from ("", f"## {kind}", "")
        for rule in group:
            titles = "; ".join(sources[key].title for key in rule.source)
            yield f"- **{rule.id}**: {_looks_for(rule)}. {rule.why} ({titles})"


def _kinds(rules: tuple[Rule, ...]) -> Iterator[str]:
    yield "| kind | rules | examples |"
    yield "|---|---|---|"
    for kind in sorted({rule.kind for rule in rules}):
        of_kind = [rule for rule in rules if rule.kind == kind]
        examples = sum(len(rule.bad) + len(rule.good) for rule in of_kind)
        yield f"| {kind} | {len(of_kind)} | {examples} |"


def _looks_for(rule: Rule) -> str:
    if rule.find is None:
        return rule.message or f"check {rule.check}"
    found = ", ".join(f"“{phrase}”" for phrase in rule.find.phrases) or f"`{rule.find.pattern}`"
    if rule.gloss:
        return f"{found}: explain it"
    return f"{found} → {' or '.join(f'“{say}”' for say in rule.say)}" if rule.say else found


def _entry(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} ({rule.severity}, {rule.safety})"
    yield f"  looks for: {_looks_for(rule)}"
    if rule.gloss:
        yield f"  explanation: {rule.gloss}"
    yield f"  why: {rule.why}"
    yield f"  source: {', '.join(rule.source)}"
    yield from (f"  found in: {_example_json(example)}" for example in rule.bad)
    yield from (f"  left alone: {example.text}" for example in rule.good)
