"""Clauses hung on the end of a sentence become sentences.

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
    has_clause,
    has_front,
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


def split_definition(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield "X is a medicine that lowers ...": "It lowers ..." makes a second sentence."""
    return _found(parsed, rules, ("that",), _definition)


def split_examples(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield ", such as A, B and C." at the end of a sentence: "Examples are A, B and C."."""
    return _found(parsed, rules, ("such as",), _examples)


def split_effect(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield ", causing A." at the end of a sentence: "This causes A."."""
    return _found(parsed, rules, tuple(EFFECTS), _effect)


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


WAYS = (_definition, _examples, _effect)
