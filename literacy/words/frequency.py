"""How common a word is.

``rules/words/frequencies.tsv`` holds the words of the ``wordfreq`` package in order, so that a word
is found without loading them all; ``python -m corpora.make_frequencies`` writes it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from literacy.folders import rules_folder
from literacy.words.lookup import Listing, listing, look_up
from literacy.words.spelling import spellings

FILE = "frequencies.tsv"
NUMERAL = 5.0  # a number is as easy as a common word
PIECES = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@lru_cache(maxsize=100_000)
def zipf(word: str) -> float:
    """Return how often ``word`` is used, from 0 (unknown) to 7.7 ("the"), in its commoner spelling.

    A step of one is ten times as often. A word of several parts is rarer than its rarest part.
    """
    pieces = PIECES.findall(word.lower().replace("’", "'"))
    if not pieces:
        return NUMERAL if any(map(str.isdigit, word)) else 0.0
    found = [_piece(piece) for piece in pieces[:8]]
    return min(found) - 0.3 * (len(found) - 1) if min(found) > 0 else 0.0


def listed(least: float) -> Iterator[str]:
    """Yield the words that are used as often as ``least``, in order."""
    lines = _frequencies().data.decode().splitlines()
    rows = (line.split("\t") for line in lines if line)
    return (word for word, hundredths in rows if int(hundredths) >= 100 * least)


def _piece(piece: str) -> float:
    best = max(int(look_up(spelling, _frequencies()) or 0) for spelling in spellings(piece))
    if not best and piece.endswith("'s"):
        return _piece(piece[:-2])
    return best / 100


@cache
def _frequencies() -> Listing:
    """Return the words with hundredths of Zipf."""
    return listing(rules_folder() / "words" / FILE, b"\t")
