"""Reasons, aims and results at the end of a long sentence, each as a sentence with its link.

``split`` takes the plain cases of "because" and "so". These are the links of formal leaflets:
", since", ", as", ", therefore", "in order to", ", affecting 1 in 10". What stood before them may
begin with a condition: "This is because" then gives the reason for the advice as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed
from literacy.rewriting.clauses import (
    auxiliaries,
    capital,
    end_before,
    has_clause,
    has_front,
    has_second_half,
    is_finite,
    is_main,
    is_negated,
    root_of,
    subject_of,
)
from literacy.rewriting.naming import PERSONS, end_of, pronoun_for, right
from literacy.rewriting.proof import Change, long_sentences, offers
from literacy.rewriting.split import reason
from literacy.rulebase.model import Rule
from literacy.words.inflect import inflect

RESULT = re.compile(r"[,;] (?:and )?(therefore|consequently|hence|thus|for this reason),? (?=\w)")
FRONTS = ("if", "when", "unless", "should", "where", "although", "because", "once")
SAYING = frozenset({"see", "say", "know", "mention", "describe", "explain", "show", "read", "want"})
# Doing these has an aim of its own: "We take blood. This is to look for infection."
ACTIVITIES = frozenset(
    {"apply", "insert", "measure", "perform", "take", "inject", "check", "attach", "remove", "use"}
    | {"prescribe", "wear", "place", "pass", "collect", "test", "clean", "cover", "monitor", "add"}
    | {"drink", "obtain", "carry", "examine", "give"}
)
AIMS = {
    "in order to": "This is to",
    "in order that": "This is so that",
    "so that": "This is so that",
}
HAPPENING = frozenset({"affecting", "occurring", "lasting", "ranging"})


def split_since(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield ", since", ", as" and ", because" with a reason: "This is because" starts it."""
    return offers(
        parsed, long_sentences(parsed, rules, (", since ", ", as ", ", because ")), _since
    )


def split_therefore(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield ", therefore" and ", for this reason" between two clauses."""
    signs = ("therefore", "consequently", "hence", "thus", "for this reason")
    return offers(parsed, long_sentences(parsed, rules, signs), _therefore)


def split_aim(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield an aim at the end: "This is to" or "This is so that" starts it."""
    return offers(parsed, long_sentences(parsed, rules, (" to ", *AIMS)), _aim)


def split_happening(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield ", affecting" and ", occurring in": "It affects" makes a second sentence."""
    return offers(parsed, long_sentences(parsed, rules, tuple(HAPPENING)), _happening)


def _since(doc: Doc) -> Iterator[Change]:
    done = {change.span.start for change in reason(doc)}
    yield from (change for change in _reasons(doc) if change.span.start not in done)
    for match in re.finditer(r", because of (?=\w)", doc.text):
        edit = Edit(Span(match.start(), match.end() - 1), ". This is because of")
        yield Change((edit,), (), "", ("this", "is"))


def _reasons(doc: Doc) -> Iterator[Change]:
    for link in doc[4:-3]:
        if link.lower_ not in ("since", "as", "because") or link.dep_ != "mark":
            continue
        verb, comma = link.head, doc[link.i - 1]
        if comma.text != "," or verb.dep_ != "advcl" or not _gives_reason(link, verb):
            continue
        main = verb.head
        if main.i > link.i or not is_main(main) or has_second_half(main, link.i):
            continue
        if any(token.text in (":", ";") for token in doc):
            continue
        span = Span(end_before(link), end_of(link))
        gone = (link.lower_,)
        yield Change((Edit(span, ". This is because"),), gone, "", ("this", "is", "because"))


def _gives_reason(link: Token, verb: Token) -> bool:
    """Tell whether "as" or "since" gives a reason here, not a time or a way."""
    subject = subject_of(verb)
    if subject is None or not is_finite(verb) or subject.i < link.i:
        return False
    lead = next(iter(auxiliaries(verb)), verb)
    if link.lower_ != "because" and (lead.tag_ == "VBD" or verb.lemma_.lower() in SAYING):
        return False
    return link.nbor().lower_ not in ("if", "though", "well", "far", "long", "soon", "such", "this")


def _therefore(doc: Doc) -> Iterator[Change]:
    for match in RESULT.finditer(doc.text):
        if doc[0].lower_ in FRONTS and "," not in doc.text[: match.start()]:
            continue
        if doc.text[match.end() :].startswith("the name"):
            continue  # "hence the name" has no verb
        gone = ("and",) if " and " in match[0] else ()
        span = Span(match.start(), match.end(1))
        yield Change((Edit(span, f". {capital(match[1])}"),), gone)


def _aim(doc: Doc) -> Iterator[Change]:
    root = root_of(doc)
    if root is None or is_negated(root) or has_second_half(root, 0):
        return
    for start, said in _aims(doc, root):
        if has_front(root) and said != "so that":
            continue
        if start.i < root.i + 2 or has_clause(root, root.i, start.i):
            continue
        opening = AIMS.get(said, "This is to")
        if root.tag_ == "VBD" or any(aux.lower_ in ("was", "were") for aux in auxiliaries(root)):
            opening = opening.replace(" is ", " was ")
        edit = Edit(Span(end_before(start), start.idx + len(said)), f". {opening}")
        yield Change((edit,), tuple(said.split()), "", tuple(opening.lower().split()))


def _aims(doc: Doc, root: Token) -> Iterator[tuple[Token, str]]:
    """Yield the first word of each aim with the words that say that it is one."""
    if any(token.text in (":", ";") for token in doc):
        return
    for token in doc[3:-3]:
        said = next((aim for aim in AIMS if doc.text[token.idx :].startswith(aim + " ")), "")
        if said and (said.startswith("in") or _is_done_by_someone(root)):
            yield token, said
        verb = token.head
        if token.lower_ == "to" and verb.dep_ == "advcl" and verb.head == root:
            is_last = right(verb) >= len(doc) - 2
            if is_last and root.lemma_.lower() in ACTIVITIES and token.nbor(-1).lower_ != "order":
                yield token, "to"


def _is_done_by_someone(root: Token) -> bool:
    """Tell whether "so that" gives an aim, not a result: things have no aims."""
    subject = subject_of(root)
    return (
        subject is None
        or subject.dep_ == "nsubjpass"
        or subject.lower_ in ("we", "you", "i")
        or subject.lemma_.lower() in PERSONS
    )


def _happening(doc: Doc) -> Iterator[Change]:
    root = root_of(doc)
    subject = subject_of(root) if root is not None else None
    if root is None or subject is None or has_front(root) or is_negated(root):
        return
    again = pronoun_for(subject, root)
    for word in doc[4:-2]:
        if word.lower_ not in HAPPENING or word.nbor(-1).text != "," or not again:
            continue
        if has_clause(root, root.i, word.i - 1) or not _is_present(root) or word.i < root.i:
            continue
        verb = inflect(word.lemma_.lower(), "VBZ") if again == "It" else word.lemma_.lower()
        span = Span(word.nbor(-1).idx, end_of(word))
        change = (word.lower_,), "", (again.lower(), verb)
        yield Change((Edit(span, f". {again} {verb}"),), *change)


def _is_present(root: Token) -> bool:
    lead = next(iter(auxiliaries(root)), root)
    return lead.tag_ in ("VBZ", "VBP")


WAYS = (_since, _therefore, _aim, _happening)
