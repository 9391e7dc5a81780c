"""Rules as plain lists, and back: ten times as fast as to read them from YAML again."""

from __future__ import annotations

from dataclasses import astuple, fields
from typing import Any

from literacy.document import Span
from literacy.findings import Safety, Severity
from literacy.rulebase.model import Condition, Example, Find, Rule

NAMES = tuple(field.name for field in fields(Rule))


def packed(rule: Rule) -> list[Any]:
    """Return a rule as lists, strings and numbers, its values in the order of its fields."""
    return list(astuple(rule))


def unpacked(values: list[Any]) -> Rule:
    """Return the rule that ``packed`` made ``values`` from."""
    named = dict(zip(NAMES, values, strict=True))
    for name in ("bad", "good"):
        named[name] = tuple(map(_example, named[name]))
    for name in ("when", "unless"):
        named[name] = tuple(Condition(kind, tuple(words)) for kind, words in named[name])
    if named["find"]:
        phrases, *rest = named["find"]
        named["find"] = Find(tuple(phrases), *rest)
    for name in ("source", "say"):
        named[name] = tuple(named[name])
    named["severity"], named["safety"] = Severity(named["severity"]), Safety(named["safety"])
    return Rule(**named)


def _example(values: list[Any]) -> Example:
    text, span, fixed = values
    return Example(text, Span(*span) if span else None, fixed)
