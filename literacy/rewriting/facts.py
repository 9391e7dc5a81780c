"""What no rewrite may change: numbers, doses, dates, negations, modals, names and addresses.

Facts are compared by meaning, in one standard spelling: "two tablets" and "2 tablets" are one fact,
"5 mg" and "5 ml" are two. The order of the numbers counts too, since "2 tablets 3 times" is not
"3 tablets 2 times". A modal and its negation are one fact, because "must not" is not "need not".
This module knows nothing of rules or rewriters, so that it can judge them: a false alarm costs a
suggestion, a miss could cost a dose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from literacy.rewriting.quantities import QUANTITY, quantity
from literacy.words.addresses import ADDRESS, HINT
from literacy.words.protected import protected_names, same_name

CACHED = 8192  # texts whose facts are kept: a block is compared with every rewrite of it
# No fact goes on over one of these, so a rewrite leaves the facts of all other pieces of its block
# as they were found. (A date may go on over a comma: "3 May, 2025".)
PIECE = re.compile(r"(?<=[.!?;:])\s|(?<=,)\s(?!\d)|\s(?=(?:and|you|your|or|who|which)\s)")

# Each standard spelling, and the ways it is written. Words on one line may stand for each other.
WORDINGS = {
    "not": r"not|no|avoid(?:s|ed|ing)?|refrain(?:s|ed|ing)?\s+from",
    "never": r"never",
    "none": r"none|nobody|no\s+one|nothing|nowhere",
    "neither": r"neither",
    "nor": r"nor",
    "without": r"without",
    "unless": r"unless",
    "except": r"except(?:ing)?|apart\s+from|other\s+than",
    "only": r"only|solely|exclusively",
    "until": r"until|till",
    "if": r"if|provid(?:ed|ing)\s+that|in\s+the\s+event\s+(?:that|of)|as\s+long\s+as|whether",
    "can": r"can|(?:is|are|am|was|were|be|been|being)\s+able\s+to|able\s+to",
    "can not": r"can\s?not|(?:is|are|am|was|were|be|been)\s+not\s+able\s+to|unable\s+to",
    "could": r"could",
    "may": r"may",
    "might": r"might",
    "must": r"must|(?:have|has|had|having)\s+to|(?:needs?|needed)\s+to|obliged\s+to|"
    r"(?:is|are|am|was|were|be|been)\s+required\s+to",
    "need": r"(?:is|are|was|were|be|been)\s+needed\s+to|need(?:s|ed|ing)?|"
    r"requir(?:es?|ed|ing|ements?)",
    "should": r"should|ought\s+to",
    "shall": r"shall",
    "will": r"will",
    "would": r"would",
    "recommend": r"recommend(?:s|ed|ing|ations?)?",
    "advise": r"advise(?:s|d)?|advising",
    "allow": r"allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|let(?:s|ting)?",
    "contraindicated": r"contra-?indicat(?:ed|ions?)",
    "likely": r"likely|probabl[ey]",
    "unlikely": r"unlikely|not\s+likely",
    "possible": r"possibl[ey]|possibilit(?:y|ies)",
    "perhaps": r"perhaps|maybe",
    "each day": r"daily|(?:a|per|each|every)\s+day|/day",
    "each night": r"nightly|(?:a|per|each|every)\s+night",
    "each week": r"weekly|(?:a|per|each|every)\s+week|/week",
    "each month": r"monthly|(?:a|per|each|every)\s+month",
    "each year": r"yearly|annual(?:ly)?|(?:a|per|each|every)\s+year",
    "each hour": r"hourly|(?:an|per|each|every)\s+hour",
    "every other": r"every\s+other|alternate",
    "double": r"doubl(?:e|es|ed|ing)",
}
NEGATIONS = frozenset({"not", "never"})
MODALS = frozenset(
    {"can", "could", "may", "might", "must", "need", "should", "shall", "will", "would"}
    | {"recommend", "advise", "allow", "likely"}
)
LONGER = ("can not", "unlikely", "none")  # tried first, since they hold a shorter one
SHORT_FORMS = {"wo": "will", "sha": "shall", "ca": "can"}
_GROUPS = {f"w{index}": name for index, name in enumerate(WORDINGS)}
_WORDS = "|".join(
    f"(?P<{group}>{WORDINGS[name]})"
    for group, name in sorted(_GROUPS.items(), key=lambda pair: pair[1] not in LONGER)
)
_OTHERS = (
    rf"(?P<quantity>{QUANTITY.pattern})"
    rf"|\b(?P<short>\w+)n['’]t\b|(?P<will>['’]ll)\b|\b(?:{_WORDS})(?!\w)"
)
# All of these read text in lower case, which takes half the time of ``re.IGNORECASE``.
FACT = re.compile(rf"(?P<address>{ADDRESS})|{_OTHERS}")
# Most texts hold no address, and looking for one at every character takes half the time.
FACT_BUT_ADDRESS = re.compile(rf"(?P<address>(?!))|{_OTHERS}")
QUOTED = re.compile(r'“([^“”]+)”|"([^"\n]+)"|‘([^‘’]+)’')


@dataclass(frozen=True, slots=True)
class _Fact:
    text: str
    start: int
    end: int
    is_number: bool = False


@lru_cache(maxsize=CACHED)
def facts(text: str) -> Counter[str]:
    """Return every fact of ``text`` in its standard spelling, with how often it is stated.

    What is returned is kept for the next who asks, so it is to be read only.
    """
    stated = Counter(fact.text for fact in _stated(text))
    return stated + Counter(_names(text)) + Counter(_quotations(text))


def changed_facts(before: str, after: str, *, copied: str = "") -> tuple[str, ...]:
    """Return what differs between the facts of two texts, in words. Nothing means that they agree.

    ``copied`` is text that the rewrite repeats on purpose, such as the subject of a sentence that
    was split in two. Its facts may be there once more.
    """
    old, new = facts(before), facts(after)
    lost = old - new
    added = new - old - facts(copied)
    changes = [f"lost: {fact}" for fact in sorted(lost.elements())]
    changes += [f"new: {fact}" for fact in sorted(added.elements())]
    if not changes and not _is_within(_numbers(before), _numbers(after)):
        changes.append("in another order: " + ", ".join(_numbers(before)))
    return tuple(changes)


@lru_cache(maxsize=CACHED)
def _names(text: str) -> tuple[str, ...]:
    """Return the plain name of each condition and medicine; "flu (influenza)" is one name."""
    names = []
    last, end = "", 0
    for name in protected_names(text):
        plain = same_name(text[name.span.start : name.span.end])
        if plain != last or text[end : name.span.start] != " (":
            names.append(plain)
        last, end = plain, name.span.end
    return tuple(names)


def _quotations(text: str) -> Iterator[str]:
    """Yield what stands between quotation marks: another's words, which nobody may change."""
    if '"' in text or "“" in text or "‘" in text:
        for match in QUOTED.finditer(text):
            yield f"quoted: {' '.join((match[1] or match[2] or match[3]).split())}"


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(fact.text for fact in _stated(text) if fact.is_number)


