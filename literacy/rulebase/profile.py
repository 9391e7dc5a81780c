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

from literacy.errors import RuleError, UsageError
from literacy.findings import Severity
from literacy.folders import rules_folder
from literacy.rulebase.files import load_mapping
from literacy.rulebase.load import standard_rules
from literacy.rulebase.model import Rule

FIELDS = {"title", "leave_out", "limits", "severity", "easy_read"}


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
    changed = _when_changed(path)
    if changed is None:
        known = ", ".join(sorted(file.stem for file in shipped.parent.glob("*.yml")))
        raise UsageError(f"There is no profile {name!r}. Use one of {known}, or your own file.")
    return _load(path, changed)


def _when_changed(path: Path) -> int | None:
    """Return when the file was last written, in nanoseconds; None where there is no such file."""
    try:
        return path.stat().st_mtime_ns if path.is_file() else None
    except OSError:  # a name that no file can have, such as one of 5,000 letters
        return None


@lru_cache(maxsize=8)
def _load(path: Path, changed: int) -> Profile:
    """Return the profile in a file. A file that has ``changed`` since is read again."""
    return _profile(path, load_mapping(path))


def _profile(path: Path, entry: dict[str, Any]) -> Profile:
    if unknown := entry.keys() - FIELDS:
        raise RuleError(f"{path}:1: unknown {', '.join(sorted(map(str, unknown)))}")
    _check_values(path, entry)
    rules = standard_rules()
    known = {rule.id for rule in rules} | {rule.kind for rule in rules}
    named = {*entry.get("leave_out", ()), *entry.get("limits", {}), *entry.get("severity", {})}
    if strangers := sorted(map(str, named - known)):
        raise RuleError(f"{path}:1: no rule or kind is called {strangers[0]!r}")
    chosen = tuple(_with_limits(rule, entry) for rule in rules if _is_chosen(rule, entry))
    return Profile(path.stem, entry.get("title", path.stem), chosen)


def _check_values(path: Path, entry: dict[str, Any]) -> None:
    if not isinstance(entry.get("title", ""), str):
        raise RuleError(f"{path}:1: title: put quotes around {entry['title']!r}")
    names = entry.get("leave_out", [])
    if not (isinstance(names, list) and all(isinstance(name, str) for name in names)):
        raise RuleError(f"{path}:1: leave_out is a list of kinds and rule ids")
    for field in ("limits", "severity"):
        if not isinstance(entry.get(field, {}), dict):
            raise RuleError(f"{path}:1: {field} is a mapping: a rule id and its value on each line")
    for rule, limit in entry.get("limits", {}).items():
        if type(limit) not in (int, float):
            raise RuleError(f"{path}:1: the limit of {rule} is not a number: {limit!r}")
    for rule, severity in entry.get("severity", {}).items():
        if severity not in list(Severity):
            raise RuleError(f"{path}:1: the severity of {rule} is not one of {', '.join(Severity)}")


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
