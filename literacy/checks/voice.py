"""Passive sentences: who does what is hidden.

A passive is right as it is when the reader is its subject ("if you are bitten by a dog"), so those
are left alone, and so are fixed turns that hide nobody ("is made of", "are based on").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Finding
from literacy.parse import Parsed, Sentence, kept_with_doc
from literacy.rulebase.model import Rule

READER = {"you", "i", "we", "they", "he", "she", "who"}
# Participles that describe a state or stand in a fixed turn.
STATES = frozenset(
    "made based known called named used located situated allowed supposed concerned worried tired "
    "interested involved married born pleased prepared blocked swollen infected inflamed damaged "
    "affected limited related linked connected closed open needed required recommended advised "
    "expected likely designed bored scared confused aged cracked switched stuck torn bruised "
    "broken".split()
)
BE = {"be", "am", "is", "are", "was", "were", "been", "being", "get", "got", "gets", "getting"}


def passive(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each passive verb of running text that hides who acts."""
    wanted = [one for one in parsed.sentences if one.is_prose and _may_be(parsed, one)]
    parsed.prepare(wanted)
    for sentence in wanted:
        for span in passives(parsed.doc(sentence)):
            for rule in rules:
                yield rule.finding(parsed.document, span.shift(sentence.span.start))


@kept_with_doc
def passives(doc: Doc) -> tuple[Span, ...]:
    """Return the place of each passive verb group, counted from the start of ``doc``."""
    return tuple(_passives(doc))


def _passives(doc: Doc) -> Iterator[Span]:
    for verb in doc:
        if verb.tag_ != "VBN" or verb.lower_ in STATES:
            continue
        helpers = [child for child in verb.children if child.dep_ == "auxpass"]
        if helpers and not _is_about_reader(verb) and not _names_cause(verb):
            first = min(helpers, key=lambda token: token.i)
            yield Span(first.idx, verb.idx + len(verb))


def _names_cause(verb: Token) -> bool:
    """Tell whether this is "caused by a virus", which hides nothing."""
    return verb.lower_ == "caused" and any(child.dep_ == "agent" for child in verb.children)


def _may_be(parsed: Parsed, sentence: Sentence) -> bool:
    """Tell whether a form of "be" is there at all; without one the parser need not look."""
    return not BE.isdisjoint(parsed.text(sentence).lower().split())


def _is_about_reader(verb: Token) -> bool:
    subjects = [child for child in verb.children if child.dep_ == "nsubjpass"]
    if not subjects and verb.dep_ == "conj":
        subjects = [child for child in verb.head.children if child.dep_ in ("nsubjpass", "nsubj")]
    return any(subject.lower_ in READER for subject in subjects)
