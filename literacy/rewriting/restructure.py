"""Clauses hung on the end of a sentence become sentences; a passive with a known doer is turned.

These lean on more of the parse than a split at "and" does, so each takes one narrow shape and
leaves all others. As in ``split``, the original characters stay where they can, and ``proof`` has
the last word.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed
from literacy.rewriting.clauses import (
    auxiliaries,
    capital,
    has_clause,
    has_front,
    inner_adverbs,
    is_finite,
    is_negated,
    root_of,
    subject_of,
)
from literacy.rewriting.proof import Change, Finder, long_sentences, offers
from literacy.rulebase.model import Rule
from literacy.words.inflect import inflect

# "A thing that works" says nothing once it is cut in two.
EMPTY_NOUNS = frozenset(
    {"thing", "something", "one", "way", "time", "place", "substance", "cancer", "person", "people"}
    | {"someone", "anyone", "reason", "part", "kind", "type", "sort", "form", "number", "factor"}
)
DOUBTS = frozenset({"may", "might", "can", "could", "would", "should"})
EFFECTS = {"causing": "cause", "leading": "lead", "resulting": "result", "making": "make"}
DOERS = frozenset(
    {"nurse", "doctor", "surgeon", "midwife", "pharmacist", "physiotherapist", "dietitian", "GP"}
    | {"radiographer", "anaesthetist", "consultant", "specialist", "dentist", "team", "optician"}
    | {"oncologist", "cardiologist", "therapist", "technician", "endoscopist", "gp", "porter"}
)
PLACES = frozenset({"of", "in", "from"})  # "a porter on the day of your operation" says when
OBJECTS = {"you": "you", "it": "it", "they": "them", "we": "us", "he": "him", "she": "her"}


def split_definition(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield "X is a medicine that lowers ...": "It lowers ..." makes a second sentence."""
    return _found(parsed, rules, ("that",), _definition)


