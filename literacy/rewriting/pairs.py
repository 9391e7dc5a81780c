"""Two clauses with "and" between, where ``coordination`` must be content with less.

There the parser has to see two main verbs and nothing that could hang over both. Here a comma and a
subject of its own let the second clause go, whatever stands at the end of the first. And a subject
that is too long to say twice is "It", "They" or "The nurse" the second time.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed
from literacy.rewriting.clauses import (
    CONDITIONS,
    OPENERS,
    auxiliaries,
    capital,
    comma_before,
    end_before,
    has_clause,
    has_front,
    inner_adverbs,
    is_bare,
    is_finite,
    is_main,
    is_negated,
    is_verb,
    repeated_subject,
    root_of,
    subject_of,
    trailing_conditions,
)
from literacy.rewriting.coordination import coordinated
from literacy.rewriting.naming import (
    PERSONS,
    end_of,
    is_counted,
    is_several,
    left,
    named_again,
    pronoun_for,
)
from literacy.rewriting.proof import Change, long_sentences, offers
from literacy.rulebase.model import Rule

JOINED = frozenset({"both", "either", "neither", "not only", ":", ";"})
STEPS = frozenset({"once", "as", "until", "after", "before"})  # of the second verb alone
DUTIES = frozenset({"should", "must"})


def split_new_subject(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield ", and" before a clause that has a subject of its own."""
    return offers(parsed, long_sentences(parsed, rules, (", and ",)), _new_subject)


