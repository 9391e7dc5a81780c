"""A long list of words, a line each and in order, searched where it lies and never taken apart.

A page asks for a few hundred words of some hundred thousand, so that to make a dictionary of them
all would take longer than everything else that is done with the page.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

_STRIDE = 1024  # bytes between two marks
_MARGIN = 400  # the order may be a little out: a pronouncing dictionary has "a(2)" before "a's"


@dataclass(frozen=True, slots=True)
class Listing:
    """The bytes of a list, the sign behind each word, and a word every ``_STRIDE`` bytes."""

    data: bytes
    sign: bytes
    marks: list[bytes]


def listing(path: Path, sign: bytes) -> Listing:
    """Return the list in a file, whose words have ``sign`` behind them."""
    data = b"\n" + path.read_bytes()
    starts = (data.index(b"\n", at) + 1 for at in range(0, len(data) - _STRIDE, _STRIDE))
    return Listing(data, sign, [data[at : data.index(sign, at)] for at in starts])


def look_up(word: str, words: Listing) -> bytes:
    """Return what stands behind ``word`` in its line, or nothing if it is not listed."""
    key = word.encode(errors="replace")
    near = bisect_right(words.marks, key) * _STRIDE
    start = b"\n%b%b" % (key, words.sign)
    found = words.data.find(start, max(0, near - _STRIDE - _MARGIN), near + _STRIDE + _MARGIN)
    if found < 0:
        return b""
    begin = found + len(start)
    return words.data[begin : words.data.index(b"\n", begin)]
