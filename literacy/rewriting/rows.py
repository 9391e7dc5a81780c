"""A row of things in a sentence becomes lines: "You must not: drive, swim ...", "Call us if: ...".

The parser gets lost in long rows, so the commas say where the items are, and the parser must agree
with each of them alone: "You must not drive.", "You must not swim.". No word is lost but the "and"
or "or" before the last line. Nothing may stand behind the row that could belong to all of it, and
the first item may hold no word that the others share.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed, Sentence
from literacy.rewriting.clauses import AUXILIARIES, capital, is_verb, subject_of
from literacy.rewriting.proof import Change, is_whole, long_sentences, offers
from literacy.rulebase.model import Rule

FEWEST, LONGEST, LEAD = 3, 14, 15  # items; words of an item; words before the lines
FEWEST_WORDS = 5  # of all items
BULLET = "\n• "
WHO = (
    r"(?:you|we|they|your (?:child|baby|wound|skin|leg|arm|hand|relative)"
    r"|(?:the|a) (?:person|patient|child|wound))"
)
MODAL = r"(?:must|should|can|may|might|will|could|cannot|do)"
DOING = re.compile(rf"(?i)\b{MODAL}(?: not| never| also| usually| only)?(?: be)? (?=\w)")
BEING = re.compile(rf"(?i)\b(?:if|when) {WHO} (?=\w)")
AIMING = re.compile(r"\b\w+ (?=to \w)")
HAVING = re.compile(
    r"(?i)\b(?:have|has|develops?|notices?|experiences?|gets?|sees?|feels?|includes?|comprises?"
    r"|are|causes?|avoid|brings?|contains?|involves?|needs?|detects?|observes?|suffers? from"
    r"|wear|reduces?|increases?|checks?|eat|drink|use|about|offered|measures?|damages?|affects?"
    r"|describes?|explains?|outlines?|lists?) (?=[\w’'])"
)
# What stands at the end may be said of every item: a time or a condition, and other words.
OVERALL = re.compile(
    r"(?i)\b(?:for|after|before|during|within|until|without|since|unless|if|when|as|because|while"
    r"|which|who|so|following|every|each|where|daily|together|at once|straight away|immediately"
    r"|again|regularly|often|at the same time|too|only)\b"
)
LOOSE = re.compile(r"(?i)\b(?:in|on|at|by|from|with|of|to|through|that|affecting|caused|needing)\b")
OWNING = re.compile(
    r"(?i)\b(?:consumption|use|loss|lack|removal|history|shortness|intake|sense|feelings?|risk"
    r"|amount|number|type|inability|ability|need|part|dysfunction|difficulty|trouble)"
    r" (?:of|to|from|with|in)\b"
)
ASKING = re.compile(r"(?i)(?:how|what|who|when|where|why|which|whether)\b")
CROWDED = re.compile(r"\([^)]*(?:,|\band\b|\bor\b)|\([^)]*$")
DENIED = re.compile(r"(?i)\b(?:not|never|avoid|cannot|no|without)\b")
# These point back, to a condition that would then stand behind them.
BACK = re.compile(
    r"(?i)\b(?:it|its|this|that|they|them|their|these|those|he|she|him|her|his|one|then|such|which"
    r"|if|when|unless|until|so|because|as|since|while|before|after|either|both|other|also)\b|[,;:]"
)


ALONE = frozenset(
    {"drive", "cycle", "swim", "smoke", "collapse", "faint", "vomit", "cough", "sneeze", "fall"}
    | {"sleep", "rest", "walk", "run", "exercise", "be", "go", "feel", "become", "dive", "jog"}
)
# An item that begins so is no item.
UNFIT = re.compile(
    r"(?i)(?:and|or|but|not|nor|then|so|which|both|either|others?|such|also|for|with|if|when|by|in"
    r"|because|as|especially|particularly|usually|including|namely)\b"
)
ROLES = (
    frozenset({"dobj", "oprd", "xcomp"}),
    frozenset({"pobj", "pcomp"}),
    frozenset({"attr", "acomp"}),
    frozenset({"ccomp", "dobj"}),
)
WAYS_IN = ((DOING, True), (BEING, True), (AIMING, True), (HAVING, False))


@dataclass(frozen=True, slots=True)
class _Row:
    """Where each item of a row begins, and where the last one ends. ``is_done``: of verbs."""

    starts: tuple[int, ...]
    end: int
    is_done: bool

    def items(self, text: str) -> tuple[str, ...]:
        ends = [_before_link(text, start) for start in self.starts[1:]]
        return tuple(text[a:b] for a, b in zip(self.starts, (*ends, self.end), strict=True))

    def stem(self, text: str) -> str:
        return text[: self.starts[0]]

    def lead(self, text: str) -> str:
        """Return the stem from its "if" on: its clause can be tried as a sentence."""
        stem = self.stem(text)
        inner = [m.end() for m in re.finditer(r"(?i)\b(?:if|when) ", stem)]
        return capital(stem[inner[-1] :]) if inner else stem

    def trials(self, text: str) -> tuple[str, ...]:
        """Return the clause with each item alone."""
        return tuple(self.lead(text) + item + "." for item in self.items(text))

    def is_parted(self, text: str) -> bool:
        """Tell whether a comma before the last "or" parts the last item from the others."""
        return bool(re.search(r", (?:and|or) $", text[: self.starts[-1]]))


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
        _is_proved(parsed, text, row) for turned in (False, True) for row in _rows(text, turned)
    )


def _found(parsed: Parsed, rules: tuple[Rule, ...], *, is_turned: bool) -> Iterator[Finding]:
    wanted = list(long_sentences(parsed, rules, (" or ", " and ")))
    rows = {parsed.text(s): _rows(parsed.text(s), is_turned) for _, s in wanted}
    parsed.expect(
        trial for text, found in rows.items() for row in found for trial in row.trials(text)
    )

    def changes(doc: Doc) -> Iterator[Change]:
        text = doc.text
        proved = [row for row in rows.get(text, ()) if _is_proved(parsed, text, row)]
        kinds = {row.is_done for row in proved}
        if len(kinds) == 1:
            yield (_turned(text, proved[0]) if is_turned else _lines(text, proved[0]))

    return offers(parsed, wanted, changes, parts=0)


def _rows(text: str, is_turned: bool) -> tuple[_Row, ...]:
    if re.search(r"[:;?•\n“”\"]", text) or CROWDED.search(text):
        return ()
    if is_turned:
        return tuple(_in_front(text))
    end = len(text.rstrip("."))
    return tuple(_rows_before(text, 0, end))


def _in_front(text: str) -> Iterator[_Row]:
    """Yield the rows of "If A, B or C," where what follows can stand first."""
    for comma in re.finditer(r", ", text):
        main = text[comma.end() :].rstrip(".")
        if not re.match(r"(?:If|When)\b", text) or not text.endswith("."):
            return
        if not BACK.search(main) and 2 <= len(main.split()) < LEAD:
            yield from _rows_before(text, 0, comma.start())


def _rows_before(text: str, start: int, end: int) -> Iterator[_Row]:
    for pattern, is_done in WAYS_IN:
        for match in pattern.finditer(text, start, end):
            starts = _items(text, match.end(), end)
            row = _Row(starts, end, is_done)
            if len(starts) >= FEWEST and _may_list(text, row):
                yield row


def _items(text: str, start: int, end: int) -> tuple[int, ...]:
    """Return where the items begin: after each comma, and after the last "and" or "or"."""
    commas = [m for m in re.finditer(r", (?:(and|or) )?", text[:end]) if m.start() > start]
    closed = next((m for m in commas if m[1]), None)
    if closed is not None:
        inner = [m for m in commas if m.start() <= closed.start()]
        return (start, *(m.end() for m in inner))
    if not commas:
        return ()
    links = [*re.finditer(r" (?:and|or) ", text[commas[-1].end() : end])]
    if len(links) != 1:
        return ()
    return (start, *(m.end() for m in commas), commas[-1].end() + links[0].end())


def _before_link(text: str, start: int) -> int:
    gap = re.search(r"(?:,? (?:and|or)|,) $", text[:start])
    return gap.start() if gap else start


def _link(text: str, start: int) -> str:
    gap = re.search(r"\b(and|or) $", text[:start])
    return gap[1] if gap else ""


def _may_list(text: str, row: _Row) -> bool:
    items, stem = row.items(text), row.stem(text)
    link, is_parted = _link(text, row.starts[-1]), row.is_parted(text)
    if not link or any(not 1 <= len(item.split()) <= LONGEST for item in items):
        return False
    if (DENIED.search(stem) and link == "and") or ("," in stem and not row.is_done):
        return False
    if not is_parted and any(re.search(r"\b(?:and|or)\b", item) for item in items[:-1]):
        return False
    if (
        any(UNFIT.match(item) for item in items)
        or sum(len(i.split()) for i in items) < FEWEST_WORDS
    ):
        return False
    if len(stem.split()) > LEAD:
        return False  # which can be divided first
    is_infinite = [item.startswith("to ") for item in items]
    return any(is_infinite) == all(is_infinite) and not _hangs_over(items[-1], row, is_parted)


def _hangs_over(last: str, row: _Row, is_parted: bool) -> bool:
    """Tell whether the end of the last item may belong to all of them."""
    if ASKING.match(last):
        return False
    own = OWNING.sub("", last)
    return bool(OVERALL.search(own) or (LOOSE.search(own) and not (is_parted or row.is_done)))


def _is_proved(parsed: Parsed, text: str, row: _Row) -> bool:
    """Tell whether the parser reads the clause with each item alone as it reads the first."""
    docs = [parsed.doc_of(trial) for trial in row.trials(text)]
    start = len(row.lead(text))
    found = [_head(d, start, len(i)) for d, i in zip(docs, row.items(text), strict=True)]
    heads = [head for head in found if head is not None]
    if len(heads) < len(docs) or not all(is_whole(doc) for doc in docs):
        return False
    if row.is_done:
        return len({h.dep_ for h in heads}) == 1 and all(map(_opens(start), heads)) and _same(heads)
    return (
        any({head.dep_ for head in heads} <= roles for roles in ROLES)
        and len({head.head.i for head in heads}) == 1
        and not _shares(heads)
        and all(map(_is_named, heads))
    )


def _head(doc: Doc, start: int, length: int) -> Token | None:
    """Return the word that the rest of the item hangs on."""
    inside = [t for t in doc if start <= t.idx < start + length]
    heads = [t for t in inside if t.head not in inside or t.dep_ == "ROOT"]
    return heads[0] if len(heads) == 1 else None


def _is_named(head: Token) -> bool:
    """Tell whether the item names a thing, or asks: "what can be done"."""
    is_asked = any(ASKING.match(t.text) for t in head.subtree)
    return not is_verb(head) or head.tag_ == "VBG" or is_asked


def _opens(start: int) -> Callable[[Token], bool]:
    """Return whether an item begins with its verb, or with its "to"."""

    def is_opened(head: Token) -> bool:
        inside = [head, *(t for t in head.lefts if t.idx >= start)]
        opening = min(inside, key=lambda t: t.i)
        return (
            is_verb(head)
            and opening.idx == start
            and (opening == head or opening.tag_ == "TO" or opening.dep_ in AUXILIARIES)
            and head.dep_ in ("ROOT", "xcomp", "ccomp", "advcl", "conj")
            and (head.dep_ != "conj" or subject_of(head) is not None)
        )

    return is_opened


def _same(heads: list[Token]) -> bool:
    """Tell whether no verb but the last lacks an object that the last has."""
    has = [any(t.dep_ == "dobj" for t in head.rights) for head in heads]
    return not has[-1] or all(has[i] or _is_alone(heads[i]) for i in range(len(heads) - 1))


def _is_alone(head: Token) -> bool:
    return head.lemma_.lower() in ALONE or any(
        t.dep_ in ("prep", "prt", "acomp") for t in head.rights
    )


def _shares(heads: list[Token]) -> bool:
    """Tell whether "a", "your" or a quality before the first may be meant of all."""
    marked = [any(t.dep_ in ("det", "poss", "nummod") for t in h.lefts) for h in heads]
    qualified = [any(t.dep_ == "amod" for t in h.lefts) for h in heads]
    return (marked[0] and not any(marked[1:])) or (
        qualified[0] and not any(qualified[1:]) and not any(marked[1:])
    )


def _lines(text: str, row: _Row) -> Change:
    """Put each item on its line; its first word is in the edit, so that no edit ends in a space."""
    link, gone, edits = _link(text, row.starts[-1]), [], []
    stays = link == "or" and not (
        DENIED.search(row.stem(text)) or re.search(r"(?i)\bif\b", row.stem(text))
    )
    for number, start in enumerate(row.starts):
        word = re.match(r"[^\s,;.]+", text[start:])
        assert word is not None
        is_last = start == row.starts[-1]
        place = _before_link(text, start) if number else len(text[:start].rstrip())
        kept = f"{link} " if is_last and stays else ""
        edits.append(
            Edit(Span(place, start + word.end()), ("" if number else ":") + BULLET + kept + word[0])
        )
    if not stays:
        gone.append(link)
    if text.endswith("."):
        edits.append(Edit(Span(len(text) - 1, len(text)), "\n"))
    return Change(tuple(edits), tuple(gone), is_list=True)


def _turned(text: str, row: _Row) -> Change:
    """Put what to do before the "if" that opens the sentence, and the lines at the end."""
    change = _lines(text, row)
    main = text[row.end + 2 :].rstrip(".")
    word = text.split(" ", 1)[0]
    opening = Edit(Span(0, len(word)), main[:1].upper() + main[1:] + " " + word.lower())
    closing = Edit(Span(row.end, len(text)), "\n")
    edits = (opening, *(e for e in change.edits if e.span.end <= row.end), closing)
    return Change(edits, change.dropped, is_list=True)
