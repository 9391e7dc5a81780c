"""Words that nearly every reader knows: the one door to ``textstat``, whose word list is used.

The list is that of Dale and Chall. As they say, a regular plural, possessive, verb form,
comparison or -ly adverb of a listed word is familiar too, and so is a numeral; a hyphenated word is
familiar if its parts are. Names of people and places are familiar to Dale and Chall, but a list
cannot know them and they count as unfamiliar here. A word may be spelled the British way.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from literacy.words.spelling import spellings

# The ending, and what stands in the list in its place.
_ENDINGS = (
    ("'s", ""), ("s'", "s"), ("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"),
    ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""),
    ("er", "e"), ("est", ""), ("est", "e"), ("ly", ""),
)  # fmt: skip


@lru_cache(maxsize=100_000)
def is_familiar(word: str) -> bool:
    """Tell whether ``word``, or the word it is a regular form of, is in the easy word list."""
    low = word.lower().replace("’", "'")
    return all(_is_easy(part) for part in low.split("-") if part)


def _is_easy(part: str) -> bool:
    if not part.isalpha() and part.replace(",", "").replace(".", "").isdecimal():
        return True
    if len(part) > 40:
        return False
    return _is_form(part) or any(map(_is_form, spellings(part)))


def _is_form(word: str) -> bool:
    easy = _easy_words()
    return word in easy or any(stem in easy for stem in _stems(word))


def _stems(word: str) -> list[str]:
    stems = []
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            stems.append(stem + instead)
            if not instead and len(stem) > 2 and stem[-1] == stem[-2]:
                stems.append(stem[:-1])  # "stopped"
    return stems


@cache
def _easy_words() -> frozenset[str]:
    # textstat itself is not imported: it would bring nltk with it.
    spec = find_spec("textstat")
    assert spec is not None
    assert spec.origin is not None
    path = Path(spec.origin).parent / "resources" / "en" / "easy_words.txt"
    return frozenset(path.read_text(encoding="utf-8").lower().split())
