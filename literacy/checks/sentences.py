"""Checks on the length of sentences, paragraphs and list items."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from literacy.document import BlockKind
from literacy.findings import Finding
from literacy.parse import Parsed
from literacy.rulebase.model import Rule
from literacy.words.segment import word_count


def long_sentence(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each sentence of running text with more than ``rule.limit`` words."""
    for sentence in parsed.sentences:
        if not sentence.is_prose:
            continue
        count = word_count(parsed.text(sentence))
        for rule in rules:
            if count > rule.limit:
                message = rule.message.format(count=count, limit=int(rule.limit))
                yield rule.finding(parsed.document, sentence.span, message)


def long_paragraph(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each paragraph with more than ``rule.limit`` sentences."""
    for block, group in groupby(parsed.sentences, key=lambda sentence: sentence.block):
        count = sum(1 for _ in group)
        for rule in rules:
            if block.kind is BlockKind.PARAGRAPH and count > rule.limit:
                message = rule.message.format(count=count, limit=int(rule.limit))
                yield rule.finding(parsed.document, block.span, message)
