"""From findings to suggestions: the one door through which every proposal passes the fact guard.

A check says what is wrong; here the rule's plainer words or explanation become edits. A suggestion
that cannot be shown to keep the facts of its block is dropped; the finding stands without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from literacy.document import Block, BlockKind, Document, Span
from literacy.findings import Edit, Finding, Safety, Suggestion
from literacy.parse import Parsed
from literacy.rewriting.apply import edited, keeps_facts
from literacy.rewriting.facts import facts
from literacy.rewriting.gloss import gloss
from literacy.rewriting.opposites import turned_round
from literacy.rewriting.substitute import substitute
from literacy.rulebase.model import Rule

LONG_BLOCK = 2_000  # characters
CACHED = 8192  # edits whose verdict is kept, for the next version of the text


def propose(
    parsed: Parsed, findings: Iterable[Finding], rules: Mapping[str, Rule]
) -> Iterator[Finding]:
    """Yield each finding with the suggestions that keep the facts.

    A suggestion that must state a fact again, as when the subject of a divided sentence is "people
    who take warfarin", is one for a person. An explanation may name what it explains.
    """
    for finding in findings:
        rule = rules[finding.rule]
        offered = finding.suggestions or tuple(_suggestions(parsed, rule, finding.span))
        judged = (_judged(parsed, one, may_add=bool(rule.gloss)) for one in offered)
        kept = tuple(one for one in judged if one is not None)
        message = _message(finding, kept) if rule.say and not rule.message else finding.message
        yield replace(finding, suggestions=kept, message=message)


def _message(finding: Finding, kept: tuple[Suggestion, ...]) -> str:
    """Return the advice with the words as they are offered: "people" where "individuals" stands."""
    options = " or ".join(f"“{one.text}”" for one in kept)
    return f"Say {options} instead of “{finding.text}”." if kept else finding.message


def _suggestions(parsed: Parsed, rule: Rule, span: Span) -> Iterator[Suggestion]:
    yield from gloss(parsed, rule, span) if rule.gloss else substitute(parsed, rule, span)


def _judged(parsed: Parsed, suggestion: Suggestion, *, may_add: bool) -> Suggestion | None:
    """Return the suggestion, for review where it repeats a fact; None where it would change one."""
    place = _place(parsed, suggestion)
    if place is None:
        return None
    edits = tuple(Edit(e.span.shift(-place.span.start), e.text) for e in suggestion.edits)
    text = parsed.document.slice(place.span)
    if not _is_kept(place.kind, text, edits):
        return None
    if not may_add and facts(edited(text, sorted(edits))) != facts(text):
        return replace(suggestion, safety=Safety.REVIEW)
    return suggestion


@lru_cache(maxsize=CACHED)
def _is_kept(kind: BlockKind, text: str, edits: tuple[Edit, ...]) -> bool:
    """Tell whether the edits change a block of this text, and none of its facts."""
    if all(text[edit.span.start : edit.span.end] == edit.text for edit in edits):
        return False
    if turned_round(text, edited(text, sorted(edits))):
        return False
    return keeps_facts(Document("", text, (Block(kind, Span(0, len(text))),)), edits)


def _place(parsed: Parsed, suggestion: Suggestion) -> Block | None:
    """Return the block that holds all edits; of a very long one, the sentences around them."""
    block = parsed.document.block_at(suggestion.edits[0].span)
    if block is None or not all(block.span.covers(edit.span) for edit in suggestion.edits):
        return None
    if len(block.span) <= LONG_BLOCK:
        return block
    spans = [edit.span for edit in suggestion.edits]
    around = Span(min(span.start for span in spans), max(span.end for span in spans))
    return replace(block, span=parsed.around(around))
