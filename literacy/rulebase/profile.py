"""A profile: which rules speak, and with which limits. ``plain``, ``easy-read``, or your own file.

```yaml
title: Our own style
based_on: plain                             # take that profile first, then what stands below
leave_out: [layout, sentences.passive]      # kinds or rule ids
limits: {sentences.long: 20}                # the number a rule's check compares with
severity: {sentences.long: error}
```

``house`` tells what else it may add: rules, a glossary, and words to leave alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from literacy.errors import RuleError, UsageError
from literacy.findings import Severity
from literacy.folders import rules_folder
from literacy.rulebase import house
from literacy.rulebase.files import load_mapping, place
from literacy.rulebase.load import standard_rules
from literacy.rulebase.model import Rule

FIELDS = {"title", "based_on", "leave_out", "limits", "severity", *house.FIELDS}


@dataclass(frozen=True, slots=True)
class Profile:
    """A choice of rules with the profile's own limits and severities already in them."""

    id: str
    title: str
    rules: tuple[Rule, ...]


def load_profile(name: str) -> Profile:
    """Return a profile that ships with the program, or the one in the file ``name``.

    Raises:
        UsageError: there is no such profile.
        RuleError: the profile's file is wrong.
    """
    shipped = rules_folder() / "profiles" / f"{name}.yml"
    path = shipped if _when_changed(shipped) else Path(name)
    if _when_changed(path) is None:
        known = ", ".join(sorted(file.stem for file in shipped.parent.glob("*.yml")))
        raise UsageError(f"There is no profile {name!r}. Use one of {known}, or your own file.")
    return _load(path, _changes(path))


def _changes(path: Path) -> tuple[int | None, ...]:
    """Return when the profile and the rule files that it names were last written."""
    files = house.rule_files(load_mapping(path), path)
    return tuple(_when_changed(file) for file in (path, *files))


def _when_changed(path: Path) -> int | None:
    """Return when the file was last written, in nanoseconds; None where there is no such file."""
    try:
        return path.stat().st_mtime_ns if path.is_file() else None
    except OSError:  # a name that no file can have, such as one of 5,000 letters
        return None


@lru_cache(maxsize=8)
def _load(path: Path, changes: tuple[int | None, ...]) -> Profile:
    """Return the profile in a file. One whose files have changed since is read again."""
    return _profile(path, load_mapping(path))


def _profile(path: Path, entry: dict[str, Any]) -> Profile:
    if unknown := entry.keys() - FIELDS:
        names = sorted(map(str, unknown))
        raise RuleError(f"{place(path, names[0])}: unknown {', '.join(names)}")
    _check_values(path, entry)
    rules = house.with_house(_base(path, entry), entry, path)
    known = {rule.id for rule in rules} | {rule.kind for rule in rules}
    known |= {rule.id for rule in standard_rules()} | {rule.kind for rule in standard_rules()}
    named = {*entry.get("leave_out", ()), *entry.get("limits", {}), *entry.get("severity", {})}
    if strangers := sorted(map(str, named - known)):
        raise RuleError(f"{place(path, strangers[0])}: no rule or kind is called {strangers[0]!r}")
    chosen = tuple(_with_limits(rule, entry) for rule in rules if _is_chosen(rule, entry))
    return Profile(path.stem, entry.get("title", path.stem), chosen)


def _base(path: Path, entry: dict[str, Any]) -> tuple[Rule, ...]:
    """Return the rules of the profile that this one starts from: all, where it names none."""
    if "based_on" not in entry:
        return standard_rules()
    shipped = rules_folder() / "profiles" / f"{entry['based_on']}.yml"
    if not shipped.is_file():
        at = place(path, "based_on")
        raise RuleError(f"{at}: based_on: there is no profile {entry['based_on']!r} of ours")
    return load_profile(entry["based_on"]).rules


def _check_values(path: Path, entry: dict[str, Any]) -> None:
    for field in ("title", "based_on"):
        if not isinstance(entry.get(field, ""), str):
            raise RuleError(f"{place(path, field)}: {field}: put quotes around {entry[field]!r}")
    names = entry.get("leave_out", [])
    if not (isinstance(names, list) and all(isinstance(name, str) for name in names)):
        raise RuleError(f"{place(path, 'leave_out')}: leave_out is a list of kinds and rule ids")
    for field in ("limits", "severity"):
        if not isinstance(entry.get(field, {}), dict):
            raise RuleError(
                f"{place(path, field)}: {field} is a mapping: a rule id and its value on each line"
            )
    for rule, limit in entry.get("limits", {}).items():
        if type(limit) not in (int, float):
            raise RuleError(f"{place(path, rule)}: the limit of {rule} is not a number: {limit!r}")
    for rule, severity in entry.get("severity", {}).items():
        if severity not in list(Severity):
            raise RuleError(
                f"{place(path, rule)}: the severity of {rule} is not one of {', '.join(Severity)}"
            )


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
