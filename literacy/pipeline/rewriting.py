"""The ``rewrite`` and ``simplify`` verbs: accepted suggestions become a new document."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from literacy.document import Document
from literacy.findings import Finding, Suggestion, Taken
from literacy.parse import Parsed, parse
from literacy.pipeline.finding import find
from literacy.pipeline.reading import as_document, export
from literacy.pipeline.trail import Trail
from literacy.rewriting.apply import apply_suggestions
from literacy.rewriting.choose import choose
from literacy.rulebase.load import standard_rules
from literacy.rulebase.model import Rule
from literacy.rulebase.profile import load_profile
from literacy.words.language import language
from literacy.words.segment import sentences

ROUNDS = 6  # one sentence may be divided once a round; more than this is never needed


def rewrite(document: Document, suggestions: Iterable[Suggestion]) -> Document:
    """Return a new document with the accepted suggestions made.

    Raises:
        EditError: two suggestions change the same words.
        FactError: the suggestions together would change a fact.
    """
    return apply_suggestions(document, suggestions)


def simplify(text: str, profile: str = "plain") -> str:
    """Return ``text`` with every safe suggestion taken, explanations on lines of their own."""
    document = as_document(text)
    changed = simplified(document, profile)
    return text if changed.text == document.text else export(changed, "txt").decode().strip("\n")


def simplified(document: Document, profile: str = "plain") -> Document:
    """Return ``document`` with every safe suggestion taken."""
    return simplified_with_reasons(document, profile)[0]


def simplified_with_reasons(
    document: Document, profile: str = "plain"
) -> tuple[Document, tuple[Taken, ...]]:
    """Return ``document`` with every safe suggestion taken, and what was taken, where.

    Words and sentences come first, round by round until nothing safe is left. Explanations come
    last, so that none stands between two halves of a sentence.
    """
    if language(document.text) != "en":
        return document, ()
    rules = load_profile(profile).rules
    trail = Trail(document)
    for glosses in (False, True):
        _until_done(trail, tuple(rule for rule in rules if bool(rule.gloss) is glosses))
    return trail.document, tuple(trail.taken)


def _until_done(trail: Trail, rules: tuple[Rule, ...]) -> None:
    for _ in range(ROUNDS):
        before = trail.document
        _once(trail, rules)
        if trail.document.text == before.text:
            break


def safe_suggestions(document: Document, findings: Iterable[Finding]) -> tuple[Suggestion, ...]:
    """Return the safe suggestions of ``findings`` that can be taken together."""
    return choose(document, findings)


def _once(trail: Trail, rules: tuple[Rule, ...]) -> None:
    parsed = parse(trail.document)
    ours = _explanations()
    found = tuple(one for one in find(parsed, rules) if _sentence(parsed, one) not in ours)
    trail.take(found, choose(trail.document, found))


@cache
def _explanations() -> frozenset[str]:
    """Return the sentences that explain hard words: they are ours, and stay as they were written.

    Without this a text simplified before would be simplified again at its explanations.
    """
    glosses = (rule.gloss for rule in standard_rules() if rule.gloss)
    return frozenset(gloss[s.start : s.end] for gloss in glosses for s in sentences(gloss))


def _sentence(parsed: Parsed, finding: Finding) -> str:
    sentence = parsed.sentence_at(finding.span)
    return parsed.text(sentence) if sentence else ""
