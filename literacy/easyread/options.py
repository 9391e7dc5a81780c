"""What a writer may choose about an Easy Read draft."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """``pictures_folder`` holds the writer's own pictures, named by concept; they come first."""

    sentence_words: int = 15
    pictures_folder: Path | None = None
