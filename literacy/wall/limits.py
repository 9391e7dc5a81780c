"""How much one document may cost. One small record, passed in, so that a test can make it tight.

Each limit can be set for a machine by an environment variable: see ``VARIABLES``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

from literacy.errors import UsageError

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process that works on one document may use."""

    file_bytes: int = 20 * MEBIBYTE
    answer_bytes: int = 128 * MEBIBYTE
    memory_bytes: int = 1024 * MEBIBYTE  # on top of what the warm worker has already
    cpu_seconds: int = 15
    wall_seconds: float = 20.0
    open_files: int = 64
    written_bytes: int = 0  # the longest file it may write, in its own folder; a reader writes none


LIMITS = Limits()
# variable -> the limit it sets, and how many of the limit's units one of the variable's is
VARIABLES = {
    "LITERACY_FILE_MB": ("file_bytes", MEBIBYTE),
    "LITERACY_MEMORY_MB": ("memory_bytes", MEBIBYTE),
    "LITERACY_CPU_SECONDS": ("cpu_seconds", 1),
    "LITERACY_SECONDS": ("wall_seconds", 1),
}


def limits_here(environment: Mapping[str, str] = os.environ) -> Limits:
    """Return the limits of this machine: ours, but for those that the environment sets.

    Raises:
        UsageError: a variable holds something else than a number above nought.
    """
    chosen = {
        limit: _number(name, environment[name]) * unit
        for name, (limit, unit) in VARIABLES.items()
        if environment.get(name)
    }
    return replace(LIMITS, **chosen)


def _number(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text)):
        raise UsageError(f"{name} is {text!r}. Set it to a whole number above 0, or to nothing.")
    return int(text)
