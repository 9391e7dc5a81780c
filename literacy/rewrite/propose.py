"""From findings to suggestions: the one door through which every proposal passes the fact guard.

A check says what is wrong; here the rule's plainer words or explanation become edits. A suggestion
that cannot be shown to keep the facts of its sentence is dropped, and the finding stands without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from literacy.document import Span
from literacy.findings import Edit, Finding, Suggestion
from literacy.parse import Parsed
from literacy.rewrite.facts import changed_facts
from literacy.rewrite.gloss import gloss
from literacy.rewrite.substitute import substitute
from literacy.rulebase.model import Rule


def propose(
    parsed: Parsed, findings: Iterable[Finding], rules: Mapping[str, Rule]
) -> Iterator[Finding]:
    """Yield each finding with the suggestions that keep the facts."""
    for finding in findings:
        rule = rules[finding.rule]
        offered = finding.suggestions or tuple(_suggestions(parsed, rule, finding.span))
        kept = tuple(one for one in offered if rule.gloss or keeps_facts(parsed, one))
        yield replace(finding, suggestions=kept)


def _suggestions(parsed: Parsed, rule: Rule, span: Span) -> Iterator[Suggestion]:
    yield from gloss(parsed, rule, span) if rule.gloss else substitute(parsed, rule, span)


def keeps_facts(parsed: Parsed, suggestion: Suggestion) -> bool:
    """Tell whether a suggestion's edits leave every fact of their block as it was."""
    edits = sorted(suggestion.edits)
    block = parsed.document.block_at(edits[0].span)
    if block is None or not all(block.span.covers(edit.span) for edit in edits):
        return False
    before = parsed.document.slice(block.span)
    return not changed_facts(before, _edited(before, edits, block.span.start))


def _edited(text: str, edits: list[Edit], start: int) -> str:
    for edit in reversed(edits):
        at = edit.span.shift(-start)
        text = text[: at.start] + edit.text + text[at.end :]
    return text
