"""The small words that hold a sentence together: "the", "of", "and"."""

from __future__ import annotations

from functools import cache

from literacy.folders import rules_folder


@cache
def function_words() -> frozenset[str]:
    """Return the function words of ``rules/words/function_words.txt``, in lower case."""
    lines = (rules_folder() / "words" / "function_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
