"""The verb ``jargon``: which words of a text a lay reader needs explained."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from literacy.findings import Term
from literacy.measure.jargon import jargon as hard_terms
from literacy.rulebase.load import standard_rules
from literacy.words.search import folded
from literacy.words.spelling import spellings


def jargon(text: str) -> list[Term]:
    """Return the words and phrases of ``text`` that a lay reader needs help with, in order.

    ``text[term.start:term.end] == term.text`` holds for each. ``gloss`` is the rule base's
    explanation, or empty.
    """
    return [replace(term, gloss=_glosses().get(folded(term.text), "")) for term in hard_terms(text)]


@cache
def _glosses() -> dict[str, str]:
    found: dict[str, str] = {}
    for rule in standard_rules():
        if rule.gloss and rule.find:
            for phrase in rule.find.phrases:
                for spelling in spellings(phrase):
                    found.setdefault(spelling, rule.gloss)
                    found.setdefault(f"{spelling}s", rule.gloss)
    return found
