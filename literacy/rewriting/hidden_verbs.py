"""A verb hidden in a noun comes out: "carry out an assessment of your needs" is "assess".

The rule base has the phrases that are always said alike; here the parser finds the noun, so that
the passive ("An assessment of your needs will be carried out") and any tense are found too.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed
from literacy.rewriting.clauses import auxiliaries, capital
from literacy.rewriting.naming import end_of, is_several, left, right
from literacy.rewriting.proof import Change, long_sentences, offers
from literacy.rulebase.model import Rule
from literacy.words.inflect import inflect

LIGHT = frozenset({"carry", "perform", "conduct", "undertake", "do", "make", "provide", "give"})
VERBS = {
    "assessment": "assess",
    "examination": "examine",
    "measurement": "measure",
    "inspection": "inspect",
    "evaluation": "evaluate",
    "investigation": "investigate",
    "review": "review",
    "check": "check",
    "calculation": "calculate",
    "recording": "record",
    "analysis": "analyse",
    "removal": "remove",
    "replacement": "replace",
    "repair": "repair",
    "monitoring": "monitor",
    "description": "describe",
    "explanation": "explain",
    "study": "study",
    "treatment": "treat",
    "insertion": "insert",
    "cleaning": "clean",
    "drainage": "drain",
    "diagnosis": "diagnose",
}


def hidden_verb(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield light verbs with a noun that hides the real one, active and passive."""
    wanted = long_sentences(parsed, rules, tuple(f"{noun} of " for noun in VERBS))
    return offers(parsed, wanted, _hidden, parts=1)


def _hidden(doc: Doc) -> Iterator[Change]:
    for noun in doc[:-2]:
        verb, of = noun.head, noun.nbor()
        if noun.lower_ not in VERBS or of.lower_ != "of" or of.head != noun:
            continue
        if verb.lemma_.lower() not in LIGHT or not _is_bare(noun, of):
            continue
        if noun.dep_ == "dobj" and verb.i < noun.i:
            yield from _active(verb, noun, of)
        elif noun.dep_ == "nsubjpass":
            yield from _passive(verb, noun, of)


def _is_bare(noun: Token, of: Token) -> bool:
    """Tell whether only an article stands before the noun, and only "of" behind it."""
    before = [t.lower_ for t in noun.lefts]
    return before in ([], ["a"], ["an"], ["the"]) and list(noun.rights) == [of]


def _particle(verb: Token) -> Token | None:
    return next((t for t in verb.rights if t.dep_ == "prt" and t.lower_ == "out"), None)


def _active(verb: Token, noun: Token, of: Token) -> Iterator[Change]:
    particle = _particle(verb)
    last = particle or verb
    if (verb.lemma_.lower() == "carry") != (particle is not None) or left(noun) != last.i + 1:
        return
    plain = inflect(VERBS[noun.lower_], verb.tag_)
    said = capital(plain) if verb.text[0].isupper() else plain
    words = [t.lower_ for t in verb.doc[verb.i : of.i + 1]]
    yield Change((Edit(Span(verb.idx, end_of(of)), said),), tuple(words), "", (plain,))


def _passive(verb: Token, noun: Token, of: Token) -> Iterator[Change]:
    thing = next((t for t in of.children if t.dep_ == "pobj"), None)
    helps, particle, doc = auxiliaries(verb), _particle(verb), verb.doc
    if thing is None or not helps or verb.tag_ != "VBN" or right(noun) + 1 != helps[0].i:
        return
    is_plural = is_several(thing)
    if (verb.lemma_.lower() == "carry") != (particle is not None):
        return
    if is_plural and helps[0].lower_ in ("is", "was", "has"):
        return  # "an assessment of your needs is"
    first, start = doc[left(noun)], of.nbor()
    end = end_of(particle) if particle is not None and particle.i == verb.i + 1 else end_of(verb)
    if particle is not None and particle.i != verb.i + 1:
        return
    opening = capital(start.text) if first.i == 0 else start.text
    plain = inflect(VERBS[noun.lower_], "VBN")
    edits = (
        Edit(Span(first.idx, end_of(start)), opening),
        Edit(Span(verb.idx, end), plain),
    )
    gone = [t.lower_ for t in doc[first.i : start.i]] + [verb.lower_, "out"]
    yield Change(edits, tuple(gone), "", (plain,))
