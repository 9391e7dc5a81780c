"""Which findings a page opens on: the few that do most for the reader, and not a carpet of all.

First come those that lower the reading age by what a person would notice, the most first; then the
rest by how much they matter. Whoever asks for all gets them in the order of the text.
"""

from __future__ import annotations

from dataclasses import replace

from literacy.findings import Report

from .deciding import Filters, Item

FEW = 10
WORTH = 0.05  # years of reading age; a smaller gain does not make a finding come first


def visible(report: Report, items: list[Item], filters: Filters) -> list[Item]:
    """Return the findings to show in full: those asked for, or the few to begin with."""
    if filters.is_set or filters.is_all or len(items) <= FEW:
        return [item for item in items if filters.show(item)]
    ordered = ranked(report, items)
    few = [item.number for item in ordered if not item.is_decided][:FEW]
    # What was decided a moment ago stays in sight, so that it can be undone.
    return [item for item in ordered if item.number in (*few, filters.at)]


def ranked(report: Report, items: list[Item]) -> list[Item]:
    """Return the findings, the most helpful first."""
    gains = {step.finding: step.gain for step in report.next_steps}

    def rank(item: Item) -> tuple[float, int, float, int]:
        gain = gains.get(item.finding.key, 0.0)
        noticed = gain if gain >= WORTH else 0.0
        return -noticed, item.finding.severity.rank, -gain, item.number

    return sorted(items, key=rank)


def in_text(items: list[Item], shown: list[Item], filters: Filters) -> list[Item]:
    """Return the findings to mark in the text. Those not shown in full are marked quietly."""
    if filters.is_set:
        return shown
    here = {item.number for item in shown}
    return [replace(item, is_shown=item.number in here) for item in items]
