"""What the standards ask, each with the rules that answer it, or the reason why none does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from literacy.errors import RuleError
from literacy.rulebase.files import load_mapping
from literacy.rulebase.model import Rule

FIELDS = {"asks", "rules", "also", "left_out"}


@dataclass(frozen=True, slots=True)
class Standard:
    """One demand: "N2", what it asks, our rules for it, what else serves it, what is left out.

    A name in ``rules`` is the id of a rule, a topic (the part of an id before its dot) or a kind.
    """

    id: str
    asks: str
    rules: tuple[str, ...] = ()
    also: str = ""
    left_out: str = ""


def load_standards(path: Path, rules: Iterable[Rule]) -> tuple[Standard, ...]:
    """Load what the standards ask.

    Raises:
        RuleError: an entry is wrong, or names a rule that does not exist.
    """
    rules = tuple(rules)
    known = {rule.id for rule in rules} | {rule.kind for rule in rules}
    known |= {rule.id.partition(".")[0] for rule in rules}
    return tuple(_standard(path, id, entry, known) for id, entry in load_mapping(path).items())


def _standard(path: Path, id: str, entry: object, known: set[str]) -> Standard:
    if not isinstance(entry, dict) or "asks" not in entry or entry.keys() - FIELDS:
        raise RuleError(f"{path}:1: {id} needs 'asks', and may have rules, also and left_out")
    if not entry.keys() - {"asks"}:
        raise RuleError(f"{path}:1: {id}: say which rules answer it, or why it is left out")
    names = tuple(entry.get("rules", ()))
    if strangers := [name for name in names if name not in known]:
        raise RuleError(f"{path}:1: {id}: there is no rule, topic or kind called {strangers[0]!r}")
    return Standard(
        id, entry["asks"], names, str(entry.get("also", "")), str(entry.get("left_out", ""))
    )


def standards_table(standards: Iterable[Standard]) -> Iterator[str]:
    """Yield the lines of the table that the reference page shows."""
    yield "| standard | asks for | our rules |"
    yield "|---|---|---|"
    for one in standards:
        answers = [", ".join(one.rules), one.also, one.left_out and f"left out: {one.left_out}"]
        yield f"| {one.id} | {one.asks} | {'; '.join(filter(None, answers))} |"
