"""Checks on how a list is led in, and on how its items begin and end.

A list under a line that ends in a colon goes on with that line's sentence, so that its items begin
small and end with nothing. Each list has one finding a rule: the rest of it is mended alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from literacy.document import Block, BlockKind, Document
from literacy.findings import Finding
from literacy.parse import Parsed
from literacy.rulebase.model import Rule
from literacy.words.segment import sentences, words

ENDED = re.compile(r"[.;,]$|[;,]?\s(?:and|or)$", re.IGNORECASE)
# A capital that may be a name or a short form says nothing about the writer's style.
CAPITAL = re.compile(r"[A-Z][a-z]+(?=[\s,.;:]|$)")


def list_item_ending(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding at the first item of a led-in list that ends with a sign or "and"."""
    for lead, items in _lists(parsed.document):
        texts = [(item, parsed.document.slice(item.span)) for item in items]
        ended = [item for item, text in texts if ENDED.search(text) and not _has_sentences(text)]
        if ended and _goes_on(parsed.document, lead, items):
            yield from (rule.finding(parsed.document, ended[0].span) for rule in rules)


def list_item_capital(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding at the first item of a led-in list where most begin with a capital."""
    for lead, items in _lists(parsed.document):
        capital = [one for one in items if CAPITAL.match(parsed.document.slice(one.span))]
        if 2 * len(capital) > len(items) > 1 and _goes_on(parsed.document, lead, items):
            yield from (rule.finding(parsed.document, capital[0].span) for rule in rules)


def list_without_colon(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding at the line before a list that breaks off without any sign."""
    for lead, _ in _lists(parsed.document):
        if lead is None or lead.kind is not BlockKind.PARAGRAPH:
            continue
        text = parsed.document.slice(lead.span).rstrip()
        if text[-1:].isalnum():
            yield from (rule.finding(parsed.document, lead.span) for rule in rules)


def uneven_list(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding at each item with over ``rule.limit`` sentences in a list of short ones."""
    for _, items in _lists(parsed.document):
        if items[0].ordered:
            continue  # a step may need a word of help, and the next none
        counts = [len(sentences(parsed.document.slice(item.span))) for item in items]
        for rule in rules:
            long = [i for i, count in enumerate(counts) if count > rule.limit]
            if long and 2 * len(long) <= len(items):
                message = rule.message.format(count=counts[long[0]])
                yield rule.finding(parsed.document, items[long[0]].span, message)


def heading_in_title_case(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each heading of which all the longer words begin with a capital."""
    for block, text in parsed.document:
        if block.kind is not BlockKind.HEADING:
            continue
        found = [text[span.start : span.end] for span in words(text)]
        later = [word for word in found[1:] if len(word) > 3 and word.isalpha()]
        if len(later) > 1 and all(word.istitle() for word in later):
            yield from (rule.finding(parsed.document, block.span) for rule in rules)


def _goes_on(document: Document, lead: Block | None, items: list[Block]) -> bool:
    """Tell whether the items go on with the sentence of ``lead``. Numbered steps are sentences."""
    if lead is None or items[0].ordered:
        return False
    return document.slice(lead.span).rstrip().endswith(":")


def _has_sentences(text: str) -> bool:
    return len(sentences(text)) > 1


def _lists(document: Document) -> Iterator[tuple[Block | None, list[Block]]]:
    """Yield each list with the block before it."""
    lead: Block | None = None
    for is_item, group in groupby(document.blocks, lambda b: b.kind is BlockKind.LIST_ITEM):
        blocks = list(group)
        if is_item:
            yield lead, blocks
        lead = blocks[-1]
