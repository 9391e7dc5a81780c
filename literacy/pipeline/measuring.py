"""The verbs that only count: ``score``, ``difficulty``, ``jargon`` and ``syllables``.

None of them loads the language model.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from literacy.document import Document
from literacy.findings import Scores, Term
from literacy.measure import scores
from literacy.measure.difficulty import sentence_difficulty
from literacy.measure.jargon import jargon as hard_terms
from literacy.pipeline.reading import as_document
from literacy.words import syllables as counter
from literacy.words.search import folded
from literacy.words.spelling import spellings


def score(text_or_document: str | Document) -> Scores:
    """Measure a text: every formula with its range, the UK reading age, and the difficulty."""
    return scores.score(as_document(text_or_document))


def difficulty(sentences: Iterable[str]) -> list[float]:
    """Return how hard each sentence is for a lay reader, from 1 (easy) to 6 (hard)."""
    return sentence_difficulty(sentences)


def jargon(text: str) -> list[Term]:
    """Return the words and phrases of ``text`` that a lay reader needs help with, in order.

    ``text[term.start:term.end] == term.text`` holds for each. ``gloss`` is the rule base's
    explanation, or empty.
    """
    return [replace(term, gloss=_glosses().get(folded(term.text), "")) for term in hard_terms(text)]


def syllables(word: str) -> int:
    """Return how many syllables a British speaker says in ``word``; numbers count as spoken."""
    return counter.syllables(word)


@cache
def _glosses() -> dict[str, str]:
    from literacy.rulebase.load import standard_rules  # scoring does not wait for it

    found: dict[str, str] = {}
    for rule in standard_rules():
        if rule.gloss and rule.find:
            for phrase in rule.find.phrases:
                for spelling in spellings(phrase):
                    found.setdefault(spelling, rule.gloss)
                    found.setdefault(f"{spelling}s", rule.gloss)
    return found
