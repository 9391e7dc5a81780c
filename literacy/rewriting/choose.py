"""Which suggestions can be taken together: a choice that is the same every time.

The finding with the longest span goes first, then the one that stands first; what touches words
already spoken for is left for the next round. One sentence is divided once a round: each division
was proved on the sentence as it stands, and two at once were not. So ``simplify`` chooses, applies
and analyses again until nothing safe is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from literacy.document import Document
from literacy.findings import Edit, Finding, Safety, Suggestion
from literacy.rewriting.apply import are_apart

DIVIDES = re.compile(r"[.!?]\s")
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s|\n")


def choose(
    document: Document, findings: Iterable[Finding], accepted: Mapping[str, int] | None = None
) -> tuple[Suggestion, ...]:
    """Return suggestions that can all be applied, in the order of the text.

    Without ``accepted`` the first safe suggestion of each finding is wanted; with it, exactly those
    that a person accepted, by the finding's key.
    """
    wanted = [
        (finding, suggestion)
        for finding in findings
        if (suggestion := _wanted(finding, accepted)) and suggestion.edits
    ]
    wanted.sort(key=lambda pair: (-len(pair[0].span), pair[0].span, pair[0].rule))
    taken: list[tuple[Finding, Suggestion]] = []
    edits: list[Edit] = []
    for finding, suggestion in wanted:
        if all(_fit(document, new, old) for new in suggestion.edits for old in edits):
            taken.append((finding, suggestion))
            edits += suggestion.edits
    taken.sort(key=lambda pair: (pair[1].edits[0].span, pair[0].span, pair[0].rule))
    return tuple(suggestion for _, suggestion in taken)


def _wanted(finding: Finding, accepted: Mapping[str, int] | None) -> Suggestion | None:
    if accepted is None:
        return next((s for s in finding.suggestions if s.safety is Safety.SAFE), None)
    number = accepted.get(finding.key, -1)
    return finding.suggestions[number] if 0 <= number < len(finding.suggestions) else None


def _fit(document: Document, new: Edit, old: Edit) -> bool:
    return are_apart(document, new, old) and not _divide_one_sentence(document, new, old)


def _divide_one_sentence(document: Document, new: Edit, old: Edit) -> bool:
    if not (DIVIDES.search(new.text) and DIVIDES.search(old.text)):
        return False
    first, second = sorted((new.span, old.span))
    if len(first) == 0 or len(second) == 0:
        return False  # an added explanation divides nothing
    between = document.text[first.end : max(first.end, second.start)]
    return not SENTENCE_END.search(between) and "\n\n" not in between
