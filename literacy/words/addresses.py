"""Web and mail addresses: nobody reads the words in them, and no letter of them may change."""

from __future__ import annotations

import re

from literacy.document import Span

# For text in lower case, which takes half the time of ``re.IGNORECASE``.
ADDRESS = (
    r"https?://[^\s<>]+|www\.[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:uk|com|org|net|nhs)\b(?:/[^\s<>]*)?"
)
# Most texts hold none, and to look for one at every character takes long.
HINT = re.compile(r"https?://|www\.|@|\.(?:uk|com|org|net|nhs)\b")
_ADDRESS = re.compile(ADDRESS)


def addresses(text: str) -> list[Span]:
    """Return the places of the addresses in ``text``, in order."""
    small = text.lower()
    if len(small) != len(text) or not HINT.search(small):
        return []
    return [Span(*match.span()) for match in _ADDRESS.finditer(small)]
