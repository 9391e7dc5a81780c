"""Passive sentences: who does what is hidden.

A passive is right as it is when the reader is its subject ("if you are bitten by a dog"), so those
are left alone, and so are fixed turns that hide nobody ("is made of", "are based on"). Of the rest,
only those are told of that a writer can mend: what the reader does, what staff do, and what is
allowed. "Consciousness is lost" has nobody to name.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Finding
from literacy.parse import Parsed, Sentence, kept_with_doc
from literacy.rulebase.model import Rule
from literacy.words.people import CARERS

READER = {"you", "i", "we", "they", "he", "she", "who"}
# Participles that describe a state or stand in a fixed turn.
STATES = frozenset(
    "made based known called named used located situated allowed supposed concerned worried tired "
    "interested involved married born pleased prepared blocked swollen infected inflamed damaged "
    "affected limited related linked connected closed open needed required recommended advised "
    "expected likely designed bored scared confused aged cracked switched stuck torn bruised "
    "broken".split()
)
# What a reader of a leaflet does at home, and what staff do to or for them.
BY_READER = frozenset(
    "applied avoided brought chewed cleaned consumed crushed discarded drunk eaten instilled kept "
    "omitted read reported rinsed sought stored swallowed taken washed worn".split()
)
BY_STAFF = frozenset(
    "adjusted administered arranged assessed attached attempted booked carried changed checked "
    "cleansed closed collected completed conducted delivered discussed dispensed disconnected done "
    "drained examined excised extracted fitted fixed forwarded given implanted injected inserted "
    "inspected issued left marked measured monitored notified numbed obtained offered performed "
    "placed positioned prescribed provided recorded referred reinserted remeasured removed "
    "repeated replaced reported resected reviewed sampled scanned scheduled secured sent shown "
    "sited stitched stored supplied sutured taken telephoned tested undertaken weighed".split()
)
ALLOWED = frozenset({"allowed", "permitted"})
DUTY = frozenset({"must", "should"})  # "should be taken with food" is for the reader to do
DENIED = frozenset({"not", "n't", "never"})
BE = {"be", "am", "is", "are", "was", "were", "been", "being", "get", "got", "gets", "getting"}


def passive(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each passive verb of running text that a writer can turn."""
    wanted = [one for one in parsed.sentences if one.is_prose and _may_be(parsed, one)]
    parsed.prepare(wanted)
    for sentence in wanted:
        for verb in _hiding(parsed.doc(sentence)):
            message = _advice(verb)
            if message is not None:
                for rule in rules:
                    span = _group(verb).shift(sentence.span.start)
                    yield rule.finding(parsed.document, span, message)


@kept_with_doc
def passives(doc: Doc) -> tuple[Span, ...]:
    """Return the place of each passive verb group, counted from the start of ``doc``."""
    return tuple(map(_group, _hiding(doc)))


def _hiding(doc: Doc) -> Iterator[Token]:
    """Yield the participle of each passive that has not the reader as its subject."""
    for verb in doc:
        if verb.tag_ != "VBN" or verb.lower_ in STATES - ALLOWED:
            continue
        is_passive = any(child.dep_ == "auxpass" for child in verb.children)
        if is_passive and not _is_about_reader(verb) and not _names_cause(verb):
            yield verb


def _group(verb: Token) -> Span:
    """Return the place of "have been carried out"."""
    helpers = [t for t in verb.children if t.dep_ == "auxpass" or t.lemma_ == "have"]
    first = min((t for t in helpers if t.i < verb.i), key=lambda token: token.i)
    last = next((t for t in verb.children if t.dep_ == "prt" and t.i == verb.i + 1), verb)
    return Span(first.idx, last.idx + len(last))


def _advice(verb: Token) -> str | None:
    """Return what to tell of a passive; None where there is nobody to name.

    Empty stands for the rule's own message, "who does this?".
    """
    word = verb.lower_
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg")}
    is_denied = not DENIED.isdisjoint(helpers)
    if word in ALLOWED:
        return f"Say what your reader can do: “You {'cannot' if is_denied else 'can'} …”."
    if (doer := _doer(verb)) is not None:
        is_carer = doer.lemma_.lower() in CARERS
        return f"Put who does it first: “The {doer.lower_} …”." if is_carer else None
    if word in BY_READER and helpers & DUTY:
        deed = f"Do not {verb.lemma_.lower()}" if is_denied else verb.lemma_.capitalize()
        return f"If your reader does this, speak to them: “{deed} …”."
    return "" if word in BY_STAFF else None


def _doer(verb: Token) -> Token | None:
    """Return the noun after "by", if there is one."""
    by = [child for child in verb.children if child.dep_ == "agent"]
    return next((child for one in by for child in one.children if child.dep_ == "pobj"), None)


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
