"""``literacy rules --prove``: the examples of an organisation's own rules, tried."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from literacy.errors import RuleError
from literacy.pipeline.proving import faults, replacing
from literacy.rulebase.load import load_file, standard_rules


def prove(path: Path, tell: Callable[[str], None]) -> int:
    """Tell every fault of the rules in ``path``; return 1 if there is one, else 0.

    Raises:
        RuleError: the file cannot be read, or a rule is written wrongly.
    """
    rules = load_file(path, "house")
    ours = {rule.id for rule in standard_rules()}
    for rule in rules:
        if rule.id in ours:
            raise RuleError(f"{rule.place}: id {rule.id!r} is taken. Give it a name of its own.")
    others = replacing((*standard_rules(), *rules))
    found = [
        f"{rule.place}: {rule.id}: {fault}" for rule in rules for fault in faults(rule, others)
    ]
    for line in found:
        tell(line)
    if not found:
        tell(f"{path}: {len(rules)} {'rule holds' if len(rules) == 1 else 'rules hold'}.")
    return int(bool(found))
