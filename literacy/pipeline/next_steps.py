"""What to do first: the suggestions that move the reading age most, each gain found by rescoring.

Nothing is guessed: the edits of a suggestion are made and the document is counted again. Only
suggestions that lower the headline are steps; those of safe ones are preferred where gains are equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from literacy.document import Document
from literacy.errors import LiteracyError
from literacy.findings import Finding, NextStep
from literacy.measure.scores import reading_age
from literacy.rewrite.apply import apply_suggestions

MOST = 10  # steps
TRIED = 80  # findings that are rescored: those whose suggestion shortens words or sentences most
LEAST_GAIN = 0.005  # years


def next_steps(document: Document, findings: Iterable[Finding]) -> Iterator[NextStep]:
    """Yield up to ten findings with the gain, in years of reading age, of their first suggestion."""
    now = reading_age(document)
    if now is None:
        return
    able = [finding for finding in findings if finding.suggestions]
    able.sort(key=_promise)
    steps = []
    for finding in able[:TRIED]:
        gain = now - _after(document, finding, now)
        if gain >= LEAST_GAIN:
            steps.append(NextStep(finding.key, round(gain, 3)))
    steps.sort(key=lambda step: (-step.gain, step.finding))
    yield from steps[:MOST]


def _promise(finding: Finding) -> tuple[int, int]:
    edits = finding.suggestions[0].edits
    splits = any(". " in edit.text for edit in edits)
    return (0 if splits else 1, sum(len(e.text) - len(e.span) for e in edits))


def _after(document: Document, finding: Finding, now: float) -> float:
    try:
        changed = apply_suggestions(document, finding.suggestions[:1])
    except LiteracyError:
        return now
    return reading_age(changed) or now
