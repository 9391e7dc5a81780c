"""How much one document may cost. One small record, passed in, so that a test can make it tight."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process that reads one document may use."""

    file_bytes: int = 20 * MEBIBYTE
    answer_bytes: int = 128 * MEBIBYTE
    memory_bytes: int = 1024 * MEBIBYTE  # on top of what the warm worker has already
    cpu_seconds: int = 15
    wall_seconds: float = 20.0
    open_files: int = 64
    workers: int = 4  # documents read at once


LIMITS = Limits()
