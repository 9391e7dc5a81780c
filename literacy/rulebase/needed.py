"""What a text must hold before a pattern can match in it, so that most patterns are never run.

Read from the pattern as Python itself parses it. Where nothing is sure, nothing is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from literacy.words.search import folded

GAP = "\0"  # stands where the pattern may match this or that
DIGIT = "\1"  # stands where it must match a digit


def needed(pattern: str) -> str:
    """Return the longest text, folded, in every match of ``pattern``: ``DIGIT`` is any digit.

    Empty where no text is in all of them.
    """
    text = "".join(_texts(_parser.parse(pattern)))
    parts = [part for part in re.split(rf"{GAP}|({DIGIT})", text) if part]
    return max(parts, key=len, default="")


def _texts(parsed: Any) -> Iterator[str]:
    for operation, value in parsed:
        if operation is code.LITERAL:
            yield folded(chr(value))
        elif operation is code.IN:
            yield _one_of(value)
        elif operation is code.SUBPATTERN:
            yield from _texts(value[-1])
        elif operation is code.MAX_REPEAT and value[0]:
            yield GAP + "".join(_texts(value[-1])) + GAP
        elif operation not in (code.AT, code.ASSERT, code.ASSERT_NOT):
            yield GAP


def _one_of(choices: list[tuple[Any, Any]]) -> str:
    """Return the one letter that a set like ``[Aa]`` stands for."""
    if choices == [(code.CATEGORY, code.CATEGORY_DIGIT)]:
        return DIGIT
    letters = {folded(chr(value)) for operation, value in choices if operation is code.LITERAL}
    is_one = len(letters) == 1 and all(operation is code.LITERAL for operation, _ in choices)
    return letters.pop() if is_one else GAP
