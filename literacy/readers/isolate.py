"""Read a document behind the wall, and trust nothing that comes back until it is checked."""

from __future__ import annotations

from literacy.document import Document
from literacy.errors import ReadError, ReadKind
from literacy.plain import load
from literacy.readers.detect import corrupt
from literacy.wall.limits import LIMITS, MEBIBYTE, Limits
from literacy.wall.messages import Message
from literacy.wall.workers import EndedError, Workers

workers = Workers("literacy.readers.behind")


def read_isolated(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read ``data`` in a disposable process within ``limits``.

    Raises:
        ReadError: it could not be read; ``kind`` says why.
    """
    try:
        answer, _ = workers.ask({"name": name}, {"upload": data}, limits)
    except EndedError as end:
        raise ended(end.how, name, limits) from end
    return document_of(answer, name)


def document_of(answer: Message, name: str) -> Document:
    """Return the document of an answer, once it is known to hold together.

    Raises:
        ReadError: it is an error, or nonsense.
    """
    try:
        if "document" in answer:
            return load(Document, answer["document"])
        problem = answer["error"]
        found = ReadError(ReadKind(problem["kind"]), str(problem["message"]))
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError) as error:
        raise corrupt(name) from error
    raise found


def ended(how: str, name: str, limits: Limits, doing: str = "read") -> ReadError:
    """Return the error for work that a limit ended; it names the limit."""
    if how == "time":
        return ReadError(
            ReadKind.TOO_SLOW,
            f"{name} takes more than {limits.wall_seconds:g} seconds to {doing}. "
            "Split it, or copy its words into a new document.",
        )
    if how == "memory":
        return ReadError(
            ReadKind.TOO_COMPLEX,
            f"{name} needs more than {limits.memory_bytes // MEBIBYTE:,} MB of memory to {doing}. "
            "Copy its words into a new document, then try again.",
        )
    return corrupt(name)


def protection(limits: Limits = LIMITS) -> dict[str, str]:
    """Say which walls stand around a document while it is read, on this machine."""
    return workers.protection(limits)


def prepare() -> None:
    """Start a worker before there is a document: it comes up while its caller does other things."""
    workers.prepare()
