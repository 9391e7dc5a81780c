"""Results are written whole or not at all: to a new file beside the old one, then renamed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from literacy.errors import ExportError, UsageError


def save(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``.

    Raises:
        ExportError: the folder does not exist or cannot be written to.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror}.") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise ExportError(f"{path} cannot be written: {error.strerror}.") from error


def format_of(path: Path, formats: tuple[str, ...]) -> str:
    """Return the format that the ending of ``path`` asks for.

    Raises:
        UsageError: it is none of ``formats``.
    """
    ending = path.suffix.lower().lstrip(".")
    if ending not in formats:
        known = ", ".join(f".{one}" for one in formats)
        raise UsageError(f"{path.name}: the name of the file to write must end in {known}.")
    return ending
