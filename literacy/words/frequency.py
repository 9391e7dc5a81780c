"""How common a word is: the one door to the ``wordfreq`` package.

Its word list is read straight from its data file, because importing the package loads tokenisers of
forty languages that we do not need, and a page should be scored in half a second.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import chain, repeat
from pathlib import Path

import msgpack

from literacy.words.spelling import spellings

NUMERAL = 5.0  # a number is as easy as a common word
_PIECES = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@lru_cache(maxsize=100_000)
def zipf(word: str) -> float:
    """Return how often ``word`` is used, from 0 (unknown) to 7.7 ("the"), in its commoner spelling.

    A step of one is ten times as often. A word of several parts is rarer than its rarest part.
    """
    pieces = _PIECES.findall(word.lower().replace("’", "'"))
    if not pieces:
        return NUMERAL if any(map(str.isdigit, word)) else 0.0
    found = [_piece(piece) for piece in pieces[:8]]
    return min(found) - 0.3 * (len(found) - 1) if min(found) > 0 else 0.0


def listed(least: float) -> Iterator[str]:
    """Yield the words that are used as often as ``least``, in no order."""
    return (word for word, hundredths in _zipfs().items() if hundredths >= 100 * least)


def _piece(piece: str) -> float:
    known = _zipfs()
    best = max(known.get(spelling, 0) for spelling in spellings(piece))
    if not best and piece.endswith("'s"):
        return _piece(piece[:-2])
    return best / 100


@cache
def _zipfs() -> dict[str, int]:
    """Return hundredths of Zipf by word: the file holds one list of words for each."""
    spec = find_spec("wordfreq")
    assert spec is not None
    assert spec.origin is not None
    path = Path(spec.origin).parent / "data" / "large_en.msgpack.gz"
    _, *bins = msgpack.loads(gzip.decompress(path.read_bytes()))
    hundredths = (repeat(900 - index, len(words)) for index, words in enumerate(bins))
    return dict(zip(chain.from_iterable(bins), chain.from_iterable(hundredths), strict=True))
