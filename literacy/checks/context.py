"""The surroundings of a hit: what a rule's ``when`` and ``unless`` ask about.

A hit is a candidate phrase with its sentence as spaCy sees it. Words are compared by lemma and as
written, in lower case; one of the listed words is enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from literacy.document import Block, Span
from literacy.parse import doc_of
from literacy.rulebase.compile import Candidate
from literacy.rulebase.model import Condition, Rule
from literacy.words.search import at_word_edges, folded

NEAR = 6  # tokens on either side
# Conditions that look at the text alone.
PLAIN = {"phrase", "block", "named-condition", "named-medicine", "quoted", "explained"}
OBJECTS = {"dobj", "obj", "nsubjpass", "attr", "oprd"}
SUBJECTS = {"nsubj", "csubj", "agent"}
SAME_POS = {"PROPN": "NOUN", "AUX": "VERB"}


@dataclass(frozen=True)
class Hit:
    """A candidate in its block and sentence, which is parsed when a condition asks."""

    candidate: Candidate
    block: Block
    text: str  # of the block
    sentence: Span  # in the block
    nlp: Language

    @property
    def sentence_text(self) -> str:
        return self.text[self.sentence.start : self.sentence.end]

    @property
    def doc(self) -> Doc:
        return doc_of(self.nlp, self.sentence_text)

    @property
    def tokens(self) -> SpacySpan | None:
        """The hit as spaCy sees it, widened to whole tokens."""
        at = self.candidate.span.shift(-self.sentence.start)
        return self.doc.char_span(at.start, at.end, alignment_mode="expand")

    @property
    def root(self) -> Token | None:
        return self.tokens.root if self.tokens is not None else None


def has_pos(hit: Hit, pos: str) -> bool:
    """Tell whether the hit's head word is of the part of speech ``pos``."""
    return hit.root is not None and _pos(hit.root) == pos


def asks_parse(rule: Rule) -> bool:
    """Tell whether ``rule`` has the parser see a sentence: to judge a hit, or to bend words."""
    find, conditions = rule.find, (*rule.when, *rule.unless)
    is_bent = bool(rule.say) and not (find and (find.exact or find.case or find.pattern))
    return is_bent or bool(find and find.pos) or any(one.kind not in PLAIN for one in conditions)


def holds(condition: Condition, hit: Hit) -> bool:
    """Tell whether one condition of a rule holds for a hit."""
    return TESTS[condition.kind](hit, condition.words)


def _pos(token: Token) -> str:
    return SAME_POS.get(token.pos_, token.pos_)


def _is_one_of(tokens: Iterable[Token], words: tuple[str, ...]) -> bool:
    return any(token.lemma_.lower() in words or token.lower_ in words for token in tokens)


def _object(hit: Hit, words: tuple[str, ...]) -> bool:
    return hit.root is not None and _is_one_of(_objects(hit.root), words)


def _objects(verb: Token) -> Iterator[Token]:
    heads = [child for child in verb.children if child.dep_ in OBJECTS]
    if verb.dep_ in ("acl", "relcl"):  # "the injection administered by the nurse"
        heads.append(verb.head)
    if not heads and verb.dep_ == "conj":  # "is checked and administered"
        heads = [child for child in verb.head.children if child.dep_ in OBJECTS]
    for head in heads:
        yield from _with_parts(head)


def _with_parts(noun: Token) -> Iterator[Token]:
    """Yield a noun, the nouns joined to it, and their compounds: "pain relief tablets or gel"."""
    for one in (noun, *noun.conjuncts):
        yield one
        yield from (child for child in one.children if child.dep_ in ("compound", "amod"))


def _subject(hit: Hit, words: tuple[str, ...]) -> bool:
    if hit.root is None:
        return False
    heads = [child for child in hit.root.children if child.dep_ in SUBJECTS]
    found = [part for head in heads for part in _with_parts(head)]
    return _is_one_of(found, words)


def _head(hit: Hit, words: tuple[str, ...]) -> bool:
    return (
        hit.root is not None
        and hit.root.head is not hit.root
        and _is_one_of([hit.root.head], words)
    )


def _child(hit: Hit, words: tuple[str, ...]) -> bool:
    return hit.root is not None and _is_one_of(hit.root.children, words)


def _beside(hit: Hit, words: tuple[str, ...], *, after: bool) -> bool:
    tokens = hit.tokens
    if tokens is None:
        return False
    at = tokens.end if after else tokens.start - 1
    if 0 <= at < len(hit.doc) and _is_one_of([hit.doc[at]], words):
        return True
    span, plain = hit.candidate.span, folded(hit.text)
    if after:
        rest = plain[span.end :].lstrip()
        return any(rest.startswith(word) and at_word_edges(rest, 0, len(word)) for word in words)
    head = plain[: span.start].rstrip()
    return any(
        head.endswith(word) and at_word_edges(head, len(head) - len(word), len(head))
        for word in words
    )


def _near(hit: Hit, words: tuple[str, ...]) -> bool:
    tokens = hit.tokens
    if tokens is None:
        return False
    window = hit.doc[max(0, tokens.start - NEAR) : tokens.end + NEAR]
    around = [token for token in window if not tokens.start <= token.i < tokens.end]
    return _is_one_of(around, words)


def _sentence(hit: Hit, words: tuple[str, ...]) -> bool:
    if _is_one_of(hit.doc, words):
        return True
    plain = folded(hit.text[hit.sentence.start : hit.sentence.end])
    return any(" " in word and word in plain for word in words)


def _phrase(hit: Hit, words: tuple[str, ...]) -> bool:
    plain = folded(hit.text)
    span = hit.candidate.span
    return any(place.covers(span) for word in words for place in _places(folded(word), plain, span))


def _places(word: str, plain: str, near: Span) -> Iterator[Span]:
    """Yield the places of ``word`` that can hold ``near``: nothing farther away is looked at."""
    # A phrase to leave alone also stands in the plural.
    reach = len(word) + 1
    pattern = re.compile(rf"{re.escape(word)}s?")
    for match in pattern.finditer(plain, max(0, near.end - reach), near.start + reach):
        if at_word_edges(plain, *match.span()):
            yield Span(*match.span())


def _block(hit: Hit, words: tuple[str, ...]) -> bool:
    return hit.block.kind.value in words


TESTS: dict[str, Callable[[Hit, tuple[str, ...]], bool]] = {
    "object": _object,
    "subject": _subject,
    "head": _head,
    "child": _child,
    "before": lambda hit, words: _beside(hit, words, after=False),
    "after": lambda hit, words: _beside(hit, words, after=True),
    "near": _near,
    "sentence": _sentence,
    "phrase": _phrase,
    "pos": lambda hit, words: hit.root is not None and _pos(hit.root) in words,
    "dep": lambda hit, words: hit.root is not None and hit.root.dep_ in words,
    "block": _block,
}
