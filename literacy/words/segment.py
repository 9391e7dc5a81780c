"""Where sentences and words begin and end in the text of one block.

One policy, stated in two sentences that are printed with every score. Sentences cover every
character that is not white space, so a finding always lies in one. Each pattern meets a character a
bounded number of times: a megabyte of one character costs no more than a megabyte of prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from literacy.document import Span

SENTENCE_POLICY = (
    "A sentence ends at a full stop, question mark, exclamation mark or ellipsis that is followed "
    "by a space, and at the end of every line and list item; it does not end after an abbreviation "
    "or an initial, inside a number, time or address, or at a colon or semicolon."
)
WORD_POLICY = (
    "A word is a run of letters or digits: “follow-up”, “can't”, “5mg”, “1,000”, a web address "
    "and a telephone number are one word each, “and/or” is two, and signs such as “&” are none."
)

# No group is possessive: Python before 3.11.5 matches some of those wrongly.
_STOP = re.compile(
    # the stop with what closes behind it, the space, what opens, and the next letters or digit
    r"([.!?…]++(?:[\"'”’)\]»]|\[\d{1,3}\])*)(?:(\s)\s*+[\"'“‘(\[«]*+([^\W\d_]{1,24}+|\d)?)?"
)
_AT_THE_END = ".!?…\"'”’)]»"
_OPENERS = "([“‘\"'"
_LOOK_BACK = 48

_ALNUM = r"[^\W_]"
_WORD = re.compile(
    # a telephone number, an address with a scheme or "www.", one like nhs.uk/asthma, other words
    r"0\d{2,4}(?: \d{3,4}){1,2}(?!\w)"
    rf"|(?:https?://|[wW]{{3}}\.)\S*{_ALNUM}"
    rf"|(?:[A-Za-z0-9-]{{1,63}}+\.){{1,4}}[A-Za-z]{{2,6}}/\S*{_ALNUM}"
    r"|[^\W_]++[\u0300-\u036f\u00ad]*+"
    r"(?:(?:['’\-‐‑.@_]|(?<=\d)[,:/](?=\d))?[^\W_]++[\u0300-\u036f\u00ad]*+)*"
)
# The same words, in half the time, of a text without addresses and noughts.
_ASCII_WORD = re.compile(r"[A-Za-z0-9]++(?:(?:['\-.@_]|(?<=\d)[,:](?=\d))[A-Za-z0-9]++)*")
_TELEPHONE = re.compile(r"0\d{2,4} \d{3}")
_SPOKEN_WORD = re.compile(
    r"\w++(?:[\u0300-\u036f\u00ad]++\w*+|(?:['’\-‐‑.@]|(?<=\d)[,:](?=\d))\w++)*"
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# After these a sentence goes on, whatever follows.
_NEVER = _set("dr mr mrs ms messrs mx prof rev hon sgt e.g eg i.e ie vs cf viz approx")
# After these it goes on when a number or a single letter follows.
_NUMBERED = _set(
    "no nos fig figs p pp vol ch sec eq ref refs para paras tel ext art reg tab tabs cap caps "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
# After these it goes on unless a capital follows.
_SHORTENED = _set(
    "etc et al inc ltd co corp jr sr dept hosp est min max mins hr hrs sec secs wk wks yr yrs "
    "mg mcg ml kg g l cm mm oz lb lbs incl excl temp tab tabs cap caps inj conc dept govt assoc "
    "univ ave rd resp med surg gen prof esp usu ca jan feb mar apr jun jul aug sep sept oct nov "
    "dec mon tue tues wed thu thur thurs fri sat sun a.m p.m am pm ph.d"
)
_DATES = _set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december gmt bst"
)
# A capital letter and a stop after one of these is a label and ends its sentence: "hepatitis B."
_LABELS = _set(
    "vitamin vitamins hepatitis type types group groups grade part plan option strep "
    "streptococcus factor influenza flu section ward appendix table figure stage step bay zone "
    "area unit block class level category schedule form box clinic entrance exit antigen"
)
_STARTERS = _set(
    "a an after all also although always and any are as ask at avoid because before both but by "
    "call can check contact do does during each even every follow for from has have he her his "
    "how however i if in is it its keep make many most my never no not of on once one only or "
    "other our people please read remember she should so some speak stop such take talk tell "
    "that the their them then there these they this those to try until use we what when where "
    "which while who why will with you your"
)
_DOUBTFUL = _NEVER | _NUMBERED | _SHORTENED | {"st"}
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_MARKER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})")


def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of one block's text, in order and without white space at their ends."""
    return tuple(Span(*place) for place in sentence_places(text))


