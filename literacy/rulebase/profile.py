"""A profile: which rules speak, and with which limits. ``plain``, ``easy-read``, or your own file.

```yaml
title: Plain text for the public
leave_out: [layout, sentences.passive]      # kinds or rule ids
limits: {sentences.long: 20}                # the number a rule's check compares with
severity: {sentences.long: error}
```
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from literacy.errors import RuleError, UsageError
from literacy.findings import Severity
from literacy.folders import rules_folder
from literacy.rulebase.load import standard_rules
from literacy.rulebase.model import Rule

FIELDS = {"title", "leave_out", "limits", "severity", "easy_read"}


@dataclass(frozen=True, slots=True)
class Profile:
    """A choice of rules with the profile's own limits and severities already in them."""

    id: str
    title: str
    rules: tuple[Rule, ...]


@lru_cache(maxsize=8)
def load_profile(name: str) -> Profile:
    """Return a profile that ships with the program, or the one in the file ``name``.

    Raises:
        UsageError: there is no such profile.
        RuleError: the profile's file is wrong.
    """
    shipped = rules_folder() / "profiles" / f"{name}.yml"
    path = shipped if shipped.is_file() else Path(name)
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in shipped.parent.glob("*.yml")))
        raise UsageError(f"There is no profile {name!r}. Use one of {known}, or your own file.")
    return _profile(path, yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) or {})


def _profile(path: Path, entry: Any) -> Profile:
    if not isinstance(entry, dict):
        raise RuleError(f"{path}:1: a profile is a mapping")
    if unknown := entry.keys() - FIELDS:
        raise RuleError(f"{path}:1: unknown {', '.join(sorted(map(str, unknown)))}")
    rules = standard_rules()
    known = {rule.id for rule in rules} | {rule.kind for rule in rules}
    named = {*entry.get("leave_out", ()), *entry.get("limits", {}), *entry.get("severity", {})}
    if strangers := sorted(named - known):
        raise RuleError(f"{path}:1: no rule or kind is called {strangers[0]!r}")
    chosen = tuple(_with_limits(rule, entry) for rule in rules if _is_chosen(rule, entry))
    return Profile(path.stem, entry.get("title", path.stem), chosen)


def _is_chosen(rule: Rule, entry: dict[str, Any]) -> bool:
    out = entry.get("leave_out", ())
    return rule.id not in out and rule.kind not in out


def _with_limits(rule: Rule, entry: dict[str, Any]) -> Rule:
    limits, severities = entry.get("limits", {}), entry.get("severity", {})
    if rule.id in limits:
        rule = replace(rule, limit=float(limits[rule.id]))
    if rule.id in severities:
        rule = replace(rule, severity=Severity(severities[rule.id]))
    return rule
