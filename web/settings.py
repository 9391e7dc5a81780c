"""What the person who runs the page may choose. Every setting has an environment variable.

The variables start with ``LITERACY_``; without any of them the page serves this machine alone.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

MB = 1024 * 1024
HOUR = 3600.0
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """Sizes are in bytes, times in seconds."""

    data: Path
    pipeline: str = f"{__package__}.verbs"  # the module that reads, analyses, rewrites and exports
    hosts: tuple[str, ...] = LOOPBACK  # the names that the page answers to
    keep: float = 24 * HOUR
    workers: int = 2
    slowest: float = 120.0  # one piece of work
    largest: int = 20 * MB  # one file
    largest_request: int = 100 * MB
    longest_text: int = 2 * MB  # pasted
    most_files: int = 20
    most_waiting: int = 50
    most_per_client: int = 5
    is_proxied: bool = False  # a proxy stands in front and says who asks, and how

    @classmethod
    def from_environment(cls, data: Path | None = None) -> Settings:
        """Return the settings that the environment asks for; ``data`` takes precedence."""
        get = os.environ.get
        hosts = tuple(filter(None, get("LITERACY_HOSTS", "").replace(",", " ").split()))
        return cls(
            data=data or Path(get("LITERACY_DATA", "") or default_data()),
            pipeline=get("LITERACY_PIPELINE", "") or f"{__package__}.verbs",
            hosts=(*LOOPBACK, *hosts),
            keep=float(get("LITERACY_KEEP_HOURS", "") or 24) * HOUR,
            workers=int(get("LITERACY_WORKERS", "") or min(2, os.cpu_count() or 1)),
            is_proxied=get("LITERACY_PROXIED", "") == "1",
        )


def default_data() -> Path:
    """Return the folder where programs of this system keep a person's data."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "~")).expanduser() / "literacy"
    if sys.platform == "darwin":
        return Path("~/Library/Application Support/literacy").expanduser()
    return Path(os.environ.get("XDG_DATA_HOME", "") or "~/.local/share").expanduser() / "literacy"
