"""What a sentence says about a pictured thing: do it, do not do it, or neither.

A picture says yes more loudly than a word says no. So a thing the reader is told not to do is
crossed out, and a thing that any other "not" is said of gets no picture. What follows "before",
"after" or "until" is never the main idea.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from literacy.document import Span


class Stance(StrEnum):
    MAIN = "main"
    CONDITION = "condition"  # behind "if" or "when"
    REFUSED = "refused"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Clause:
    span: Span
    opener: str


_CONDITION = ("if", "when", "whenever", "in case")
_ASIDE = (
    "before",
    "after",
    "until",
    "till",
    "unless",
    "because",
    "although",
    "though",
    "while",
    "since",
    "as soon as",
    "once",
    "even if",
    "in order to",
    "instead of",
    "rather than",
    "such as",
    "where",
    "which",
    "who",
    "whether",
)
_LINK = ("but", "so", "and then", "then")
_OPENERS = "|".join(
    re.escape(word).replace(r"\ ", r"\s+")
    for word in sorted((*_CONDITION, *_ASIDE, *_LINK), key=len, reverse=True)
)
# A comma opens a clause only before words that start one; elsewhere it parts the items of a list.
_STARTS = (
    "you|your|we|our|they|it|this|these|the|there|a|he|she|call|ask|tell|do|please|take|go|get|stop|"
    "phone|ring|contact|speak|see|try|use|wait|come|wash|drink|eat|make|keep|rest|put|always|never|"
    "avoid|bring|give|check|let|talk|sit|lie|cover"
)
_BORDER = re.compile(rf"[;:()]|,\s+(?=(?:{_STARTS})\b)|\b(?P<opener>{_OPENERS})\b")
_NOT = re.compile(
    r"\b(?:not|no|never|without|cannot|neither|nor|none|avoid\w*|\w+n't|nothing|stop|stopping|"
    r"cease|unable|discouraged|substitute)\b"
)
_DEEDS = (
    "eat|drink|smoke|vape|drive|swim|run|lift|carry|exercise|take|use|wear|put|apply|have|bath|bathe|"
    "bring|shave|fly|cycle|play|operate|travel|share|shower|give|sign|cook|kneel|sunbathe|"
    "breastfeed|walk|garden|stand|sit|wash|go"
)
_ORDER = re.compile(
    r"(?:^|[.;:,(]\s*|\b(?:please|but|so|then|and|you|also)\s+)"
    r"(?:you\s+)?(?:must|should|do|can|could)?\s*(?:not|never|cannot|don't|mustn't|can't|shouldn't)\s+"
    rf"(?P<deed>{_DEEDS})\b"
    r"|(?:^|[.;:,(]\s*|\b(?:please|but|and|should|must|try to|need to|also|best to)\s+)"
    r"(?P<avoid>avoid)\b"
)
# "Do not take more than 8 tablets" refuses the ninth, not the tablets.
_LIMIT = re.compile(
    r"\b(?:more|too|extra|double|other|only|alone|without|with|both|instead|same|another|than|"
    r"very|at once|straight away|again|that|your own|by yourself|sudden\w*|long|most|all|"
    r"just|empty|near|close|lots|large|much|many|twice|if you)\b"
)

# "Do not eat raw eggs" refuses the raw ones: nothing but these may stand before what is refused.
_BETWEEN = re.compile(rf"(?:[\s,]|\b(?:an?|the|any|your|or|and|all|{_DEEDS})\b)*")
# "Do not eat grapefruit" refuses no meal, and "do not put cream on broken skin" no cream: only the
# end of the clause, another thing refused, or a time may follow.
_AFTER = re.compile(
    r"(?:\s+(?:any\s+food|anything|solid\s+food|food))?\s*"
    r"(?:$|[,.;:!?)]|(?:or|and|until|till|before|after|from|during|within|while|because|again|yet|"
    r"(?:on|in|the|at)\s+(?:the\s+)?(?:day|morning|evening|night|first|same)|"
    r"for\s+(?:[\w-]+\s+){0,3}(?:minute|hour|day|week|month|year)s?)\b)"
)


def stance(plain: str, place: Span) -> Stance:
    """Tell what the sentence ``plain``, in lower case, says about the words at ``place``."""
    parts = clauses(plain)
    at = max(n for n, part in enumerate(parts) if part.span.start <= place.start)
    clause, others = parts[at], parts[:at] + parts[at + 1 :]
    if clause.opener in _ASIDE:
        return Stance.UNSURE
    around = plain[clause.span.start : place.start] + " _ " + plain[place.end : clause.span.end]
    if clause.opener in _CONDITION:
        return Stance.UNSURE if _says_not(plain, around, others) else Stance.CONDITION
    if not _NOT.search(around):
        return Stance.MAIN
    # "Do not take it if you are pregnant" is no refusal for everybody.
    depends = any(part.opener in (*_CONDITION, "unless", "without") for part in parts)
    if not depends and _is_refused(plain, clause.span, place):
        return Stance.REFUSED
    return Stance.UNSURE


def _says_not(plain: str, around: str, others: list[Clause]) -> bool:
    texts = (plain[part.span.start : part.span.end] for part in others)
    return any(_NOT.search(text) for text in (around, *texts))


def clauses(plain: str) -> list[Clause]:
    """Return the clauses of a sentence, by its commas, colons and joining words."""
    found, start, opener = [], 0, ""
    for border in _BORDER.finditer(plain):
        if border.start() == start and not plain[start : border.start()].strip():
            opener = _name(border["opener"]) or opener
            continue
        found.append(Clause(Span(start, border.start()), opener))
        start, opener = border.start(), _name(border["opener"])
    found.append(Clause(Span(start, len(plain)), opener))
    return found


def _name(opener: str | None) -> str:
    return " ".join((opener or "").split())


def _is_refused(plain: str, clause: Span, place: Span) -> bool:
    text = plain[clause.start : clause.end]
    for order in _ORDER.finditer(text):
        group = "deed" if order["deed"] else "avoid"
        begin, end = (clause.start + edge for edge in order.span(group))
        scope = plain[begin : clause.end]
        if (
            begin <= place.start
            and _BETWEEN.fullmatch(plain[end : max(end, place.start)])
            and not _LIMIT.search(scope)
            and not _NOT.search(scope, end - begin)
            and _AFTER.match(plain, max(end, place.end))
        ):
            return True
    return False


def refusal_words(plain: str, place: Span) -> str:
    """Return the words that are refused, for the alternative text: "Do not drink alcohol"."""
    clause = next(part for part in reversed(clauses(plain)) if part.span.start <= place.start)
    orders = list(_ORDER.finditer(plain, clause.span.start, place.end))
    if not orders:
        return "Do not do this"
    order = orders[-1]
    if order["avoid"]:
        return f"Avoid {plain[order.end() : place.end].strip()}"
    return f"Do not {plain[order.start('deed') : place.end].strip()}"
