"""A list at the end of a sentence becomes lines with bullets: "Call us if you have: ...".

The items tile the end of the sentence: no word is lost or moved but the "and" or "or" before the
last, which a list does not need where it can mean one thing: "if A, or if B", "ask about A and B".
Nothing may stand behind the last item that could belong to all of them. The lines stay in their
block, so that every block of a rewrite is one of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed
from literacy.rewriting.clauses import is_verb, root_of, subject_of
from literacy.rewriting.naming import left, right
from literacy.rewriting.proof import Change, is_whole, long_sentences, offers
from literacy.rulebase.model import Rule

FEWEST = 3  # items
STEM = 3  # words before the list
JOINS = {"if": "or", "that": "and"}  # what a row of these is joined by to be a plain list
WORDS = 7  # of the whole list, fewer are as easy in a line
BULLET = "\n• "
OPENINGS = frozenset({"such", "including", "leading", "causing", "like"})
SHARED = frozenset(
    {"for", "in", "after", "before", "during", "on", "at", "within", "until", "without", "by"}
    | {"from", "with", "to", "since", "unless", "if", "when", "as", "because", "while", "which"}
)


def list_as_bullets(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield long sentences that end in a list of three things or more."""
    wanted = (
        (rule, sentence)
        for rule, sentence in long_sentences(parsed, rules, (" or ", " and "))
        if parsed.text(sentence).count(",") >= FEWEST - 2
    )
    return offers(parsed, wanted, _listed, parts=0)


def _listed(doc: Doc) -> Iterator[Change]:
    if any(token.text in (":", "(", "?", "•", "\n") for token in doc):
        return
    if not is_whole(doc):
        return
    yield from _clauses(doc)
    if not any(token.text == ";" for token in doc):
        yield from _things(doc)


def _clauses(doc: Doc) -> Iterator[Change]:
    """Yield the list of "if A, if B, or if C" at the end."""
    text = doc.text
    for word in JOINS:
        starts = [m.start() for m in re.finditer(rf"(?<=\s){word}\b", text)]
        if len(starts) < FEWEST or not re.match(r"\w+", text):
            continue
        gaps = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
        is_row = all(re.search(r"[,;] (?:and |or )?$| (?:and|or) $", gap) for gap in gaps[:-1])
        if (
            is_row
            and _joined_by(text, starts) == JOINS[word]
            and len(text[: starts[0]].split()) >= (1 if word == "that" else STEM)
        ):
            yield _as_lines(text, starts)


def _things(doc: Doc) -> Iterator[Change]:
    root = root_of(doc)
    for first in doc:
        items = _row(first)
        if len(items) < FEWEST or root is None or root.i > first.i or is_verb(first):
            continue
        if not _ends_the_sentence(doc, items) or not _stem_can_stand(doc, root, first):
            continue
        if not _is_worth_it(doc, items) or not _share_nothing(items):
            continue
        starts = [doc[_first_word(item)].idx for item in items]
        is_any = any(token.lower_ == "if" for token in doc[: first.i])
        if _joined_by(doc.text, starts) == "or" and not is_any:
            continue
        if starts == sorted(starts) and _is_tiled(doc, items):
            yield _as_lines(doc.text, starts)


def _row(first: Token) -> list[Token]:
    """Return the nouns of "A, B and C", where the parser hangs each on the one before."""
    if first.dep_ == "conj" or first.pos_ not in ("NOUN", "PROPN"):
        return []
    row = [first]
    while nouns := [t for t in row[-1].rights if t.dep_ == "conj"]:
        row.append(nouns[0])
        if len(nouns) > 1 or nouns[0].pos_ not in ("NOUN", "PROPN"):
            return []
    return row


def _is_worth_it(doc: Doc, items: list[Token]) -> bool:
    return sum(token.is_alpha for token in doc[_first_word(items[0]) :]) >= WORDS


def _share_nothing(items: list[Token]) -> bool:
    """Tell whether no word of the first item or of the last may belong to the others."""
    marked = [any(t.dep_ in ("det", "poss", "nummod") for t in item.lefts) for item in items]
    of = [any(t.lower_ == "of" for t in item.rights) for item in items]
    is_first_marked = marked[0] and not any(marked[1:])
    is_last_owned = of[-1] and not any(of[:-1]) and not any(marked)
    return not is_first_marked and not is_last_owned and items[0].lower_ not in ("other", "others")


def _first_word(item: Token) -> int:
    own = [t for t in item.lefts if t.dep_ not in ("cc", "punct")]
    return min([item.i, *(left(t) for t in own)])


def _ends_the_sentence(doc: Doc, items: list[Token]) -> bool:
    """Tell whether the last item ends the sentence and nothing behind it may belong to all."""
    last = items[-1]
    words = [t for t in doc if not t.is_punct]
    rest = doc[last.i + 1 :]
    return right(last) >= words[-1].i and not any(
        t.lower_ in SHARED or t.dep_ in ("relcl", "acl", "advcl") for t in rest
    )


def _stem_can_stand(doc: Doc, root: Token, first: Token) -> bool:
    start = _first_word(first)
    if any(t.tag_ in ("WDT", "WP") for t in doc[:start]) or _began_before(doc, root, start):
        return False
    if doc[start].lower_ in ("other", "others"):
        return False
    before = doc[start - 1] if start else None
    return (
        before is not None
        and before.lower_ not in (",", "(", "of", "between", "both", "either", "from", "and", "or")
        and start >= STEM
        and subject_of(root) != first
        and first.dep_ in ("dobj", "pobj", "attr")
    )


def _began_before(doc: Doc, root: Token, start: int) -> bool:
    """Tell whether a comma shows that the list may have begun before its first noun."""
    commas = [t.i for t in doc[root.i : start] if t.text == ","]
    if not commas:
        return False
    opening = doc[commas[-1] + 1 : start]
    return len(opening) > 2 or opening[0].lower_ not in OPENINGS if len(opening) else True


def _is_tiled(doc: Doc, items: list[Token]) -> bool:
    """Tell whether only a comma, "and" or "or" stands between two items."""
    for one, two in pairwise(items):
        gap = doc.text[: doc[_first_word(two)].idx]
        if not re.search(r"(?:,|,? and|,? or) $", gap) or one.i >= _first_word(two):
            return False
        inside = doc[_first_word(one) : _first_word(two)]
        if sum(t.text == "," or t.lower_ in ("and", "or") for t in inside) > 2:
            return False
    return all(doc[i].lower_ not in ("and", "or") for i in map(_first_word, items))


def _joined_by(text: str, starts: list[int]) -> str:
    """Return the "and" or "or" before the last item."""
    link = re.search(r"\b(and|or) $", text[: starts[-1]])
    return link[1] if link else ""


def _as_lines(text: str, starts: list[int]) -> Change:
    """Put each item on its line; its first word is in the edit, so that no edit ends in a space."""
    edits, gone = [], []
    for number, start in enumerate(starts):
        gap = re.search(r"[,;]? ?(?:\b(and|or))? ?$", text[:start])
        word = re.match(r"[^\s,;.]+", text[start:])
        assert gap is not None
        assert word is not None
        gone += [gap[1]] if gap[1] and number else []
        place = gap.start() if number else len(text[:start].rstrip(" ,"))
        opening = "" if number else ":"
        edits.append(Edit(Span(place, start + word.end()), opening + BULLET + word[0]))
    if text.endswith("."):
        edits.append(Edit(Span(len(text) - 1, len(text)), "\n"))
    return Change(tuple(edits), tuple(gone), is_list=True)


WAYS = (_listed,)