def split_long_subject(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield "and" before a second verb whose subject is too long to be said again."""
    return offers(parsed, long_sentences(parsed, rules, (" and ", " but ")), _long_subject)


def split_second_verb(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield "and" before a second verb that has a tense, and perhaps a condition, of its own."""
    return offers(parsed, long_sentences(parsed, rules, (" and ", " but ")), _second_verb)


def _new_subject(doc: Doc) -> Iterator[Change]:
    done = {change.edits for change in coordinated(doc, "and")}
    yield from (change for change in _subjects(doc) if change.edits not in done)


def _subjects(doc: Doc) -> Iterator[Change]:
    for link in doc[4:-4]:
        if link.lower_ != "and" or link.dep_ != "cc" or comma_before(link) is None:
            continue
        second = next((t for t in link.head.rights if t.dep_ == "conj" and t.i > link.i), None)
        subject = subject_of(second) if second is not None and is_verb(second) else None
        if second is None or subject is None or subject.i < link.i or not is_finite(second):
            continue
        if _is_free(link, second) and left(subject) == link.i + 1:
            start = doc[link.i + 1]
            edit = Edit(Span(end_before(link), end_of(start)), ". " + capital(start.text))
            yield Change((edit,), ("and",))


def _is_free(link: Token, second: Token) -> bool:
    """Tell whether no condition, "that" or pair of the first half reaches over the second."""
    doc, first = link.doc, link.head
    lead = next(iter(auxiliaries(second)), second)
    opens = doc[0].lower_ in CONDITIONS or doc[0].pos_ in ("ADP", "SCONJ")
    if opens and doc[0].lower_ not in OPENERS:
        return False
    if any(token.lower_ in JOINED for token in doc[: link.i]):
        return False
    if is_main(first):
        is_open = has_clause(first, first.i, link.i, frozenset({"ccomp"}))
        return not is_open and (not _has_condition(first, link) or _is_of_its_own(link, lead))
    return first.dep_ == "advcl" and lead.lower_ in DUTIES


def _has_condition(first: Token, link: Token) -> bool:
    """Tell whether the first clause ends in "if ..." that may go on after the link."""
    return any(opener.i < link.i for opener in trailing_conditions(first))


def _is_of_its_own(link: Token, lead: Token) -> bool:
    return lead.lower_ in DUTIES or link.nbor().lower_ in ("this", "these")


def _long_subject(doc: Doc) -> Iterator[Change]:
    root = root_of(doc)
    for link in doc[4:-3]:
        if link.lower_ not in ("and", "but") or link.dep_ != "cc" or link.head != root:
            continue
        second = next((t for t in root.rights if t.dep_ == "conj" and t.i > link.i), None)
        subject = subject_of(root)
        if second is None or subject is None or not is_verb(second) or subject_of(second):
            continue
        again = _again(root, subject)
        if again and _may_part(link, root, second):
            copied = again if link.lower_ == "and" else f"But {again[:1].lower()}{again[1:]}"
            gone = ("and",) if link.lower_ == "and" else ()
            come = tuple(copied.lower().split())
            edit = Edit(Span(end_before(link), end_of(link)), f". {copied}")
            yield Change((edit,), gone, again, come)


def _again(root: Token, subject: Token) -> str:
    if repeated_subject(subject) or left(subject) != 0:
        return ""  # which ``coordination`` does, or something stands in front
    if subject.lemma_.lower() in PERSONS:
        is_told_apart = any(t.dep_ in ("relcl", "acl") for t in subject.children)
        return "" if is_told_apart else named_again(subject)
    return pronoun_for(subject, root)


def _may_part(link: Token, first: Token, second: Token) -> bool:
    doc = link.doc
    helps = [aux for aux in auxiliaries(second) if aux.i > link.i]
    lead = next(iter(helps), second)
    first_lead = next(iter(auxiliaries(first)), first)
    is_whole = bool(helps) or (lead.tag_ == first_lead.tag_ and lead.tag_ in ("VBZ", "VBP", "VBD"))
    return (
        is_whole
        and lead.tag_ in ("VBZ", "VBP", "VBD", "MD")
        and doc[link.i + 1].tag_ not in ("WDT", "WP", "IN")
        and link.nbor().text != ","
        and not has_front(first)
        and not is_negated(first)
        and not inner_adverbs(first)
        and not is_bare(first, link)
        and not has_clause(first, first.i, link.i)
        and not any(True for _ in trailing_conditions(second))
        and not any(token.lower_ in JOINED for token in doc[: link.i])
        and not any(t.dep_ == "conj" and is_verb(t) for t in second.children)
        and sum(t.dep_ == "conj" and is_verb(t) for t in first.children) == 1
    )


def _second_verb(doc: Doc) -> Iterator[Change]:
    root = root_of(doc)
    subject = subject_of(root) if root is not None else None
    if root is None or subject is None or not _is_first(doc, subject):
        return
    done = {c.edits for way in (_long_subject, _and, _but) for c in way(doc)}
    for link in doc[4:-2]:
        if link.lower_ not in ("and", "but") or link.dep_ != "cc" or link.head != root:
            continue
        second = next((t for t in root.rights if t.dep_ == "conj" and t.i > link.i), None)
        if second is None or not is_verb(second) or subject_of(second) is not None:
            continue
        again = _named(root, second, subject)
        if again and _has_own_tense(link, root, second):
            yield from (c for c in (_with(link, again),) if c.edits not in done)


def _and(doc: Doc) -> Iterator[Change]:
    return coordinated(doc, "and")


def _but(doc: Doc) -> Iterator[Change]:
    return coordinated(doc, "but")


def _is_first(doc: Doc, subject: Token) -> bool:
    return all(t.lower_ in OPENERS or t.is_punct for t in doc[: left(subject)])


def _named(root: Token, second: Token, subject: Token) -> str:
    """Return the subject again: itself where it is short, else "It" or "They" by both verbs."""
    if again := repeated_subject(subject):
        return again
    if subject.lemma_.lower() in PERSONS or is_counted(subject) or subject.dep_ == "expl":
        return ""
    leads = [next(iter(auxiliaries(verb)), verb) for verb in (root, second)]
    tags = {lead.tag_ for lead in leads}
    if "VBP" in tags and "VBZ" not in tags:
        return "They"
    if "VBZ" in tags and "VBP" not in tags:
        return "It" if subject.pos_ in ("NOUN", "PROPN") and not is_several(subject) else ""
    return pronoun_for(subject, root) if subject.pos_ in ("NOUN", "PROPN") else ""


def _has_own_tense(link: Token, first: Token, second: Token) -> bool:
    """Tell whether the second verb says when and if for itself, and the first is whole without."""
    helps = [aux for aux in auxiliaries(second) if aux.i > link.i]
    lead = next(iter(helps), second)
    after = [t for t in link.doc[link.i + 1 : lead.i] if t not in second.children]
    conditions = {opener.lower_ for opener in trailing_conditions(second)}
    return (
        lead.tag_ in ("VBZ", "VBP", "MD")
        and not after
        and (comma_before(link) is not None or conditions <= STEPS)
        and (bool(helps) or not inner_adverbs(first))
        and not is_negated(first)
        and not has_clause(first, first.i, link.i)
        and not is_bare(first, link)
        and not any(token.lower_ in JOINED for token in link.doc[: link.i])
        and not any(t.dep_ == "conj" and is_verb(t) for t in second.children)
    )


def _with(link: Token, again: str) -> Change:
    said = again if link.lower_ == "and" else f"But {again[:1].lower()}{again[1:]}"
    gone = ("and",) if link.lower_ == "and" else ()
    edit = Edit(Span(end_before(link), end_of(link)), f". {said}")
    return Change((edit,), gone, again, tuple(again.lower().split()))


WAYS = (_second_verb, _new_subject, _long_subject)
