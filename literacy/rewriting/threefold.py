"""Three clauses in a row become three sentences: "Do A, do B, and do C."

Only three commands, or three clauses with a subject each, and nothing before or behind them that
may belong to all three.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed
from literacy.rewriting.clauses import (
    capital,
    has_clause,
    has_front,
    is_command,
    is_finite,
    is_negated,
    is_verb,
    root_of,
    subject_of,
    trailing_conditions,
)
from literacy.rewriting.naming import end_of, left
from literacy.rewriting.proof import Change, long_sentences, offers
from literacy.rulebase.model import Rule


def split_three(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield long sentences of three clauses or commands with "and" before the last."""
    return offers(parsed, long_sentences(parsed, rules, (" and ",)), _three, parts=3)


def _three(doc: Doc) -> Iterator[Change]:
    first, second, third = _row(doc)
    if first is None or second is None or third is None or _joined(third) is not None:
        return
    if not is_verb(first) or has_front(first) or any(token.text in (":", ";") for token in doc):
        return
    starts = _start(first, second), _start(second, third)
    if None in starts or any(has_clause(verb, verb.i, third.i) for verb in (first, second)):
        return
    edits = tuple(_full_stop(doc, start) for start in starts if start is not None)
    links = tuple("and" for start in starts if start is not None and _link(start) is not None)
    if (
        len(links) == 1
        and _is_free(first, starts[0])
        and not any(True for _ in trailing_conditions(third))
    ):
        yield Change(edits, links)


def _row(doc: Doc) -> tuple[Token | None, Token | None, Token | None]:
    """Return three verbs in a row. The parser takes "A, B and C" as A told by B, too."""
    root = root_of(doc)
    if root is None:
        return None, None, None
    told = next((t for t in root.lefts if t.dep_ == "ccomp" and subject_of(t) is not None), None)
    if told is not None and is_finite(told):
        return told, root, _joined(root)
    second = _joined(root)
    return root, second, _joined(second) if second is not None else None


def _is_free(first: Token, start: Token | None) -> bool:
    """Tell whether the first "and" is not one of the first clause itself."""
    return start is not None and start.doc[start.i - 1].text == ","


def _joined(verb: Token) -> Token | None:
    return next((t for t in verb.rights if t.dep_ == "conj" and is_verb(t)), None)


def _start(before: Token, verb: Token) -> Token | None:
    """Return the first word of the clause of ``verb``, None where it cannot stand alone."""
    start = _opening(before, verb)
    if start is None or verb.doc[start.i - 1].lower_ not in (",", "and"):
        return None
    return start


def _opening(before: Token, verb: Token) -> Token | None:
    subject = subject_of(verb)
    if subject is not None and is_finite(verb) and subject_of(before) is not None:
        return verb.doc[left(subject)] if not is_negated(before) or before.i < subject.i else None
    if subject is not None or is_negated(before) or not _is_command_in_row(verb):
        return None
    start = verb.i
    while verb.doc[start - 1].pos_ == "ADV" and verb.doc[start - 1].head == verb:
        start -= 1
    return verb.doc[start]


def _is_command_in_row(verb: Token) -> bool:
    root = verb
    while root.dep_ == "conj":
        root = root.head
    return is_command(root) and verb.lower_ == verb.lemma_.lower() and verb.tag_ in ("VB", "VBP")


def _link(start: Token) -> Token | None:
    last = start.doc[start.i - 1]
    return last if last.lower_ == "and" else None


def _full_stop(doc: Doc, start: Token) -> Edit:
    """Put a full stop where "," or "and" or both stand before ``start``."""
    last = start.i - 1
    while doc[last].lower_ in (",", "and"):
        last -= 1
    return Edit(Span(end_of(doc[last]), end_of(start)), ". " + capital(start.text))


WAYS = (_three,)
