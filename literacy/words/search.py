"""Text made ready for searching, character by character, so that every offset stays true."""

from __future__ import annotations

from functools import lru_cache

# Curly quotes, odd hyphens and odd spaces, each replaced by the plain one of the same length.
PLAIN = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\n": " ",
        "\t": " ",
    }
)
_PLAIN = tuple((chr(odd), plain) for odd, plain in PLAIN.items())


# A block is asked for at every word found in it, so the last few are kept.
@lru_cache(maxsize=128)
def folded(text: str, *, lines: bool = False) -> str:
    """Return ``text`` in lower case with plain quotes, hyphens and spaces, of the same length.

    With ``lines`` the ends of lines stay.
    """
    # Ten searches for a rare sign are much faster than one translation of every character.
    for odd, plain in _PLAIN:
        if odd != "\n" or not lines:
            text = text.replace(odd, plain)
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def at_word_edges(text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` neither begins nor ends inside a word."""
    before = text[start - 1 : start]
    after = text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (
        after.isalnum() and text[end - 1].isalnum()
    )
