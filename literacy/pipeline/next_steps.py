"""What to do first: the suggestions that move the reading age most, each gain found by rescoring.

Nothing is guessed: the edits of a suggestion are made in their block, the block is counted again,
and the five formulas are worked out on the new total.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter

from literacy.document import Block, Document, Span
from literacy.findings import Edit, Finding, NextStep
from literacy.measure.counts import Counts, count
from literacy.measure.features import COLUMNS
from literacy.measure.scores import reading_age
from literacy.parse import Parsed, parse
from literacy.rewriting.apply import edited

MOST = 10  # steps
LEAST_GAIN = 0.005  # years
LONG_BLOCK = 2_000  # characters; of a longer one only the sentences around an edit are counted

columns_of = attrgetter(*COLUMNS)


def next_steps(document: Document, findings: Iterable[Finding]) -> Iterator[NextStep]:
    """Yield up to ten findings with the gain of their first suggestion, in years of reading age."""
    total = count(document).total
    if not total.sentences:
        return
    now, parsed = reading_age(total), parse(document)
    steps = []
    for finding in findings:
        if finding.suggestions:
            gain = now - reading_age(_after(parsed, finding, total))
            if gain >= LEAST_GAIN:
                steps.append(NextStep(finding.key, round(gain, 3)))
    steps.sort(key=lambda step: (-step.gain, step.finding))
    yield from steps[:MOST]


def _after(parsed: Parsed, finding: Finding, total: Counts) -> Counts:
    """Return the counts of the whole document once the finding's first suggestion is taken.

    The suggestion passed the fact guard when it was made, so its edits are simply put in.
    """
    edits = sorted(finding.suggestions[0].edits)
    block = parsed.document.block_at(edits[0].span)
    if block is None or not all(block.span.covers(edit.span) for edit in edits):
        return total
    place = block.span
    if len(place) > LONG_BLOCK:
        place = parsed.around(Span(edits[0].span.start, edits[-1].span.end))
    before = parsed.document.slice(place)
    after = edited(before, [Edit(edit.span.shift(-place.start), edit.text) for edit in edits])
    each = (total, _counts(block, before), _counts(block, after))
    sums = zip(*map(columns_of, each), strict=True)
    return Counts(*(whole - old + new for whole, old, new in sums))


def _counts(block: Block, text: str) -> Counts:
    """Return the counts of ``block`` with ``text`` in it, as if it stood alone."""
    return count(Document("", text, (replace(block, span=Span(0, len(text))),))).total
