"""What protects the machine while a stranger's file is read, and what is missing here."""

from __future__ import annotations

from collections.abc import Iterator

from literacy.readers import protection

MISSING = {
    "process": "Files are read in this very process.",
    "memory": "Nothing limits the memory that reading a file may take.",
    "time": "Nothing limits the time that reading a file may take.",
    "network": "The system does not cut the reader off from the network. The program refuses it.",
}
ABSENT = ("none", "refused in Python only")


def missing_walls() -> Iterator[str]:
    """Yield a sentence for each protection that this system does not have; none on Linux."""
    walls = protection()
    for wall, sentence in MISSING.items():
        if walls.get(wall, "none") in ABSENT:
            yield f"Note: {sentence} Read only files that you trust."
