"""A text that says "you" says it all through: "Patients should rest" is "You should rest".

Never in research, where patients are other people, nor in a sentence that says "you" already: there
the two may not be the same. The staff of a text that says "we" are "we" too.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed
from literacy.rewriting.addressed import addresses_reader, speaks_as_we
from literacy.rewriting.clauses import auxiliaries, capital, is_finite, is_verb
from literacy.rewriting.naming import end_of, is_several, left
from literacy.rewriting.proof import Change, long_sentences, offers
from literacy.rulebase.model import Rule

READERS = {"patients": "", "patient": "the"}  # and the article each must have
PLURAL_FORMS = {"is": "are", "has": "have", "was": "were", "does": "do"}
OTHERS = frozenset(
    {"you", "your", "they", "them", "he", "she", "him", "themselves", "himself", "i", "who"}
    | {"people", "visitors", "relatives", "carers", "staff", "nurses", "doctors", "those"}
)


def speak_to_reader(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield "patients should" and "the patient is" in a text that speaks to its reader."""
    if addresses_reader(parsed.document.text):
        yield from offers(parsed, long_sentences(parsed, rules, ("patient",)), _reader, parts=1)


def speak_as_staff(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield "staff will" in a text whose staff are "we"."""
    if speaks_as_we(parsed.document.text):
        yield from offers(parsed, long_sentences(parsed, rules, ("staff ",)), _staff, parts=1)


def _reader(doc: Doc) -> Iterator[Change]:
    named = [token for token in doc if token.lemma_.lower() == "patient"]
    if len(named) != 1 or any(token.lower_ in OTHERS for token in doc):
        return
    (noun,) = named
    verb, words = noun.head, [t.lower_ for t in noun.subtree if t != noun]
    if noun.dep_ not in ("nsubj", "nsubjpass") or noun.lower_ not in READERS:
        return
    if words != [READERS[noun.lower_]] * bool(READERS[noun.lower_]) or not _is_plain(verb):
        return
    owned = [token for token in doc if token.lower_ in ("their", "his", "her")]
    if any(
        is_several(t)
        for t in doc[: max((t.i for t in owned), default=0)]
        if t != noun and t.pos_ == "NOUN"
    ):
        return
    edits = [_called(noun, "you"), *_agreeing(noun, verb), *(_put(t, "your") for t in owned)]
    edits.sort()
    gone = [*words, noun.lower_, *(t.lower_ for t in owned), *_heads(doc, edits)]
    come = [word for edit in edits for word in edit.text.lower().split()]
    yield Change(tuple(edits), tuple(gone), "", tuple(come))


def _heads(doc: Doc, edits: list[Edit]) -> list[str]:
    return [doc.text[e.span.start : e.span.end].lower() for e in edits]


def _is_plain(verb: Token) -> bool:
    is_joined = any(t.dep_ == "conj" and is_verb(t) for t in verb.children)
    return is_verb(verb) and is_finite(verb) and not is_joined


def _called(noun: Token, name: str) -> Edit:
    start = noun.doc[left(noun)]
    return Edit(Span(start.idx, end_of(noun)), capital(name) if start.i == 0 else name)


def _agreeing(noun: Token, verb: Token) -> Iterator[Edit]:
    """Yield the change of "is" to "are" where "the patient" becomes "you"."""
    lead = next(iter(auxiliaries(verb)), verb)
    if lead.tag_ == "VBZ":
        yield _put(lead, PLURAL_FORMS.get(lead.lower_, lead.lemma_.lower()))
    elif noun.lower_ == "patient" and lead.lower_ == "was":
        yield _put(lead, "were")


def _put(token: Token, text: str) -> Edit:
    return Edit(Span(token.idx, end_of(token)), text)


def _staff(doc: Doc) -> Iterator[Change]:
    for noun in doc:
        words = [t.lower_ for t in noun.subtree if t != noun]
        if noun.lower_ != "staff" or noun.dep_ != "nsubj" or words not in ([], ["the"], ["our"]):
            continue
        lead = next(iter(auxiliaries(noun.head)), noun.head)
        if lead.tag_ == "MD" and _is_plain(noun.head):
            yield Change((_called(noun, "we"),), (*words, "staff"), "", ("we",))