def split_examples(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield ", such as A, B and C." at the end of a sentence: "Examples are A, B and C."."""
    return _found(parsed, rules, ("such as",), _examples)


def split_effect(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield ", causing A." at the end of a sentence: "This causes A."."""
    return _found(parsed, rules, tuple(EFFECTS), _effect)


def make_active(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield passives that name who acts: "A nurse will take your blood"."""
    return _found(parsed, rules, (" by ",), _active, parts=1)


def _found(
    parsed: Parsed, rules: tuple[Rule, ...], signs: tuple[str, ...], find: Finder, parts: int = 2
) -> Iterator[Finding]:
    return offers(parsed, long_sentences(parsed, rules, signs), find, parts=parts)


def _definition(doc: Doc) -> Iterator[Change]:
    root = root_of(doc)
    if root is None or root.lemma_ != "be" or root.tag_ not in ("VBZ", "VBP") or is_negated(root):
        return
    noun = next((child for child in root.rights if child.dep_ == "attr"), None)
    subject = subject_of(root)
    if noun is None or subject is None or subject.dep_ != "nsubj" or has_front(root):
        return
    verb = next((child for child in noun.rights if child.dep_ == "relcl"), None)
    if verb is None or not _may_define(subject, noun) or not _is_that_clause(noun, verb):
        return
    that = subject_of(verb)
    if that is None:
        return
    pronoun = "They" if noun.tag_ == "NNS" else "It"
    edit = Edit(Span(that.nbor(-1).idx + len(that.nbor(-1)), that.idx + len(that)), f". {pronoun}")
    yield Change((edit,), ("that",), "", (pronoun.lower(),))


def _may_define(subject: Token, noun: Token) -> bool:
    """Tell whether "X is a N" is true and worth saying without what follows."""
    articles = [child.lower_ for child in noun.children if child.dep_ in ("det", "nummod")]
    is_plural = noun.tag_ == "NNS"
    agrees = (subject.tag_ == "NNS") == is_plural
    return (
        agrees
        and noun.lemma_.lower() not in EMPTY_NOUNS
        and articles == ([] if is_plural else articles[:1])
        and (is_plural or (bool(articles) and articles[0] in ("a", "an")))
        and subject.pos_ in ("NOUN", "PROPN")
        and not any(child.dep_ in ("conj", "cc") for child in (*noun.children, *subject.children))
        and not any(child.tag_ in ("JJS", "RBS", "JJR") for child in noun.subtree)
    )


def _is_that_clause(noun: Token, verb: Token) -> bool:
    """Tell whether "that" is the subject of ``verb`` and stands right after the noun."""
    that = subject_of(verb)
    if that is None or that.lower_ != "that" or that.i != noun.i + 1 or not is_finite(verb):
        return False
    if that.nbor().text == ",":
        return False
    lead = next(iter(auxiliaries(verb)), verb)
    wanted = ("VBP", "MD", "VBD") if noun.tag_ == "NNS" else ("VBZ", "MD", "VBD")
    return lead.tag_ in wanted


def _examples(doc: Doc) -> Iterator[Change]:
    """Yield the split before "such as", when what follows is a list that ends the sentence."""
    root = root_of(doc)
    for such in doc[2:-4]:
        noun = doc[such.i - 2]
        if such.lower_ != "such" or doc[such.i + 1].lower_ != "as" or root is None:
            continue
        if doc[such.i - 1].text != "," or noun.tag_ != "NNS" or root.i > such.i:
            continue
        if not _is_list_of_names(doc, such.i + 2) or _denies(doc, such.i):
            continue
        start = noun.idx + len(noun)
        end = doc[such.i + 1].idx + len(doc[such.i + 1])
        edit = Edit(Span(start, end), ". Examples are")
        yield Change((edit,), ("such", "as"), "", ("examples", "are"))


def _is_list_of_names(doc: Doc, start: int) -> bool:
    """Tell whether the rest of the sentence is "A, B and C" and nothing hangs on behind."""
    tail = [token for token in doc[start:] if not token.is_punct or token.text == ","]
    links = [token for token in tail if token.lower_ in ("and", "or")]
    verbs = [t for t in tail if t.pos_ in ("VERB", "AUX") and t.tag_ not in ("VBG", "VBN")]
    clauses = [
        token for token in tail if token.tag_ in ("WDT", "WP", "WRB", "IN") and not _of(token)
    ]
    return bool(links) and not verbs and not clauses and _commas_list(tail, links)


def _of(token: Token) -> bool:
    return token.lower_ in ("of", "in")


def _commas_list(tail: list[Token], links: list[Token]) -> bool:
    """Tell whether no comma stands behind the last "and": "A and B, which" goes on."""
    last = links[-1].i
    return not any(token.text == "," and token.i > last for token in tail) and last < tail[-1].i


def _denies(doc: Doc, end: int) -> bool:
    return any(
        token.dep_ == "neg"
        or token.lower_ in ("no", "none", "without", "never", "avoid", "nor", "any", "other")
        for token in doc[:end]
    )


def _effect(doc: Doc) -> Iterator[Change]:
    """Yield the split at ", causing": the first half must be one plain claim."""
    root = root_of(doc)
    if root is None or root.pos_ not in ("VERB", "AUX") or is_negated(root) or has_front(root):
        return
    for effect in root.rights:
        if effect.dep_ != "advcl" or effect.lower_ not in EFFECTS or effect.nbor(-1).text != ",":
            continue
        before = doc[: effect.i]
        if any(t.lower_ in DOUBTS for t in before) or has_clause(root, root.i, effect.i - 1):
            continue
        if any(t.dep_ == "conj" and t.pos_ in ("VERB", "AUX") for t in doc) or not is_finite(root):
            continue
        tag = "VBD" if root.tag_ == "VBD" else "VBZ"
        verb = inflect(EFFECTS[effect.lower_], tag)
        start = effect.nbor(-2)
        span = Span(start.idx + len(start), effect.idx + len(effect))
        yield Change((Edit(span, f". This {verb}"),), (effect.lower_,), "", ("this", verb))


def _active(doc: Doc) -> Iterator[Change]:
    """Yield the active form of "Your blood will be taken by a nurse."."""
    root = root_of(doc)
    subject = subject_of(root) if root is not None else None
    if root is None or subject is None or subject.dep_ != "nsubjpass" or root.tag_ != "VBN":
        return
    by = next((child for child in root.rights if child.dep_ == "agent"), None)
    doer = next((child for child in by.children if child.dep_ == "pobj"), None) if by else None
    if by is None or doer is None or doer.lemma_.lower() not in DOERS or not _may_turn(root, doc):
        return
    if any(child.dep_ == "prep" and child.lower_ not in PLACES for child in doer.children):
        return
    agent = doc[min(t.i for t in doer.subtree) : max(t.i for t in doer.subtree) + 1]
    patient = doc[min(t.i for t in subject.subtree) : max(t.i for t in subject.subtree) + 1]
    verb = _verb(root, doer)
    if verb is None or patient.start != 0 or any(t.text == "," for t in (*agent, *patient)):
        return
    first = Edit(Span(0, len(patient.text)), capital(agent.text))
    start, end = doc[patient.end].idx, agent.end_char
    between = doc.text[root.idx + len(root) : by.idx].strip()
    object_ = _object(patient.text, doc)
    rest = " ".join(filter(None, (verb, object_, between)))
    yield Change((first, Edit(Span(start, end), rest)), *_counts(doc, root, by, verb, object_))


def _may_turn(root: Token, doc: Doc) -> bool:
    return (
        root.lemma_ != "follow"  # what follows does nothing
        and not is_negated(root)
        and not inner_adverbs(root)
        and not has_front(root)
        and not any(token.dep_ == "conj" and token.head == root for token in doc)
    )


def _verb(root: Token, doer: Token) -> str | None:
    """Return the active verb for the passive one, with its modal, or None for other tenses."""
    helps = [aux.lower_ for aux in auxiliaries(root)]
    base = root.lemma_
    if len(helps) == 2 and helps[1] == "be" and helps[0] in (*DOUBTS, "will", "must"):
        return f"{helps[0]} {base}"
    if helps in (["is"], ["are"]):
        return base if doer.tag_ == "NNS" else inflect(base, "VBZ")
    if helps in (["was"], ["were"]):
        return inflect(base, "VBD")
    return None


def _object(text: str, doc: Doc) -> str:
    low = text.lower()
    if low in OBJECTS:
        return OBJECTS[low]
    keep = doc[0].pos_ == "PROPN" or not doc[0].text[1:].islower()
    return text if keep else text[:1].lower() + text[1:]


def _counts(
    doc: Doc, root: Token, by: Token, verb: str, object_: str
) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Return the words that go, none copied, and the words that come."""
    gone = [aux.lower_ for aux in auxiliaries(root)] + [root.lower_, by.lower_, doc[0].lower_]
    come = [*verb.lower().split(), object_.split()[0].lower()]
    return tuple(gone), "", tuple(come)
