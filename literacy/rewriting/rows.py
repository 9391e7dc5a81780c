"""A row of things in a sentence becomes lines: "You must not: drive, swim ...", "Call us if: ...".

The parser gets lost in long rows, so the commas say where the items are, and the parser must agree
with each of them alone: "You must not drive.", "You must not swim.". No word is lost but the "and"
or "or" before the last line. Nothing may stand behind the row that could belong to all of it, and
the first item may hold no word that the others share.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed, Sentence
from literacy.rewriting.clauses import auxiliaries, is_verb, subject_of
from literacy.rewriting.enumerations import (
    ASKING,
    DENIED,
    Row,
    end_before_link,
    link_before,
    rows_in,
)
from literacy.rewriting.proof import Change, is_whole, long_sentences, offers
from literacy.rulebase.model import Rule

BULLET = "\n• "
ALONE = frozenset(
    {"drive", "cycle", "swim", "smoke", "collapse", "faint", "vomit", "cough", "sneeze", "fall"}
    | {
        "sleep",
        "rest",
        "walk",
        "run",
        "exercise",
        "bend",
        "kneel",
        "stretch",
        "dive",
        "jog",
        "bleed",
    }
)
TENSED = {"VB": "VB", "VBP": "VB", "VBZ": "VB", "MD": "VB"}
BEHIND = frozenset(
    {"dobj", "prep", "prt", "acomp", "attr", "xcomp", "ccomp", "oprd", "advmod", "dative", "agent"}
)
ROLES = (
    frozenset({"dobj", "oprd", "xcomp"}),
    frozenset({"pobj", "pcomp"}),
    frozenset({"attr", "acomp"}),
    frozenset({"ccomp", "dobj"}),
)


def list_of_actions(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield long sentences that end in three things or more, done or named."""
    return _found(parsed, rules, is_turned=False)


