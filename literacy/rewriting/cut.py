"""Where a person may cut a long sentence for which no rewrite was proved.

Not a rewrite: a mark at the word where two ideas meet, for Easy Read. A sentence that can be
divided has its proposal and needs no mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Finding
from literacy.parse import Parsed, Sentence
from literacy.rewriting import (
    bullets,
    pairs,
    reasons,
    relatives,
    restructure,
    rows,
    split,
    threefold,
)
from literacy.rewriting.clauses import is_verb
from literacy.rewriting.proof import is_offered, long_sentences
from literacy.rulebase.model import Rule

WAYS = (
    *((find, 2) for find in (*split.WAYS, *restructure.WAYS, *pairs.WAYS)),
    *((find, 2) for find in (*reasons.WAYS, *relatives.WAYS)),
    *((find, 3) for find in threefold.WAYS),
    *((find, 0) for find in bullets.WAYS),
)
CLAUSES = frozenset({"advcl", "relcl", "ccomp", "acl", "conj"})
SIDE = 4  # words left on either side, if there can be


def where_to_cut(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield long sentences that no rewrite divides, marked at the best place to cut."""
    for rule, sentence in long_sentences(parsed, rules, (" ",)):
        doc = parsed.doc(sentence)
        place = None if _can_be_divided(parsed, sentence) else cutting_place(doc)
        if place is not None:
            yield rule.finding(parsed.document, place.shift(sentence.span.start))


def _can_be_divided(parsed: Parsed, sentence: Sentence) -> bool:
    is_divided = any(is_offered(parsed, sentence, find, parts) for find, parts in WAYS)
    return is_divided or rows.is_listed(parsed, sentence)


def cutting_place(doc: Doc) -> Span | None:
    """Return the linking word nearest to the middle, of the strongest kind that there is."""
    inside = doc[SIDE : len(doc) - SIDE]
    for is_link in (_ends_a_part, _joins_clauses, _joins_words, _is_comma, _is_preposition):
        links = [token for token in inside if is_link(token)]
        if links:
            best = min(links, key=lambda token: (abs(2 * token.i - len(doc)), token.i))
            return Span(best.idx, best.idx + len(best))
    return None


def _joins_clauses(token: Token) -> bool:
    if token.text == ";" or token.tag_ in ("WDT", "WP", "WRB"):
        return True
    if token.dep_ == "cc":
        return is_verb(token.head)
    return token.dep_ == "mark" and token.head.dep_ in CLAUSES


def _ends_a_part(token: Token) -> bool:
    """Tell whether a comma stands before the link: the writer paused there too."""
    return token.text == ";" or (_joins_clauses(token) and token.nbor(-1).text == ",")


def _joins_words(token: Token) -> bool:
    return token.dep_ == "cc"


def _is_comma(token: Token) -> bool:
    return token.text in (",", ":", "(")


def _is_preposition(token: Token) -> bool:
    return token.dep_ == "prep" and is_verb(token.head)
