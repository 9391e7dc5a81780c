"""Where a sentence may hold a row of things, by its commas and its last "and" or "or".

Only words are looked at here. No word may stand before, in or behind a row that could belong to
more than its own item; ``rows`` then asks the parser about each item alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from literacy.rewriting.clauses import capital

FEWEST, LONGEST, LEAD = 3, 14, 15  # items; words of an item; words before the lines
FEWEST_WORDS = 5  # of all items
WHO = (
    r"(?:you|we|they|your (?:child|baby|wound|skin|leg|arm|hand|relative)"
    r"|(?:the|a) (?:person|patient|child|wound))"
)
MODAL = r"(?:must|should|can|may|might|will|could|cannot|do)"
DOING = re.compile(rf"(?i)\b{MODAL}(?: not| never| also| usually| only)?(?: be)? (?=\w)")
AFTER_IF = re.compile(rf"(?i)\b(?:if|when) {WHO} $")  # "if you cannot A, have B or C"
OPEN = re.compile(rf"(?i)(?:if|when) (?:{WHO} )?")
HAPPENING = re.compile(r"(?i)\b(?:if|when) (?=(?:the|your|you|a|an|it|they) \w)")
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
    r"|which|who|so|once|then|provided|instead|afterwards|following|every|each|where|daily|together"
    r"|at once|straight away|immediately"
    r"|again|regularly|often|at the same time|too|only)\b"
)
LOOSE = re.compile(r"(?i)\b(?:in|on|at|by|from|with|of|to|through|that|affecting|caused|needing)\b")
MARKED = re.compile(r"(?i)(?:an?|the|your|our|any|some|new|my|his|her|their|one|two|three|\d+)\b")
PLACED = re.compile(r"(?i)\S+ .+ (?:in|on|at) ")  # "use tools on the day", but "sit in a tub"
OWNING = re.compile(
    r"(?i)\b(?:consumption|use|loss|lack|removal|history|shortness|intake|sense|feelings?|risk"
    r"|amount|number|type|inability|ability|need|part|dysfunction|difficulty|trouble)"
    r" (?:of|to|from|with|in)\b"
)
ASKING = re.compile(r"(?i)(?:how|what|who|when|where|why|which|whether)\b")
CROWDED = re.compile(r"\([^)]*(?:,|\band\b|\bor\b)|\([^)]*$")
DENIED = re.compile(r"(?i)\b(?:not|never|avoid|cannot|no|without)\b")
NOT_BOTH = re.compile(r"(?i)\b(?:not|never|cannot|no|without)\b")
# In the first item these begin a clause that the others may belong to.
INNER = re.compile(
    r"(?i)\b(?:if|when|that|which|who|because|while|until|unless|by|how|you|we|they|should|must"
    r"|may|can|will)\b"
)
INNER_AIM = re.compile(r"(?<!^)\bto\b")  # "able to drive, swim or run"
# These point back, to a condition that would then stand behind them.
BACK = re.compile(
    r"(?i)\b(?:it|its|this|that|they|them|their|these|those|he|she|him|her|his|one|then|such|which"
    r"|if|when|unless|until|so|because|as|since|while|before|after|either|both|other|also)\b|[,;:]"
)
# An item that begins so is no item.
UNFIT = re.compile(
    r"(?i)(?:and|or|but|not|nor|then|so|which|both|either|others?|such|also|for|with|if|when|by|in"
    r"|because|as|especially|particularly|usually|including|namely)\b"
)
WAYS_IN = ((DOING, True), (BEING, True), (HAPPENING, True), (AIMING, True), (HAVING, False))


@dataclass(frozen=True, slots=True)
class Row:
    """Where each item of a row begins, and where the last one ends. ``is_done``: of verbs."""

    starts: tuple[int, ...]
    end: int
    is_done: bool
    is_clause: bool = False

    def items(self, text: str) -> tuple[str, ...]:
        ends = [end_before_link(text, start) for start in self.starts[1:]]
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


def rows_in(text: str, is_turned: bool) -> tuple[Row, ...]:
    if re.search(r"[:;?•\n“”\"]", text) or CROWDED.search(text):
        return ()
    if is_turned:
        return tuple(_in_front(text))
    end = len(text.rstrip("."))
    # "If A, B or C" with nothing before it has no stem.
    return tuple(row for row in _rows_before(text, 0, end) if not OPEN.fullmatch(row.stem(text)))


def _in_front(text: str) -> Iterator[Row]:
    """Yield the rows of "If A, B or C," where what follows can stand first."""
    for comma in re.finditer(r", ", text):
        main = text[comma.end() :].rstrip(".")
        if not re.match(r"(?:If|When)\b", text) or not text.endswith("."):
            return
        if not BACK.search(main) and 2 <= len(main.split()) < LEAD:
            yield from _rows_before(text, 0, comma.start())


def _rows_before(text: str, start: int, end: int) -> Iterator[Row]:
    for pattern, is_done in WAYS_IN:
        for match in pattern.finditer(text, start, end):
            starts = _items(text, match.end(), end)
            if pattern is DOING and AFTER_IF.search(text[: match.start()]):
                continue
            row = Row(starts, end, is_done, pattern is HAPPENING)
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


def end_before_link(text: str, start: int) -> int:
    gap = re.search(r"(?:,? (?:and|or)|,) $", text[:start])
    return gap.start() if gap else start


def link_before(text: str, start: int) -> str:
    gap = re.search(r"\b(and|or) $", text[:start])
    return gap[1] if gap else ""


def _may_list(text: str, row: Row) -> bool:
    items, stem = row.items(text), row.stem(text)
    link, is_parted = link_before(text, row.starts[-1]), row.is_parted(text)
    if not link or any(not 1 <= len(item.split()) <= LONGEST for item in items):
        return False
    if (NOT_BOTH.search(stem) and link == "and") or ("," in stem and not row.is_done):
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
    own = _own_words(items[0])
    is_bent = items[1].split()[0].endswith("s")  # "is", "has", "stops": after no "to"
    if row.is_done and (INNER.search(own) or (INNER_AIM.search(own) and not is_bent)):
        return False
    if row.is_done and len({item.split()[0].endswith("ing") for item in items}) > 1:
        return False
    if not (row.is_done or is_parted) and _reaches_over(items) and not ASKING.match(items[0]):
        return False
    is_asked = [bool(ASKING.match(item)) for item in items]
    if any(is_asked) and not is_asked[0]:
        return False
    is_infinite = [item.startswith("to ") for item in items]
    return any(is_infinite) == all(is_infinite) and not _hangs_over(items[-1], row, is_parted)


def _own_words(item: str) -> str:
    """Return the item without a subject of its own."""
    return re.sub(rf"(?i)^(?:{WHO}|it) ", "", item)


def _hangs_over(last: str, row: Row, is_parted: bool) -> bool:
    """Tell whether the end of the last item may belong to all of them."""
    if ASKING.match(last):
        return False
    if row.is_done and not is_parted and PLACED.match(last):
        return True
    own = OWNING.sub("", last)
    return bool(OVERALL.search(own) or (LOOSE.search(own) and not (is_parted or row.is_done)))


def _reaches_over(items: tuple[str, ...]) -> bool:
    """Tell whether an item may go on in the next: "pain in the hands, feet or back"."""
    pairs = pairwise(items)
    return any(LOOSE.search(one) and not MARKED.match(two) for one, two in pairs)
