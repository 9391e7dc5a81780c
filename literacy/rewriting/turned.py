"""Passives turned where it is known who acts: the reader, who takes tablets, or "we", the staff.

"Tablets should be taken with food" tells the reader something to do, so "You should take tablets
with food". Only verbs for what readers do, and only in a text that says "you". "You will be given a
gown" is "We will give you a gown" where the text calls the staff "we".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed
from literacy.rewriting.addressed import addresses_reader, speaks_as_we
from literacy.rewriting.clauses import SUBJECTS, auxiliaries, root_of, subject_of
from literacy.rewriting.naming import end_of, left, lower_first, right
from literacy.rewriting.proof import Change, Finder, long_sentences, offers
from literacy.rulebase.model import Rule

BY_READER = frozenset(
    {"take", "swallow", "eat", "drink", "avoid", "stop", "continue", "wear", "wash", "store"}
    | {"chew", "crush", "seek", "contact", "tell", "inform", "notify", "telephone", "request"}
    | {"discontinue", "keep", "use", "report", "drive", "consume", "obtain", "remove", "restart"}
    | {"read", "bring", "complete", "return", "rinse", "discard", "shake", "rest"}
)
BY_STAFF = frozenset(
    {"ask", "give", "offer", "invite", "send", "contact", "refer", "call", "telephone", "arrange"}
    | {"weigh", "measure", "check", "monitor", "take", "show", "teach", "explain", "provide"}
    | {"supply", "transfer", "review", "see", "discuss", "attach", "insert", "repeat", "assess"}
    | {"encourage", "help", "assist", "move", "inject", "remove", "prescribe", "tell", "inform"}
)
# What is taken from the reader, or seen and kept by others.
FROM_READER = frozenset(
    {"blood", "sample", "swab", "x-ray", "picture", "photograph", "image", "history", "biopsy"}
    | {"measurement", "tissue", "reading", "scan", "specimen", "care", "decision", "action"}
    | {"record", "notes", "data", "catheter", "drip", "cannula", "stitch", "stent", "sample"}
)
MODALS = frozenset({"should", "must", "may", "can"})
NOT_OBJECTS = frozenset({"it", "this", "that", "they", "these", "those", "there", "which", "what"})


def reader_acts(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield "Tablets should be taken": "You should take tablets", in a text for its reader."""
    if addresses_reader(parsed.document.text):
        yield from _turned(parsed, rules, (" be ",), _by_reader)


def staff_act(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield "You will be given": "We will give you", in a text whose staff are "we"."""
    if speaks_as_we(parsed.document.text):
        yield from _turned(
            parsed, rules, (" will be ", " will then be ", " will also be "), _by_staff
        )


def _turned(
    parsed: Parsed, rules: tuple[Rule, ...], signs: tuple[str, ...], find: Finder
) -> Iterator[Finding]:
    return offers(parsed, long_sentences(parsed, rules, signs), find, parts=1)


def _by_reader(doc: Doc) -> Iterator[Change]:
    verb = root_of(doc)
    if verb is None or verb.lemma_.lower() not in BY_READER or not _is_plain(verb, MODALS):
        return
    subject = subject_of(verb)
    assert subject is not None
    words = {token.lemma_.lower() for token in subject.subtree}
    if words & FROM_READER or {t.lower_ for t in subject.subtree} & {"you", "we", "i", "staff"}:
        return
    if _is_denied(verb) and words & {"and"}:
        return  # "not A and B" may be "not both"
    yield from _turn(verb, subject, "you")


def _by_staff(doc: Doc) -> Iterator[Change]:
    verb = root_of(doc)
    if verb is None or verb.lemma_.lower() not in BY_STAFF or not _is_plain(verb, {"will"}):
        return
    subject = subject_of(verb)
    assert subject is not None
    if subject.lower_ != "you" and "you" in {t.lower_ for t in subject.subtree}:
        return
    yield from _turn(verb, subject, "we")


def _is_plain(verb: Token, modals: frozenset[str] | set[str]) -> bool:
    """Tell whether the verb is "subject modal (not) be done", with nobody named who does it."""
    subject = subject_of(verb)
    helps = [aux.lower_ for aux in auxiliaries(verb)]
    if subject is None or subject.dep_ != "nsubjpass" or len(helps) != 2 or verb.tag_ != "VBN":
        return False
    doc = verb.doc
    is_joined = any(t.dep_ == "conj" and t.head == verb for t in doc)
    has_doer = any(t.dep_ == "agent" or (t.lower_ == "by" and t.head == verb) for t in doc)
    group = doc[right(subject) + 1 : verb.i + 1]
    is_together = all(t.head == verb or t == verb for t in group) and not any(
        t.dep_ in SUBJECTS or t.is_punct for t in group
    )
    return (
        helps[0] in modals
        and helps[1] == "be"
        and subject.lower_ not in NOT_OBJECTS
        and not doc[right(subject)].is_punct
        and not is_joined
        and not has_doer
        and is_together
        and not any(t.text in (";", ":") for t in doc)
        and (_is_short(subject) or _ends(verb))
    )


def _is_short(subject: Token) -> bool:
    """Tell whether nothing in the thing done could take what follows the verb for its own."""
    return not any(t.dep_ in ("relcl", "acl") or t.text == "," for t in subject.subtree)


def _ends(verb: Token) -> bool:
    rest = [t for t in verb.doc[verb.i + 1 :] if not t.is_punct]
    return not rest or verb.nbor().text == ","


def _is_denied(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _turn(verb: Token, subject: Token, doer: str) -> Iterator[Change]:
    doc = verb.doc
    first, start = doc[left(subject)], doc[right(subject) + 1]
    between = [t.text for t in doc[start.i : verb.i] if t.lower_ != "be"]
    thing = doc.text[first.idx : end_of(doc[right(subject)])]
    thing = "you" if thing.lower() == "you" else lower_first(first, thing)
    who = doer.capitalize() if first.i == 0 else doer
    stem = "not" if "n't" in between else ""
    if stem or not first.text:
        return
    done = " ".join([who, *between, verb.lemma_.lower(), thing])
    come = (doer, verb.lemma_.lower())
    gone = ("be", verb.lower_)
    yield Change((Edit(Span(first.idx, end_of(verb)), done),), gone, "", come)
