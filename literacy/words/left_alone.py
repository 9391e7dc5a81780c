"""Words that are rare, or long, and are still left as they are: nearly every reader knows them.

``rules/words/left_alone.tsv`` holds them, each read by a person, with the reason. A regular form of
a listed word is left alone too, and so is a word with hyphens whose parts all are, or are easy.
A rule may still speak where it knows a plainer word for one meaning: rules come first.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from literacy.folders import rules_folder
from literacy.words.easy import is_familiar
from literacy.words.spelling import spellings

FILE = "left_alone.tsv"
# The ending, and what stands in the list in its place. Nothing is said of "-er": a preventer is
# more than one who prevents.
_ENDINGS = (
    ("'s", ""), ("s'", "s"), ("ies", "y"), ("ied", "y"), ("ily", "y"), ("es", ""), ("s", ""),
    ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1$")


@lru_cache(maxsize=10_000)
def is_left_alone(word: str) -> bool:
    """Tell whether ``word`` is a word, or a form of one, that is left as it is."""
    low = word.lower().replace("’", "'")
    parts = [part for part in low.split("-") if part]
    return _is_listed(low) or (len(parts) > 1 and all(map(_is_known, parts)))


@cache
def left_alone() -> dict[str, str]:
    """Return the reason for each listed word."""
    lines = (rules_folder() / "words" / FILE).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


def _is_known(part: str) -> bool:
    return is_familiar(part) or _is_listed(part)


def _is_listed(word: str) -> bool:
    return any(stem in left_alone() for form in spellings(word) for stem in (form, *_stems(form)))


def _stems(word: str) -> list[str]:
    stems = []
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            stems.append(stem + instead)
            if not instead and _DOUBLED.search(stem):
                stems.append(stem[:-1])  # "upsetting"
    return stems
