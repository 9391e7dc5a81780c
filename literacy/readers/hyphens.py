"""A word cut by a hyphen at the end of a line: put together, or left with its hyphen.

"appoint-/ment" is one word and "follow-/up" is two; the page prints them alike. The commoner of the
two readings in written English wins, and a hyphen that joins words people know is kept when in
doubt, since "reexamine" for "re-examine" is a smaller fault than "followup" for "follow-up".
"""

from __future__ import annotations

import re

from literacy.words.frequency import zipf

_HYPHENS = ("-", "\u2010")
_LEFT = re.compile(r"([^\W\d_]+)[-\u2010]$")
_RIGHT = re.compile(r"[^\W\d_]+")
# Zipf 2 is one in ten million words: rarer than that, a string is as likely an accident.
_KNOWN = 2.0


def join_lines(left: str, right: str) -> str:
    """Return the two lines as one, with a space between them unless a hyphen cuts a word."""
    if not left.endswith(_HYPHENS):
        return _spaced(left, right)
    cut = _LEFT.search(left)
    rest = _RIGHT.match(right)
    if not cut or not rest:
        return f"{left}{right}" if left.endswith("\u2010") else _spaced(left, right)
    if rest[0][0].isupper() or not _is_one_word(cut[1], rest[0]):
        return left + right
    return left[:-1] + right


def _spaced(left: str, right: str) -> str:
    # "9-" over "5" and "and/" over "or" are one thing; a dash with a space before it parts two.
    is_one = re.search(r"\w[-/]$", left) and right[:1].isalnum()
    return left + right if is_one else f"{left} {right}"


def _is_one_word(left: str, right: str) -> bool:
    """Say whether the hyphen came from the printer and not from the writer."""
    whole = zipf((left + right).lower())
    parts = min(zipf(left.lower()), zipf(right.lower()))
    hyphened = zipf(f"{left}-{right}".lower())
    if whole >= _KNOWN:
        return whole >= hyphened
    # Both halves are words and the whole is not: the writer's own hyphen ("heart-lung").
    return parts < _KNOWN + 1