def words(text: str) -> tuple[Span, ...]:
    """Return the words of ``text``."""
    return tuple(Span(*place) for place in word_places(text))


def word_places(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield where each word of ``text[start:end]`` starts and ends in ``text``."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return (match.span() for match in found)


def word_list(text: str) -> list[str]:
    """Return the words of ``text`` themselves, where nobody needs to know where they stand."""
    if "/" in text or "0" in text or "www." in text.lower():
        return _WORD.findall(text)
    if text.isascii():
        return _ASCII_WORD.findall(text)
    return (_WORD if "_" in text else _SPOKEN_WORD).findall(text)


def tokens(text: str) -> list[str]:
    """Cut ``text`` so that every word lies in one part: parts repeat, so each is looked at once.

    Only a telephone number goes on behind a space.
    """
    if "0" in text and _TELEPHONE.search(text):
        return _WORD.findall(text)
    return text.split()


@lru_cache(maxsize=8192)
def word_count(text: str) -> int:
    """Return how many words a sentence has. Many checks ask it of the same one."""
    return len(word_list(text))


def sentence_places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of one block's text starts and ends."""
    start = 0
    for line in text.split("\n"):
        begin = 0
        for end in (*_ends(line), len(line)):
            part = line[begin:end]
            if stripped := part.strip():
                first = start + end - len(part.lstrip())
                yield first, first + len(stripped)
            begin = end
        start += len(line) + 1


def _ends(line: str) -> Iterator[int]:
    """Yield the offset behind each stop inside ``line`` that ends a sentence."""
    inside = line.rstrip(_AT_THE_END)
    if not ("." in inside or "?" in inside or "!" in inside or "…" in inside):
        return  # a quick look spares most lines a slow one
    begin = 0
    for stop in _STOP.finditer(line):
        if stop[2] and _is_end(line, begin, stop):
            begin = stop.end(1)
            yield begin


def _is_end(line: str, begin: int, stop: re.Match[str]) -> bool:
    closed, follower = stop[1], stop[3] or ""
    if closed != ".":
        goes_on = follower.islower()
        marks = closed.rstrip("\"'”’)]»0123456789[")
        if "!" in marks or "?" in marks:
            return not (goes_on and len(marks) < len(closed))
        if marks != "." or goes_on:
            return not goes_on
    start = stop.start()
    before = line[max(begin, start - _LOOK_BACK) : start]
    if _is_plain(before):
        return True
    if start - begin <= _LOOK_BACK and _MARKER.fullmatch(before.strip()):
        return False  # "1." opens a numbered line
    return not _is_abbreviated(before, follower)


def _is_plain(before: str) -> bool:
    """Tell at one look that a text of several words ends in no abbreviation, as most do."""
    earlier, _, word = before.rpartition(" ")
    is_word = len(word) > 1 and word.isalpha() and word.lower() not in _DOUBTFUL
    return is_word and bool(earlier.strip())


def _is_abbreviated(before: str, follower: str) -> bool:
    """Tell whether the stop after ``before`` belongs to an abbreviation within a sentence."""
    previous, word = _last_two(before)
    low, next_word = word.lower(), follower.lower()
    if low in _NEVER:
        return True
    if low in _NUMBERED and (follower.isdigit() or len(follower) == 1):
        return True
    if low == "st":
        return next_word not in _STARTERS
    if low in _SHORTENED:
        return not follower[:1].isupper() or next_word in _DATES
    if _INITIALS.fullmatch(word):
        return next_word not in _STARTERS
    if len(word) == 1 and word.isupper():
        return _is_initial(word, previous, next_word)
    return False


def _last_two(before: str) -> tuple[str, str]:
    """Return the last two words, the first in lower case, without what opens a bracket or quote."""
    *earlier, last = before.rsplit(maxsplit=2) if before[-1:].strip() else (*before.split(), "")
    word = _unopened(last)
    if not earlier or last.lstrip(_OPENERS) != word:
        return "", word
    return _unopened(earlier[-1]).lower(), word


def _unopened(word: str) -> str:
    for sign in _OPENERS:
        word = word.rpartition(sign)[2]
    return word


def _is_initial(letter: str, previous: str, next_word: str) -> bool:
    if not next_word or previous.strip(".,;:") in _LABELS:
        return False
    if letter == "I" and previous and not previous.endswith("."):
        return False
    return next_word not in _STARTERS
