"""Which language a text is in: our scores and rules speak of English only."""

from __future__ import annotations

import re

COMMON = frozenset(
    "the of and to a in is for you that it be on with as are this your or have not will at by we "
    "if can from may an they was their has who more when which do should any our all been need "
    "there than".split()
)
LEAST_WORDS = 12  # a shorter text is too little to tell by
ENGLISH_SHARE = 0.2  # of common words: English prose has about 0.4, other languages below 0.1
NOT_ENGLISH = (
    "This text does not seem to be English (it looks like language {!r}), so it was not checked. "
    "The scores and rules are made for English."
)
NO_LANGUAGE = "zxx"
WORD = re.compile(r"[^\W\d_]+")


def language(text: str) -> str:
    """Return the ISO 639 code of the language of ``text``: two letters, or three.

    A very short text is English, and so is one of codes and figures that is in no language.
    """
    words = [word.lower() for word in WORD.findall(text[:20_000])]
    if len(words) < LEAST_WORDS:
        return "en"
    if sum(word in COMMON for word in words) / len(words) >= ENGLISH_SHARE:
        return "en"
    import py3langid  # slow to load, and seldom needed

    code, _ = py3langid.classify(text[:20_000])
    return "en" if code == NO_LANGUAGE else str(code)
