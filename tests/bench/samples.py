"""The texts that the benchmarks measure on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import literacy
from literacy.document import Document

LEAFLETS = Path(__file__).parents[2] / "corpora" / "leaflets"


def leaflets() -> list[Document]:
    """Return every sample leaflet once, read from its Markdown."""
    return read(sorted(LEAFLETS.glob("*.md")))


def read(paths: Iterable[Path]) -> list[Document]:
    """Return the documents at ``paths``, our own files and those of folders."""
    files = [
        file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])
    ]
    return [literacy.read(file, isolated=False) for file in files]