def _is_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether ``long`` holds all of ``short`` in the same order."""
    rest = iter(long)
    return all(item in rest for item in short)


def _stated(text: str) -> Iterator[_Fact]:
    return chain.from_iterable(map(_stated_in, PIECE.split(text.lower())))


@lru_cache(maxsize=CACHED)
def _stated_in(text: str) -> tuple[_Fact, ...]:
    """Return the facts in order, each modal joined with the negation beside it."""
    joined: list[_Fact] = []
    for fact in _found(text):
        last = joined[-1] if joined else None
        between = text[last.end : fact.start].strip() if last else "?"
        if last and between in ("", "be", "to") and _belong(last, fact):
            joined[-1] = _Fact(_together(last.text, fact.text), last.start, fact.end)
        else:
            joined.append(fact)
    return tuple(joined)


def _belong(first: _Fact, second: _Fact) -> bool:
    both = {first.text, second.text}
    return bool(both & NEGATIONS) and bool(both & MODALS)


def _together(first: str, second: str) -> str:
    # "not able to" and "unable to" are "cannot"; "not have to" is not "must not".
    return "can not" if (first, second) == ("not", "can") else f"{first} {second}"


def _found(text: str) -> Iterator[_Fact]:
    for match in (FACT if HINT.search(text) else FACT_BUT_ADDRESS).finditer(text):
        if match["address"]:
            yield _Fact(match["address"].rstrip(".,;:)"), *match.span())
        elif match["quantity"]:
            for part in quantity(match["quantity"]):
                yield _Fact(part, *match.span(), is_number=True)
        elif match["short"]:
            yield from _short_form(match["short"], match.start(), match.end())
        else:
            name = "will" if match["will"] else _GROUPS[str(match.lastgroup)]
            yield _Fact(name, *match.span())


def _short_form(stem: str, start: int, end: int) -> Iterator[_Fact]:
    """Yield the facts of "can't", "won't", "mustn't", "doesn't"."""
    modal = SHORT_FORMS.get(stem, stem)
    if modal in MODALS:
        yield _Fact(f"{modal} not", start, end)
    else:
        yield _Fact("not", start, end)
