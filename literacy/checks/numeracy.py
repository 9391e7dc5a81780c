"""Numbers that leave work to the reader: relative risks, sums to do, large figures, mixed forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from literacy.checks.risk import NUMBER
from literacy.document import BlockKind, Span
from literacy.findings import Finding
from literacy.parse import Parsed
from literacy.rulebase.model import Rule

_MORE = r"(?:more|less|higher|lower|greater|increased?|reduced?|fewer)"
_RISK = r"(?:risk|chance)s?"
_BY = (
    r"\bby\s+(?:up to |about |around )?"
    r"(?:\d[\d.]*\s?(?:%|per\s?cent)|half|a third|a quarter)"
)
_YOUR = r"(?:the|your|their|this)"
RELATIVE = re.compile(
    rf"\b(?:doubl|tripl|halv)(?:e[sd]?|ing)\s+{_YOUR}\s+{_RISK}\b"
    r"|\b(?:twice|\d+(?:\.\d+)?\s*times|\w+\s+times|\w+fold)\s+"
    rf"(?:as\s+likely|the\s+{_RISK}|{_MORE}\s+(?:risk|likely))\b"
    rf"|\b{_RISK}\b[^.]{{0,40}}\b{_MORE}\s+{_BY}"
    rf"|\b(?:reduc|lower|cut|increas|rais)\w*\s+{_YOUR}\s+{_RISK}[^.]{{0,40}}?{_BY}"
    rf"|\b\d[\d.]*\s?(?:%|per\s?cent)\s+{_MORE}\s+(?:risk|likely)\b",
    re.IGNORECASE,
)
ABSOLUTE = re.compile(r"\bin\s+(?:every\s+)?\d|\bout\s+of\s+(?:every\s+)?\d", re.IGNORECASE)
SUM = re.compile(
    r"\b(?:multiply|divide|subtract|add\s+(?:up|together)|work\s+out|calculate)\b[^.]{0,60}"
    r"\b(?:dose|amount|number|total|units?|weight|height|score|by\s+\d)"
    r"|(?:\b|(?<=\d))(?:mg|ml|g|micrograms?|units?)\s?(?:/|per|for\s+(?:each|every))\s?(?:kg|kilograms?|kilos?)\b",
    re.IGNORECASE,
)
LARGE = re.compile(
    r"(?<![\d.,/£$€-])(?<!\d\s)[1-9](?:\d{0,2}(?:,\d{3})+|\d{4,})"
    r"(?![\d/]|,\d|\.\d|\s\d|\s?(?:mg|ml|g|micrograms?|units?|kcal|IU|km|m|steps)\b)"
    r"|\b\d+(?:\.\d+)?\s(?:million|billion|thousand)\b"
)
BOTH = re.compile(r"\d\s?%|\d\s?per\s?cent", re.IGNORECASE)
# A share of people, or of times that a thing happens; blood oxygen is given in per cent too.
LESS = re.compile(r"halv|half|reduc|lower|less|decreas|cut", re.IGNORECASE)
_SHARE = r"\b\d+(?:\.\d+)?\s?(?:%|per\s?cent)"
PERCENT = re.compile(
    rf"{_SHARE}(?=\s+(?:of\s+(?:all\s+|the\s+)?(?:people|patients|women|men|adults|children|cases|"
    r"those|operations|procedures|tests|babies|pregnancies)|chance|risk))"
    rf"|(?<=\bin\s){_SHARE}(?!\w)",
    re.IGNORECASE,
)
CHANCE = re.compile(
    r"\b(?:\d+|one|two|three|four|five)\s+(?:in|out of)\s+(?:every\s+)?\d+", re.IGNORECASE
)


def relative_risk_alone(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each risk told as "twice as likely" in a block with no plain numbers."""
    for block, text in parsed.document:
        if block.kind is BlockKind.IMAGE or ABSOLUTE.search(text):
            continue
        for match in RELATIVE.finditer(text):
            span = Span(*match.span()).shift(block.span.start)
            sizes = ("2", "1") if LESS.search(match[0]) else ("1", "2")
            for rule in rules:
                message = rule.message.format(first=sizes[0], then=sizes[1])
                yield rule.finding(parsed.document, span, message)


def sum_to_do(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each sum that is left to the reader: "5mg per kg"."""
    for block, text in parsed.document:
        if block.kind is BlockKind.IMAGE:
            continue
        for match in SUM.finditer(text):
            span = Span(*match.span()).shift(block.span.start)
            yield from (rule.finding(parsed.document, span) for rule in rules)


def large_number(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each number above ``rule.limit`` that is no chance, dose or price."""
    for sentence in parsed.sentences:
        text = parsed.text(sentence)
        if not sentence.is_prose or NUMBER.search(text):
            continue
        for match in LARGE.finditer(text):
            span = Span(*match.span()).shift(sentence.span.start)
            for rule in rules:
                if _value(match[0]) > rule.limit:
                    yield rule.finding(parsed.document, span, rule.message.format(number=match[0]))


def mixed_chances(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield one finding where a text gives chances as per cent in one place and "1 in x" elsewhere.

    It stands at the first chance in the second form. "1 in 10 (10%)" helps, and is left alone.
    """
    first = ""
    for block, text in parsed.document:
        if block.kind is BlockKind.IMAGE:
            continue
        per_cent, chance = PERCENT.search(text), CHANCE.search(text)
        if chance and BOTH.search(text):
            return
        found, form = (per_cent, "per cent") if per_cent else (chance, "in")
        if found and first and form != first:
            span = Span(*found.span()).shift(block.span.start)
            yield from (rule.finding(parsed.document, span) for rule in rules)
            return
        first = form if found else first


def _value(text: str) -> float:
    digits = float(re.sub(r"[^\d.]", "", text))
    scale = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
    return digits * next((size for word, size in scale.items() if word in text), 1)
