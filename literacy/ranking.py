"""In what order findings are told, and which are told together: one order for every report.

The findings of one rule are a group: it is told once, at its first place, and the others are
counted. Groups come in the order in which they deserve a person's time:

1. what is unsafe: errors;
2. what hurts understanding most: the years of reading age that the group's suggestions take off, or
   ``HARD`` for a word that most people do not know and a sentence that they lose their way in,
   which no formula measures;
3. of what is alike, what stands in most places, and then what is cheap to accept.

A gloss adds a short sentence, which lowers the reading age whatever it says. So its gain is not
counted: it is a hard word, and comes where hard words come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from literacy.findings import Finding, Safety, Severity

FEW = 10  # groups that a report opens on
HARD = 0.1  # years of reading age
HARD_KINDS = frozenset({"abbreviations", "explain", "medical", "numbers", "people", "sentences"})


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one rule, in the order of the text."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        return self.findings[0]

    @property
    def again(self) -> tuple[Finding, ...]:
        """The same thing in other places."""
        return self.findings[1:]

    @property
    def is_unsafe(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def harm(self) -> float:
        """Years of reading age to one decimal, the least that a person would notice."""
        is_hard = self.first.kind in HARD_KINDS and self.first.severity is Severity.WARNING
        return round(max(sum(map(gain, self.findings)), HARD if is_hard else 0.0), 1)

    @property
    def is_cheap(self) -> bool:
        """Tell whether its first suggestion can be accepted as it stands."""
        offered = self.first.suggestions[:1]
        return any(one.safety is Safety.SAFE and one.edits for one in offered)


def groups(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Return the findings in groups, those to look at first in front."""
    alike: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=lambda one: (one.span, one.rule)):
        # One rule speaks of every short form that is not spelt out, and each is another word.
        word = finding.text if finding.kind == "abbreviations" else ""
        alike[finding.rule, word].append(finding)
    return tuple(sorted((Group(tuple(each)) for each in alike.values()), key=_order))


def ranks(findings: Iterable[Finding]) -> dict[str, int]:
    """Return the rank of each finding's group, counted from 1, by the finding's key."""
    return {
        finding.key: rank
        for rank, group in enumerate(groups(findings), start=1)
        for finding in group.findings
    }


def gain(finding: Finding) -> float:
    """Return the years of reading age that count for a finding's place in the order."""
    return 0.0 if is_addition(finding) else max(0.0, finding.gain)


def is_addition(finding: Finding) -> bool:
    """Tell whether the first suggestion only adds a line: an explanation."""
    edits = finding.suggestions[0].edits if finding.suggestions else ()
    return bool(edits) and all(edit.text.startswith("\n") for edit in edits)


def _order(group: Group) -> tuple[object, ...]:
    first = group.first
    return (
        not group.is_unsafe, -group.harm, -len(group.findings), not group.is_cheap,
        first.severity.rank, first.span, first.rule,
    )  # fmt: skip