def list_of_signs(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield "If you have A, B or C, do D": "Do D if you have:" and a line for each."""
    return _found(parsed, rules, is_turned=True)


def is_listed(parsed: Parsed, sentence: Sentence) -> bool:
    """Tell whether the sentence holds a row that is proved."""
    text = parsed.text(sentence)
    return any(
        _is_proved(parsed, text, row) for turned in (False, True) for row in rows_in(text, turned)
    )


def _found(parsed: Parsed, rules: tuple[Rule, ...], *, is_turned: bool) -> Iterator[Finding]:
    wanted = list(long_sentences(parsed, rules, (" or ", " and ")))
    rows = {parsed.text(s): rows_in(parsed.text(s), is_turned) for _, s in wanted}
    parsed.expect(
        trial for text, found in rows.items() for row in found for trial in row.trials(text)
    )

    def changes(doc: Doc) -> Iterator[Change]:
        text = doc.text
        fit = [row for row in rows.get(text, ()) if not _reaches_on(doc, row.items(text), row)]
        proved = [row for row in fit if _is_proved(parsed, text, row)]
        done = [row for row in proved if row.is_done]
        named = [row for row in proved if not any(_has_verb(parsed, text, one) for one in fit)]
        if found := done or named:
            yield (_turned(text, found[0]) if is_turned else _lines(text, found[0]))

    return offers(parsed, wanted, changes, parts=0)


def _reaches_on(doc: Doc, items: tuple[str, ...], row: Row) -> bool:
    """Tell whether an item ends in a word for a noun of the next: "red, itchy skin"."""
    words = {start for start, item in zip(row.starts, items, strict=True) if " " not in item}
    return any(
        t.dep_ == "amod" and t.pos_ == "ADJ" and t.head.i > t.i + 1 for t in doc if t.idx in words
    )


def _is_proved(parsed: Parsed, text: str, row: Row) -> bool:
    """Tell whether the parser reads the clause with each item alone as it reads the first."""
    docs = [parsed.doc_of(trial) for trial in row.trials(text)]
    start = len(row.lead(text))
    found = [_head(d, start, len(i)) for d, i in zip(docs, row.items(text), strict=True)]
    heads = [head for head in found if head is not None]
    if len(heads) < len(docs) or not all(is_whole(doc) for doc in docs):
        return False
    if row.is_done:
        has_own = {(subject := subject_of(h)) is not None and subject.idx >= start for h in heads}
        is_row = len({h.dep_ for h in heads}) == 1 and has_own == {row.is_clause}
        return is_row and all(map(_opens(start), heads)) and _same(heads)
    return (
        any({head.dep_ for head in heads} <= roles for roles in ROLES)
        and len({head.head.i for head in heads}) == 1
        and not _shares(heads)
        and all(map(_is_named, heads))
    )


def _has_verb(parsed: Parsed, text: str, row: Row) -> bool:
    """Tell whether an item but the first may be something done: "wear a hat, use a cream"."""
    start, items = len(row.lead(text)), row.items(text)
    docs = [parsed.doc_of(trial) for trial in row.trials(text)]
    heads = [_head(d, start, len(i)) for d, i in zip(docs, items, strict=True)][1:]
    return row.is_done and any(
        head is not None
        and is_whole(head.doc)
        and _opens(start)(head)
        and any(t.dep_ == "dobj" for t in head.rights)
        for head in heads
    )


def _head(doc: Doc, start: int, length: int) -> Token | None:
    """Return the word that the rest of the item hangs on."""
    inside = [t for t in doc if start <= t.idx < start + length]
    heads = [t for t in inside if t.head not in inside or t.dep_ == "ROOT"]
    return heads[0] if len(heads) == 1 else None


def _is_named(head: Token) -> bool:
    """Tell whether the item names a thing, or asks: "what can be done"."""
    if head.pos_ == "ADJ" and head.dep_ not in ("attr", "acomp"):
        return False
    is_asked = any(ASKING.match(t.text) for t in head.subtree)
    return not is_verb(head) or head.tag_ == "VBG" or is_asked


def _opens(start: int) -> Callable[[Token], bool]:
    """Return whether an item begins with its verb, or with its "to"."""

    def is_opened(head: Token) -> bool:
        opening = min((t for t in head.subtree if t.idx >= start), key=lambda t: t.i)
        return (
            is_verb(head)
            and opening.idx == start
            and (opening in (head, *auxiliaries(head)) or _is_subject(opening, head))
            and head.dep_ in ("ROOT", "xcomp", "ccomp", "advcl", "conj")
            and (head.dep_ != "conj" or subject_of(head) is not None)
        )

    return is_opened


def _is_subject(opening: Token, head: Token) -> bool:
    subject = subject_of(head)
    return subject is not None and opening in subject.subtree


def _same(heads: list[Token]) -> bool:
    """Tell whether the verbs are of one form, and each says all that it has to say."""
    forms = {TENSED.get(_lead(head).tag_, _lead(head).tag_) for head in heads}
    return len(forms) == 1 and all(map(_is_filled, heads))


def _lead(verb: Token) -> Token:
    return next((t for t in auxiliaries(verb) if t.tag_ != "TO"), verb)


def _is_filled(head: Token) -> bool:
    """Tell whether nothing is missing behind the verb: in "wash and dry the leg" it is."""
    return head.lemma_.lower() in ALONE or any(t.dep_ in BEHIND for t in head.rights)


def _shares(heads: list[Token]) -> bool:
    """Tell whether "a", "your" or a quality before the first may be meant of all."""
    marked = [any(t.dep_ in ("det", "poss", "nummod") for t in h.lefts) for h in heads]
    qualified = [any(t.dep_ == "amod" for t in h.lefts) for h in heads]
    return (marked[0] and not any(marked[1:])) or (
        qualified[0] and not any(qualified[1:]) and not any(marked[1:])
    )


def _lines(text: str, row: Row) -> Change:
    """Put each item on its line; its first word is in the edit, so that no edit ends in a space."""
    link, gone, edits = link_before(text, row.starts[-1]), [], []
    stays = link == "or" and not (
        DENIED.search(row.stem(text)) or re.search(r"(?i)\bif\b", row.stem(text))
    )
    for number, start in enumerate(row.starts):
        word = re.match(r"[^\s,;.]+", text[start:])
        assert word is not None
        is_last = start == row.starts[-1]
        place = end_before_link(text, start) if number else len(text[:start].rstrip())
        kept = f"{link} " if is_last and stays else ""
        edits.append(
            Edit(Span(place, start + word.end()), ("" if number else ":") + BULLET + kept + word[0])
        )
    if not stays:
        gone.append(link)
    if text.endswith("."):
        edits.append(Edit(Span(len(text) - 1, len(text)), "\n"))
    return Change(tuple(edits), tuple(gone), is_list=True)


def _turned(text: str, row: Row) -> Change:
    """Put what to do before the "if" that opens the sentence, and the lines at the end."""
    change = _lines(text, row)
    main = text[row.end + 2 :].rstrip(".")
    word = text.split(" ", 1)[0]
    opening = Edit(Span(0, len(word)), main[:1].upper() + main[1:] + " " + word.lower())
    closing = Edit(Span(row.end, len(text)), "\n")
    edits = (opening, *(e for e in change.edits if e.span.end <= row.end), closing)
    return Change(edits, change.dropped, is_list=True)
