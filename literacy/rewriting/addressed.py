"""Whom a text speaks to, and as whom: what a rewrite must know before it says "you" or "we"."""

from __future__ import annotations

import re
from functools import lru_cache

READER = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
STAFF = re.compile(r"\b(?:we|us|our)\b", re.IGNORECASE)
WORD = re.compile(r"\w+")
# Words of research, where "we" are the writers and "patients" are other people.
RESEARCH = re.compile(
    r"\b(?:randomi[sz]ed|participants?|trials?|stud(?:y|ies)|placebo|review authors|hypothes[ie]s|"
    r"we (?:found|show|report|demonstrate|investigated|analy[sz]ed|propose|included))\b",
    re.IGNORECASE,
)
PER_READER = 120  # words; fewer than one "you" in so many, and the text is about others
PER_STAFF = 250


@lru_cache(maxsize=64)
def addresses_reader(text: str) -> bool:
    """Tell whether the text speaks to its reader as "you"."""
    words = len(WORD.findall(text))
    said = len(READER.findall(text))
    return said > 0 and said * PER_READER >= words and not _is_research(text, words)


@lru_cache(maxsize=64)
def speaks_as_we(text: str) -> bool:
    """Tell whether the text speaks to its reader, and the staff call themselves "we"."""
    said = len(STAFF.findall(text))
    is_ours = said > 0 and said * PER_STAFF >= len(WORD.findall(text))
    return is_ours and addresses_reader(text)


def _is_research(text: str, words: int) -> bool:
    return len(RESEARCH.findall(text)) * 200 > words
