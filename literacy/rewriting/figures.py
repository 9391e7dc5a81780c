"""The small numbers of one sentence become figures together.

"Take 2 tablets every six hours" is harder to read than either way of writing both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from literacy.document import Span
from literacy.findings import Finding, Safety, Suggestion
from literacy.parse import Parsed

SMALL = frozenset(f"numbers.{word}" for word in "two three four five six seven eight nine".split())


def figures_at_once(parsed: Parsed, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings, those of small numbers in one sentence as one, at the first of them."""
    findings = list(findings)
    groups: defaultdict[Span, list[Finding]] = defaultdict(list)
    for finding in findings:
        sentence = parsed.sentence_at(finding.span)
        if finding.rule in SMALL and finding.suggestions and sentence is not None:
            groups[sentence.span].append(finding)
    first = {group[0]: group for group in groups.values() if len(group) > 1}
    later = {id(one) for group in first.values() for one in group[1:]}
    for finding in findings:
        if id(finding) not in later:
            yield _together(first[finding]) if finding in first else finding


def _together(group: list[Finding]) -> Finding:
    offered = [finding.suggestions[0] for finding in group]
    text = ", ".join(one.text for one in offered)
    is_safe = all(one.safety is Safety.SAFE for one in offered)
    edits = tuple(chain.from_iterable(one.edits for one in offered))
    suggestion = Suggestion(edits, text, Safety.SAFE if is_safe else Safety.REVIEW)
    said = ", ".join(f"“{one.text}”" for one in offered)
    return replace(
        group[0],
        suggestions=(suggestion,),
        message=f"Write the numbers of this sentence as figures: {said}.",
    )
