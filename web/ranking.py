"""Which findings a page opens on: the few that do most for the reader, and not a carpet of all.

The order is that of every report, see ``literacy.ranking``. A thing found in many places is shown
at the first that is not decided, and the others are counted. Whoever asks for all gets them in the
order of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from literacy.findings import Report
from literacy.ranking import FEW, groups

from .deciding import Filters, Item


def visible(report: Report, items: list[Item], filters: Filters) -> list[Item]:
    """Return the findings to show in full: those asked for, or the few to begin with."""
    if filters.is_set or filters.is_all or len(items) <= FEW:
        return [item for item in items if filters.show(item)]
    few = [lead.number for lead in leads(report, items)][:FEW]
    # What was decided a moment ago stays in sight, so that it can be undone.
    return [item for item in ranked(report, items) if item.number in (*few, filters.at)]


def ranked(report: Report, items: list[Item]) -> list[Item]:
    """Return the findings, the most helpful first."""
    return [item for group in _groups(report, items) for item in group]


def leads(report: Report, items: list[Item]) -> list[Item]:
    """Return the first finding of each rule that is still to decide, the most helpful first."""
    return list(again(report, items))


def again(report: Report, items: list[Item]) -> dict[Item, list[Item]]:
    """Return for the first finding of each rule the others that are still to decide."""
    still = ([item for item in group if not item.is_decided] for group in _groups(report, items))
    return {first: rest for first, *rest in filter(None, still)}


def in_text(items: list[Item], shown: list[Item], filters: Filters) -> list[Item]:
    """Return the findings to mark in the text.

    Those are what is shown in full and, quietly, what is decided: a page that marks all it knows
    is read by nobody.
    """
    if filters.is_set or filters.is_all:
        return shown
    here = {item.number for item in shown}
    return [
        replace(item, is_shown=item.number in here)
        for item in items
        if item.number in here or item.is_decided
    ]


def _groups(report: Report, items: list[Item]) -> Iterator[list[Item]]:
    by_key = {item.finding.key: item for item in items}
    for group in groups(report.findings):
        yield [by_key[finding.key] for finding in group.findings]
