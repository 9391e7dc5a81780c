"""Reading, as the walled-in process does it: see ``literacy.wall.worker``."""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Callable
from pathlib import Path

from literacy.errors import ReadError
from literacy.plain import dump
from literacy.readers.direct import read_directly
from literacy.wall.messages import Files, Message

_PARSERS = ("html", "markdown", "text", "pdf", "docx", "odt", "hyphens")
_MODULES_BY_ENDING = {f".{name}": name for name in ("html", "pdf", "docx", "odt")} | {
    ".txt": "text",
    ".md": "markdown",
}
_asked: list[str] = []  # the files this process was asked for before, to know the first


def warm(request: Message) -> None:
    """Load the parsers. A single file is read sooner with its own alone; a second shows more come.

    A parser that does not load is reported by the child that needs it.
    """
    ending = Path(request["name"]).suffix.lower()
    only = _MODULES_BY_ENDING.get(ending) if not _asked else None
    _asked.append(ending)
    for name in (only,) if only else _PARSERS:
        with contextlib.suppress(ImportError):
            importlib.import_module(f"literacy.readers.{name}")
    if only in (None, "pdf"):
        with contextlib.suppress(ImportError):
            importlib.import_module("literacy.words.frequency").zipf("warm")


def do(request: Message, files: Files, _step: Callable[[object], None]) -> tuple[Message, Files]:
    """Read the one file there is: a document, or an error."""
    try:
        return {"document": dump(read_directly(files["upload"], request["name"]))}, {}
    except ReadError as error:
        return {"error": {"kind": error.kind.value, "message": str(error)}}, {}
