"""The words that a short form stands for, where a text gives both.

As Schwartz and Hearst (2003) describe: each letter of the short form is found in the words, in
order, and the first letter begins a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def full_forms(short: str, words: Sequence[str]) -> Iterator[int]:
    """Yield each index of ``words`` from which on they may be what ``short`` stands for."""
    letters = [char.lower() for char in short if char.isalnum()]
    near = [word.lower() for word in words]
    for index, word in enumerate(near):
        if word[:1] == letters[0] and _in_order(letters, " ".join(near[index:])):
            yield index


def reach(short: str) -> int:
    """Return how many words the full form of ``short`` may have."""
    return 2 * sum(map(str.isalnum, short)) + 3


def _in_order(letters: list[str], text: str) -> bool:
    at = iter(text)
    return all(letter in at for letter in letters)
