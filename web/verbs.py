"""The library's verbs, as the workers call them. Tests put a stand-in module in its place."""

from __future__ import annotations

from literacy.document import Document
from literacy.pipeline.analysing import analyse
from literacy.pipeline.composing import easy_read
from literacy.pipeline.next_steps import gains
from literacy.pipeline.reading import export
from literacy.pipeline.reading import read as read_file
from literacy.pipeline.rewriting import rewrite

__all__ = ["analyse", "easy_read", "export", "gains", "read", "rewrite"]


def read(data: bytes, name: str) -> Document:
    """Read an upload here: the process that calls this is the disposable one."""
    return read_file(data, name, isolated=False)
