"""The files of the leaflets: one folder each, closed to other people of the machine."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Collection
from pathlib import Path

STRAY = 600.0  # seconds; a folder is there a moment before its row


class Shelf:
    """The folders under one place."""

    def __init__(self, place: Path) -> None:
        self._place = place
        place.mkdir(parents=True, exist_ok=True, mode=0o700)

    def folder(self, leaflet: str) -> Path:
        return self._place / leaflet

    def keep(self, leaflet: str, data: bytes) -> None:
        """Put an upload on the disk for good. Call ``sync`` after the last one."""
        folder = self.folder(leaflet)
        folder.mkdir(mode=0o700)
        with (folder / "upload").open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _sync(folder)

    def sync(self) -> None:
        _sync(self._place)

    def remove(self, leaflet: str) -> None:
        shutil.rmtree(self.folder(leaflet), ignore_errors=True)

    def remove_strays(self, known: Collection[str]) -> None:
        """Delete old folders of which nobody knows."""
        for folder in self._place.iterdir():
            if folder.name not in known and folder.stat().st_mtime < time.time() - STRAY:
                shutil.rmtree(folder, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Put a folder's list of names on the disk, where the system has a way to."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
