"""What to do first: the suggestions that move the reading age most, each gain found by rescoring.

Nothing is guessed: the edits of a suggestion are made in their block, the block is counted again,
and the five formulas are worked out on the new total.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from literacy.document import Block, BlockKind, Document, Span
from literacy.findings import Edit, Finding, NextStep
from literacy.measure.counts import Counts, count
from literacy.measure.features import COLUMNS
from literacy.measure.scores import reading_age
from literacy.parse import Parsed, parse
from literacy.ranking import is_addition
from literacy.rewriting.apply import edited

MOST = 10  # steps
LEAST_GAIN = 0.005  # years
CACHED = 8192  # texts whose counts are kept, for the next version
LONG_BLOCK = 2_000  # characters; of a longer one only the sentences around an edit are counted

columns_of = attrgetter(*COLUMNS)


def next_steps(document: Document, findings: Iterable[Finding]) -> Iterator[NextStep]:
    """Yield up to ten findings with the gain of their first suggestion, in years of reading age.

    Each gain is what the step adds when the steps above it are taken, so that they may be added up.
    """
    total = count(document).total
    if not total.sentences:
        return
    now, parsed = reading_age(total), parse(document)
    steps = []
    for finding in findings:
        # An explanation lowers the age by being a short sentence, whatever it says.
        is_change = finding.suggestions and not is_addition(finding)
        change = _change(parsed, finding) if is_change else None
        age = reading_age(_after(document, total, change)) if change else now
        if change and now - age >= LEAST_GAIN:
            steps.append((age, finding.key, change))
    steps.sort(key=lambda step: step[:2])
    yield from _one_by_one(document, total, steps[:MOST])


def with_gains(document: Document, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, each with what its first suggestion alone gains."""
    findings = tuple(findings)
    alone = {step.finding: step.gain for step in gains(document, findings)}
    return tuple(replace(finding, gain=alone.get(finding.key, 0.0)) for finding in findings)


def gains(document: Document, findings: Iterable[Finding]) -> Iterator[NextStep]:
    """Yield each finding with the gain of its first suggestion alone; below 0 it adds years."""
    total = count(document).total
    now, parsed = reading_age(total) if total.sentences else 0.0, parse(document)
    for finding in findings if total.sentences else ():
        if finding.suggestions and finding.suggestions[0].edits:
            change = _change(parsed, finding)
            if change:
                gain = now - reading_age(_after(document, total, change))
                yield NextStep(finding.key, round(gain, 3))


def _one_by_one(
    document: Document, total: Counts, steps: Iterable[tuple[float, str, _Change]]
) -> Iterator[NextStep]:
    """Yield the steps, each with its gain after the steps before it."""
    taken: dict[Span, _Change] = {}
    alone, now = reading_age(total), total
    for age, key, change in steps:
        before = taken.get(change.place, replace(change, edits=()))
        both = replace(change, edits=tuple(sorted(before.edits + change.edits)))
        if any(one.span.overlaps(two.span) for one, two in pairwise(both.edits)):
            yield NextStep(key, round(alone - age, 3))
            continue
        then = _after(document, now, both, before)
        yield NextStep(key, round(reading_age(now) - reading_age(then), 3))
        taken[change.place], now = both, then


@dataclass(frozen=True, slots=True)
class _Change:
    """Edits, the block they are in, and what of it is counted again."""

    block: Block
    place: Span
    edits: tuple[Edit, ...]


def _change(parsed: Parsed, finding: Finding) -> _Change | None:
    """Return what the finding's first suggestion changes, None if that is not in one block."""
    edits = tuple(sorted(finding.suggestions[0].edits))
    block = parsed.document.block_at(edits[0].span)
    if block is None or not all(block.span.covers(edit.span) for edit in edits):
        return None
    place = block.span
    if len(place) > LONG_BLOCK:
        place = parsed.around(Span(edits[0].span.start, edits[-1].span.end))
    return _Change(block, place, edits)


def _after(
    document: Document, total: Counts, change: _Change, before: _Change | None = None
) -> Counts:
    """Return the counts of the whole document once ``change`` is made in place of ``before``.

    A suggestion passed the fact guard when it was made, so its edits are simply put in.
    """
    old = _text(document, before or replace(change, edits=()))
    each = (
        total,
        _counts(change.block.kind, old),
        _counts(change.block.kind, _text(document, change)),
    )
    sums = zip(*map(columns_of, each), strict=True)
    return Counts(*(whole - less + more for whole, less, more in sums))


def _text(document: Document, change: _Change) -> str:
    start = change.place.start
    local = [Edit(edit.span.shift(-start), edit.text) for edit in change.edits]
    return edited(document.slice(change.place), local)


@lru_cache(maxsize=CACHED)
def _counts(kind: BlockKind, text: str) -> Counts:
    """Return the counts of a block with ``text`` in it, as if it stood alone."""
    return count(Document("", text, (Block(kind, Span(0, len(text))),))).total
