"""What the scores need to know of a word, looked up where it is common and worked out where not.

``rules/words/common_words.tsv`` holds the syllables, the familiarity and the difficulty of the
words that nearly all words of a leaflet are, because working them out takes twenty times as long
as finding them. A test holds every line of it to what the three modules say, and
``python -m corpora.make_common_words`` writes it again.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from literacy.folders import rules_folder
from literacy.words.difficulty import word_difficulty
from literacy.words.easy import is_familiar
from literacy.words.lookup import Listing, listing, look_up
from literacy.words.syllables import syllables

FILE = "common_words.tsv"


class Entry(NamedTuple):
    """One word. ``difficulty`` runs from 1 (easy) to 6 (hard)."""

    syllables: int
    is_familiar: bool
    difficulty: float


def entry(word: str) -> Entry:
    """Return what is known of ``word``, however it is written."""
    found = look_up(_plain(word), common_words())
    if not found:
        return worked_out(word)
    count, familiar, difficulty = found.split(b"\t")
    return Entry(int(count), familiar == b"1", float(difficulty))


def worked_out(word: str) -> Entry:
    """Return what is known of ``word`` without looking it up."""
    return Entry(syllables(word), is_familiar(word), word_difficulty(word))


@cache
def common_words() -> Listing:
    """Return the list, which is searched where it lies."""
    return listing(rules_folder() / "words" / FILE, b"\t")


def _plain(word: str) -> str:
    """Return ``word`` in lower case, but one in capitals as it is: it may be an abbreviation."""
    low = word.lower()
    return low.replace("’", "'") if word[1:] == low[1:] and len(word) > 1 else word
