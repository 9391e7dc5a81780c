"""From findings to suggestions: the one door through which every proposal passes the fact guard.

A check says what is wrong; here the rule's plainer words or explanation become edits. A suggestion
that cannot be shown to keep the facts of its block is dropped; the finding stands without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from literacy.document import Document, Span
from literacy.findings import Edit, Finding, Suggestion
from literacy.parse import Parsed
from literacy.rewriting.apply import keeps_facts
from literacy.rewriting.gloss import gloss
from literacy.rewriting.substitute import substitute
from literacy.rulebase.model import Rule

LONG_BLOCK = 2_000  # characters


def propose(
    parsed: Parsed, findings: Iterable[Finding], rules: Mapping[str, Rule]
) -> Iterator[Finding]:
    """Yield each finding with the suggestions that keep the facts."""
    for finding in findings:
        rule = rules[finding.rule]
        offered = finding.suggestions or tuple(_suggestions(parsed, rule, finding.span))
        kept = tuple(one for one in offered if _is_sound(parsed, one))
        yield replace(finding, suggestions=kept)


def _suggestions(parsed: Parsed, rule: Rule, span: Span) -> Iterator[Suggestion]:
    yield from gloss(parsed, rule, span) if rule.gloss else substitute(parsed, rule, span)


def _is_sound(parsed: Parsed, suggestion: Suggestion) -> bool:
    """Tell whether the edits change something, lie in one block, and keep its facts.

    Of a very long block only the sentences around the edits are looked at: the rest stays as it is.
    """
    document = parsed.document
    block = document.block_at(suggestion.edits[0].span)
    if block is None or not all(block.span.covers(edit.span) for edit in suggestion.edits):
        return False
    place = block.span
    if len(place) > LONG_BLOCK:
        spans = [edit.span for edit in suggestion.edits]
        place = parsed.around(Span(min(s.start for s in spans), max(s.end for s in spans)))
    start = place.start
    alone = replace(block, span=place.shift(-start))
    edits = [Edit(edit.span.shift(-start), edit.text) for edit in suggestion.edits]
    text = document.slice(place)
    if all(text[edit.span.start : edit.span.end] == edit.text for edit in edits):
        return False
    return keeps_facts(Document(document.name, text, (alone,)), edits)
