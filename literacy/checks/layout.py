"""Checks on headings, lists, links, emphasis and pictures, which help a reader find their way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from literacy.document import Block, BlockKind, MarkKind, Span
from literacy.findings import Finding
from literacy.parse import Parsed
from literacy.rulebase.model import Rule
from literacy.words.segment import word_count

CAPITALS = re.compile(r"\b[A-Z]{2,}(?:['’-]?[A-Z]+)*(?:\s+[A-Z]{2,}(?:['’-]?[A-Z]+)*)+\b")
VAGUE = re.compile(
    r"(?:click )?here|(?:read |find out |learn )?more(?: information)?|this|link|"
    r"this (?:page|link)|click|details|website|further information",
    re.IGNORECASE,
)
SHORT_WORDS = 3  # capitals of so few words are most often short forms


def long_heading(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each heading of more than ``rule.limit`` characters."""
    for block in _headings(parsed):
        for rule in rules:
            if len(block.span) > rule.limit:
                message = rule.message.format(count=len(block.span), limit=int(rule.limit))
                yield rule.finding(parsed.document, block.span, message)


def skipped_heading_level(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each heading more than one level below the heading before it."""
    last = 0
    for block in _headings(parsed):
        if last and block.level > last + 1:
            for rule in rules:
                message = rule.message.format(level=block.level, last=last)
                yield rule.finding(parsed.document, block.span, message)
        last = block.level


def second_title(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each heading of level 1 after the first."""
    titles = [block for block in _headings(parsed) if block.level == 1]
    for block in titles[1:]:
        yield from (rule.finding(parsed.document, block.span) for rule in rules)


def no_headings(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding at the start of a text of over ``rule.limit`` words without a heading."""
    if any(_headings(parsed)) or not parsed.sentences:
        return
    count = sum(word_count(parsed.text(sentence)) for sentence in parsed.sentences)
    for rule in rules:
        if count > rule.limit:
            message = rule.message.format(count=count)
            yield rule.finding(parsed.document, parsed.sentences[0].span, message)


def long_list(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding at the first item of each list with more than ``rule.limit`` items."""
    for items in _lists(parsed.document.blocks):
        top = [item for item in items if item.level == items[0].level]
        for rule in rules:
            if len(top) > rule.limit:
                message = rule.message.format(count=len(top), limit=int(rule.limit))
                yield rule.finding(parsed.document, top[0].span, message)


def vague_link(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each link whose words do not say where it leads."""
    for mark in parsed.document.marks:
        text = parsed.document.slice(mark.span).strip(" .:")
        if mark.kind is MarkKind.LINK and VAGUE.fullmatch(text):
            yield from (rule.finding(parsed.document, mark.span) for rule in rules)


def hard_to_read_emphasis(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each stretch of italics or underlining that is not a link."""
    links = {mark.span for mark in parsed.document.marks if mark.kind is MarkKind.LINK}
    for mark in parsed.document.marks:
        if mark.kind in (MarkKind.ITALIC, MarkKind.UNDERLINE) and mark.span not in links:
            for rule in rules:
                yield rule.finding(parsed.document, mark.span, rule.message.format(kind=mark.kind))


def block_capitals(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each run of words in capitals, of ``rule.limit`` letters or more."""
    for block, text in parsed.document:
        for match in CAPITALS.finditer(text):
            letters = sum(map(str.isalpha, match[0]))
            for rule in rules:
                if letters >= rule.limit and any(len(w) > SHORT_WORDS for w in match[0].split()):
                    span = Span(*match.span()).shift(block.span.start)
                    yield rule.finding(parsed.document, span)


def picture_without_words(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each picture without a description for people who cannot see it."""
    for asset in parsed.document.assets:
        if not asset.alt:
            yield from (rule.finding(parsed.document, asset.span) for rule in rules)


def _headings(parsed: Parsed) -> Iterator[Block]:
    return (block for block in parsed.document.blocks if block.kind is BlockKind.HEADING)


def _lists(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    for is_item, group in groupby(blocks, key=lambda b: b.kind is BlockKind.LIST_ITEM):
        if is_item:
            yield list(group)
