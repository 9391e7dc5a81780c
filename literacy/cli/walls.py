"""What protects the machine while a stranger's file is read, and what is missing here."""

from __future__ import annotations

from collections.abc import Iterator

from literacy.readers import protection

MISSING = {
    "process": "Files are read in this very process.",
    "memory": "Nothing limits the memory that reading a file may take.",
    "time": "Nothing limits the time that reading a file may take.",
    "files": "Nothing limits the files that reading a file may write.",
    "folders": "The system does not keep the reader from your other files.",
    "network": "The system does not cut the reader off from the network. The program refuses it.",
}
# Either of two walls keeps a reader from the network.
STAND_IN = {"network": "calls"}


def missing_walls() -> Iterator[str]:
    """Yield a sentence for each protection that this system does not have; none on Linux."""
    walls = protection()
    for wall, sentence in MISSING.items():
        stands = {walls.get(wall, "none"), walls.get(STAND_IN.get(wall, wall), "none")}
        if stands == {"none"}:
            yield f"Note: {sentence} Read only files that you trust."
