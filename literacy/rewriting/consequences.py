"""Two things that follow from one condition become lines: "If it comes out: press on it, phone us".

Cut into two sentences, the second would lose its "if". Under one they both keep it, and nothing has
to be said twice but a short subject. The parser must agree that each line is a clause of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed
from literacy.rewriting.clauses import (
    CONDITIONS,
    auxiliaries,
    capital,
    is_command,
    is_finite,
    is_main,
    is_verb,
    repeated_subject,
    subject_of,
)
from literacy.rewriting.naming import left, lower_first
from literacy.rewriting.proof import Change, is_whole, long_sentences, offers
from literacy.rulebase.model import Rule
from literacy.words.segment import word_count

FRONTS = frozenset(
    {"if", "when", "once", "where", "during", "after", "before", "following", "for", "in", "at"}
    | {"on", "unless", "until", "while", "should", "within", "from", "throughout"}
)
BETWEEN = frozenset({"also", "then", "therefore", "please", "usually", "generally", "will"})
FEWEST, LONGEST_FRONT = 3, 15  # words of a line; words before the lines


@dataclass(frozen=True, slots=True)
class _Pair:
    """Where the first clause begins, where its link stands, and the subject to say again."""

    front: int
    link: Token
    again: str


def list_of_consequences(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield "If A, B and C": "If A:" and a line each for B and C."""
    wanted = list(long_sentences(parsed, rules, (" and ",)))
    for _, sentence in wanted:
        parsed.expect(t for pair in _pairs(parsed.doc(sentence)) for t in _trials(pair))

    def changes(doc: Doc) -> Iterator[Change]:
        for pair in _pairs(doc):
            if all(map(is_whole, map(parsed.doc_of, _trials(pair)))):
                yield _lines(pair)

    return offers(parsed, wanted, changes, parts=0)


def _pairs(doc: Doc) -> Iterator[_Pair]:
    if any(token.text in (":", ";", "?", "•", "\n") for token in doc) or len(doc) < 8:
        return
    if doc[0].lower_ not in FRONTS:
        return
    links = [t for t in doc if t.lower_ == "and" and t.dep_ == "cc" and is_verb(t.head)]
    joining = [t for t in links if is_main(t.head) and t.head.i < t.i]
    if len(joining) != 1:
        return
    link, first = joining[0], joining[0].head
    second = next((t for t in first.rights if t.dep_ == "conj" and t.i > link.i), None)
    start = _start(first)
    if second is None or not is_verb(second) or not _has_front(doc, start, first):
        return
    again = _again(first, second, link)
    if again is not None and _is_free(second, link):
        yield _Pair(start, link, again)


def _start(first: Token) -> int:
    """Return the number of the first word of the clause of ``first``."""
    subject = subject_of(first)
    start = left(subject) if subject is not None else first.i
    helps = [t.i for t in auxiliaries(first)]
    start = min([start, *helps])
    while start and first.doc[start - 1].lower_ in BETWEEN:
        start -= 1
    return start


def _has_front(doc: Doc, start: int, first: Token) -> bool:
    """Tell whether one condition or time stands before the first clause, and nothing else."""
    front = doc[:start]
    return (
        3 <= word_count(front.text) <= LONGEST_FRONT
        and (front[-1].text == "," or doc[0].lower_ in CONDITIONS)
        and all(t == first or first.is_ancestor(t) for t in front if not t.is_punct)
        and not any(t.dep_ == "conj" and is_main(t) for t in front)
    )


def _again(first: Token, second: Token, link: Token) -> str | None:
    """Return what to say before the second verb, nothing for a command; None: it cannot stand."""
    own, subject = subject_of(second), subject_of(first)
    if own is not None:
        return "" if own.i > link.i and is_finite(second) and subject is not None else None
    if subject is None:
        return "" if is_command(first) and second.lower_ == second.lemma_.lower() else None
    helps = [aux for aux in auxiliaries(second) if aux.i > link.i]
    if not helps or helps[0].tag_ not in ("MD", "VBZ", "VBP") or not repeated_subject(subject):
        return None
    return lower_first(first.doc[left(subject)], repeated_subject(subject))


def _is_free(second: Token, link: Token) -> bool:
    """Tell whether the second clause has no condition in front of its own."""
    after, rest = link.nbor(), link.doc[link.i :]
    has_help = any(t.tag_ in ("MD", "VBZ", "VBP", "VB") for t in (second, *auxiliaries(second)))
    return (
        has_help
        and not any(t.lower_ == "but" for t in rest)
        and after.lower_ not in CONDITIONS
        and after.text != ","
        and after.tag_ not in ("IN", "WDT", "WP")
        and not any(t.dep_ == "conj" and is_verb(t) for t in second.children)
    )


def _texts(pair: _Pair) -> tuple[str, str]:
    doc, link = pair.link.doc, pair.link
    first = doc.text[doc[pair.front].idx : link.idx].rstrip(" ,")
    second = doc.text[link.nbor().idx :].rstrip(".")
    return first, f"{pair.again} {second}".strip()


def _trials(pair: _Pair) -> tuple[str, ...]:
    texts = _texts(pair)
    is_long = all(word_count(text) >= FEWEST for text in texts)
    return tuple(capital(text) + "." for text in texts) if is_long else ("No.",)


def _lines(pair: _Pair) -> Change:
    """Put each clause on its line, with its first word in the edit: none ends in a space."""
    doc, link = pair.link.doc, pair.link
    start, after = doc[pair.front], link.nbor()
    last = doc[pair.front - 1]
    opening = last.idx + (0 if last.text == "," else len(last))
    said = f"{pair.again} {after.text}".strip()
    before = doc[link.i - 1]
    end = before.idx if before.text == "," else before.idx + len(before)
    edits = [
        Edit(Span(opening, start.idx + len(start)), f":\n• {start.text}"),
        Edit(Span(end, after.idx + len(after)), f"\n• {said}"),
    ]
    if doc.text.endswith("."):
        edits.append(Edit(Span(len(doc.text) - 1, len(doc.text)), "\n"))
    return Change(tuple(edits), ("and",), pair.again, is_list=True)
