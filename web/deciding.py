"""Findings with what was decided about them, and the filters that choose among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from literacy.findings import Finding, Report, Safety, Severity

from .records import Decision

OPEN, ACCEPTED, REJECTED = "open", "accepted", "rejected"


@dataclass(frozen=True, slots=True)
class Item:
    """A finding as the page shows it. ``number`` counts from 1, in the order of the text."""

    number: int
    finding: Finding
    decision: Decision | None = None
    clashes: bool = False
    is_shown: bool = True  # in full, on this page
    harder: float = 0.0  # years of reading age that the first suggestion adds

    @property
    def anchor(self) -> str:
        return f"finding-{self.number}"

    @property
    def is_decided(self) -> bool:
        return self.decision is not None

    @property
    def accepted(self) -> int | None:
        return self.decision.suggestion if self.decision else None

    @property
    def status(self) -> str:
        if self.decision is None:
            return OPEN
        return REJECTED if self.decision.suggestion is None else ACCEPTED


@dataclass(frozen=True, slots=True)
class Filters:
    """The person's choice of findings to look at.

    An empty choice means all kinds. ``is_all`` asks for all findings and not the few to begin with;
    ``at`` is the number of the finding that was decided last.
    """

    kinds: frozenset[str] = frozenset()
    severities: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    is_all: bool = False
    at: int = 0

    @classmethod
    def from_query(cls, query: MultiDict[str, str]) -> Filters:
        """Read the choice from an address, leaving out what does not exist."""
        return cls(
            frozenset(kind for kind in query.getlist("kind") if len(kind) < 60),
            frozenset(query.getlist("severity")) & set(Severity),
            frozenset(query.getlist("status")) & {OPEN, ACCEPTED, REJECTED},
            query.get("show") == "all",
            query.get("at", 0, int),
        )

    @property
    def is_set(self) -> bool:
        return bool(self.kinds or self.severities or self.statuses)

    @property
    def query(self) -> str:
        pairs = [("kind", kind) for kind in sorted(self.kinds)]
        pairs += [("severity", severity) for severity in sorted(self.severities)]
        pairs += [("status", status) for status in sorted(self.statuses)]
        return urlencode(pairs + [("show", "all")] * self.is_all)

    def show(self, item: Item) -> bool:
        return (
            (not self.kinds or item.finding.kind in self.kinds)
            and (not self.severities or item.finding.severity in self.severities)
            and (not self.statuses or item.status in self.statuses)
        )


def items(
    report: Report,
    decisions: Iterable[Decision],
    clashing: Iterable[str] = (),
    harder: Mapping[str, float] = MappingProxyType({}),
) -> list[Item]:
    """Return every finding of a report with its decision."""
    by_finding = {decision.finding: decision for decision in decisions}
    clashing = set(clashing)
    return [
        Item(
            number,
            finding,
            by_finding.get(finding.key),
            finding.key in clashing,
            harder=harder.get(finding.key, 0.0),
        )
        for number, finding in enumerate(report.findings, 1)
    ]


def safe_choices(items: Iterable[Item]) -> dict[str, int | None]:
    """Return the first safe suggestion of every finding that is not decided yet."""
    choices = ((item.finding.key, _first_safe(item.finding)) for item in items if not item.decision)
    return {key: number for key, number in choices if number is not None}


def _first_safe(finding: Finding) -> int | None:
    return next(
        (
            number
            for number, suggestion in enumerate(finding.suggestions)
            if suggestion.safety is Safety.SAFE and suggestion.edits
        ),
        None,
    )
