"""How a text speaks of risk: words without numbers, and denominators that change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from literacy.document import BlockKind, Span
from literacy.findings import Finding
from literacy.parse import Parsed, Sentence
from literacy.rulebase.model import Rule

RISK_WORDS = re.compile(
    r"\b(?:very\s+|extremely\s+|fairly\s+|quite\s+)?(?:(?:un)?common(?:ly)?|rare(?:ly)?|"
    r"(?:low|small|slight|high|increased|raised|significant|minimal)\s+(?:risk|chance)s?)\b",
    re.IGNORECASE,
)
# A harm or outcome must be near, or "common" is not about risk: "the common bile duct".
ABOUT_RISK = re.compile(
    r"\b(?:risk|chance|side effects?|complications?|problems?|reactions?|bleed\w*|infections?|"
    r"damage|happens?|occurs?|allerg\w+|clots?|injur\w+|pain|death|die|harm|fail\w*)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"\d[\d,.]*\s*(?:%|per\s?cent|in\s+(?:every\s+)?(?:\d|a\s(?:hundred|thousand|million))|out\s+of)|\b(?:one|two|three|four|five|six|"
    r"seven|eight|nine|ten)\s+(?:in|out\s+of)\s+(?:every\s+)?\w+|\b(?:half|a third|a quarter)\b",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"\b(?:common\s+(?:cold|bile|sense|room)|rare\s+disease)|commonly\s+"
    r"(?:known|called|used|attribut\w+|referred|given|prescribed|performed|done|named)",
    re.IGNORECASE,
)
CHANCE = re.compile(
    r"\b(?:1|one)\s+(?:in|out of)\s+(?:every\s+)?(\d[\d,]*)(?!\s*(?:ml|mg|hours|days|weeks))\b",
    re.IGNORECASE,
)
# "It is rare. It happens to 1 in 1,000 people."
GOES_ON = re.compile(
    r"(?:it|this|that|these|they|about|around|up to|fewer|less|only)\b", re.IGNORECASE
)


def risk_word_without_number(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each risk word of a sentence about harm that no number goes with."""
    for sentence, after in pairwise((*parsed.sentences, None)):
        text = parsed.text(sentence) if sentence else ""
        if not sentence or not sentence.is_prose or not ABOUT_RISK.search(text):
            continue
        if NUMBER.search(text) or (after and _goes_on(parsed, sentence, after)):
            continue
        for match in RISK_WORDS.finditer(text):
            if NAMED.match(text, match.start()):
                continue
            span = Span(*match.span()).shift(sentence.span.start)
            for rule in rules:
                yield rule.finding(parsed.document, span, rule.message.format(word=match[0]))


def _goes_on(parsed: Parsed, sentence: Sentence, after: Sentence) -> bool:
    """Tell whether the sentence ``after`` gives the number of what ``sentence`` speaks of."""
    text = parsed.text(after)
    is_near = sentence.block == after.block and GOES_ON.match(text)
    return bool(is_near and NUMBER.search(text))


def changing_denominator(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each new x of "1 in x" after the first under one heading, once.

    What stands under another heading is another matter, and nobody compares the two.
    """
    first = ""
    seen: set[str] = set()
    for block, text in parsed.document:
        if block.kind is BlockKind.HEADING:
            first, seen = "", set()
        if block.kind is BlockKind.IMAGE:
            continue
        for match in CHANCE.finditer(text):
            number = match[1].replace(",", "")
            first = first or number
            if number != first and number not in seen:
                seen.add(number)
                span = Span(*match.span()).shift(block.span.start)
                for rule in rules:
                    message = rule.message.format(first=first, other=match[1])
                    yield rule.finding(parsed.document, span, message)
