"""What to do first: the suggestions that move the reading age most, each gain found by rescoring.

Nothing is guessed: the edits of a suggestion are made in their block, the block is counted again,
and the five formulas are worked out on the new total.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, replace

from literacy.document import Block, Document
from literacy.errors import LiteracyError
from literacy.findings import Edit, Finding, NextStep
from literacy.measure.counts import Counts, count
from literacy.measure.scores import reading_age
from literacy.rewriting.apply import apply_edits

MOST = 10  # steps
LEAST_GAIN = 0.005  # years


def next_steps(document: Document, findings: Iterable[Finding]) -> Iterator[NextStep]:
    """Yield up to ten findings with the gain of their first suggestion, in years of reading age."""
    total = count(document).total
    if not total.sentences:
        return
    now = reading_age(total)
    steps = []
    for finding in findings:
        if finding.suggestions:
            gain = now - reading_age(_after(document, finding, total))
            if gain >= LEAST_GAIN:
                steps.append(NextStep(finding.key, round(gain, 3)))
    steps.sort(key=lambda step: (-step.gain, step.finding))
    yield from steps[:MOST]


def _after(document: Document, finding: Finding, total: Counts) -> Counts:
    """Return the counts of the whole document once the finding's first suggestion is taken."""
    edits = finding.suggestions[0].edits
    block = document.block_at(edits[0].span)
    if block is None:
        return total
    before, start = _alone(document, block), block.span.start
    try:
        after = apply_edits(before, [Edit(e.span.shift(-start), e.text) for e in edits])
    except LiteracyError:
        return total
    triples = zip(*map(astuple, (total, count(before).total, count(after).total)), strict=True)
    return Counts(*(whole - old + new for whole, old, new in triples))


def _alone(document: Document, block: Block) -> Document:
    alone = replace(block, span=block.span.shift(-block.span.start))
    return Document(document.name, document.slice(block.span), (alone,))
