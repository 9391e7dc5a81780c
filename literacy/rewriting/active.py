"""A passive that names who acts is turned: "A nurse will take your blood".

Only for people who care for the reader, and only a plain passive: what is denied, joined to another
verb, or done "by Monday" is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed
from literacy.rewriting.clauses import (
    auxiliaries,
    capital,
    inner_adverbs,
    is_negated,
    root_of,
    subject_of,
)
from literacy.rewriting.naming import lower_first
from literacy.rewriting.proof import Change, long_sentences, offers
from literacy.rulebase.model import Rule
from literacy.words.inflect import inflect
from literacy.words.people import CARERS

MODALS = frozenset({"may", "might", "can", "could", "would", "should", "will", "must"})
PLACES = frozenset({"of", "in", "from"})  # "a porter on the day of your operation" says when
OBJECTS = {"you": "you", "it": "it", "they": "them", "we": "us", "he": "him", "she": "her"}


def make_active(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield passives that name who acts: "A nurse will take your blood"."""
    return offers(parsed, long_sentences(parsed, rules, (" by ",)), _active, parts=1)


def _active(doc: Doc) -> Iterator[Change]:
    """Yield the active form of "Your blood will be taken by a nurse."."""
    root = root_of(doc)
    subject = subject_of(root) if root is not None else None
    if root is None or subject is None or subject.dep_ != "nsubjpass" or root.tag_ != "VBN":
        return
    by = next((child for child in root.rights if child.dep_ == "agent"), None)
    doer = next((child for child in by.children if child.dep_ == "pobj"), None) if by else None
    if by is None or doer is None or doer.lemma_.lower() not in CARERS or not _may_turn(root, doc):
        return
    if any(child.dep_ == "prep" and child.lower_ not in PLACES for child in doer.children):
        return
    if any(child.dep_ in ("relcl", "conj", "acl") for child in doer.children):
        return
    if any(t.lower_ in ("your", "home") for t in doer.subtree if t.i > doer.i):
        return  # "by a carer in your own home" says where
    agent = doc[min(t.i for t in doer.subtree) : max(t.i for t in doer.subtree) + 1]
    patient = doc[min(t.i for t in subject.subtree) : max(t.i for t in subject.subtree) + 1]
    verb = _verb(root, doer)
    if (
        verb is None
        or any(t.text == "," for t in (*agent, *patient))
        or patient.end != _group(root)
    ):
        return
    who = capital(agent.text) if patient.start == 0 else agent.text
    first = Edit(Span(patient.start_char, patient.end_char), who)
    start, end = doc[patient.end].idx, agent.end_char
    between = doc.text[root.idx + len(root) : by.idx].strip()
    object_ = _object(patient)
    rest = " ".join(filter(None, (verb, object_, between)))
    yield Change((first, Edit(Span(start, end), rest)), *_counts(patient, root, by, verb, object_))


def _may_turn(root: Token, doc: Doc) -> bool:
    return (
        root.lemma_ != "follow"  # what follows does nothing
        and not is_negated(root)
        and not inner_adverbs(root)
        and not any(token.dep_ == "conj" and token.head == root for token in doc)
    )


def _group(root: Token) -> int:
    return min([root.i, *(aux.i for aux in auxiliaries(root))])


def _verb(root: Token, doer: Token) -> str | None:
    """Return the active verb for the passive one, with its modal, or None for other tenses."""
    helps = [aux.lower_ for aux in auxiliaries(root)]
    base = root.lemma_
    if len(helps) == 2 and helps[1] == "be" and helps[0] in MODALS:
        return f"{helps[0]} {base}"
    if helps in (["has", "been"], ["have", "been"]):
        return f"{'have' if doer.tag_ == 'NNS' else 'has'} {root.lower_}"
    if helps in (["is"], ["are"]):
        return base if doer.tag_ == "NNS" else inflect(base, "VBZ")
    if helps in (["was"], ["were"]):
        return inflect(base, "VBD")
    return None


def _object(patient: SpacySpan) -> str:
    low = patient.text.lower()
    return OBJECTS[low] if low in OBJECTS else lower_first(patient[0], patient.text)


def _counts(
    patient: SpacySpan, root: Token, by: Token, verb: str, object_: str
) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Return the words that go, none copied, and the words that come."""
    gone = [aux.lower_ for aux in auxiliaries(root)] + [root.lower_, by.lower_, patient[0].lower_]
    come = [*verb.lower().split(), object_.split()[0].lower()]
    return tuple(gone), "", tuple(come)
