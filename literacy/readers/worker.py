"""The reading process: ``python -m literacy.readers.worker``, spoken to over its pipes.

It loads the parsers once and forks a child for each document, so that a document costs a fork and
not a start of Python. The child is walled in (``sandbox``), reads one file, writes its answer to a
pipe and is gone. This parent never looks into a document: it waits, and ends the child on time.

An answer is ``{"document": ...}``, ``{"error": {"kind", "message"}}``, ``{"end": how}`` for a child
that gave none, or ``{"protection": ...}``.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import select
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NoReturn

from literacy.errors import ReadError
from literacy.plain import dump, load
from literacy.readers.direct import read_directly
from literacy.readers.limits import Limits
from literacy.readers.messages import pack, receive, send, unpack
from literacy.readers.sandbox import enclose

_PARSERS = (
    *("html", "markdown", "text", "pdf", "docx", "odt"),
    *("hyphens",),
)
_MODULES_BY_ENDING = {f".{name}": name for name in ("html", "pdf", "docx", "odt")} | {
    ".txt": "text",
    ".md": "markdown",
}
_CHUNK = 1 << 16
_LARGEST_REQUEST = 1 << 30  # the caller is trusted; this only bounds a broken pipe


def main() -> None:
    """Answer requests until the caller goes away."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    _leave_folder()
    first = True
    while (head := receive(requests, _LARGEST_REQUEST)) is not None:
        data = receive(requests, _LARGEST_REQUEST)
        if data is None:
            return
        request = unpack(head)
        if request["ask"] == "read":
            # One page alone is read sooner with its own parser only; a second shows more come.
            ending = Path(request["name"]).suffix.lower()
            _warm(_MODULES_BY_ENDING.get(ending) if first else None)
            first = False
        if hasattr(os, "fork"):
            send(answers, _forked(request, data))
        else:
            send(answers, pack(_answer(request, data)))


def _warm(only: str | None) -> None:
    """Load the parser ``only``, or all of them."""
    for name in (only,) if only else _PARSERS:
        # A parser that does not load is reported by the child that needs it.
        with contextlib.suppress(ImportError):
            importlib.import_module(f"literacy.readers.{name}")
    if only in (None, "pdf"):
        with contextlib.suppress(ImportError):
            importlib.import_module("literacy.words.frequency").zipf("warm")


def _leave_folder() -> None:
    """Stand in a folder that is gone: private, empty, and with nothing left to tidy away."""
    folder = tempfile.mkdtemp(prefix="literacy-")
    os.chdir(folder)
    with contextlib.suppress(OSError):
        Path(folder).rmdir()


def _forked(request: dict[str, Any], data: bytes) -> bytes:
    limits = load(Limits, request["limits"])
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        _child(request, data, read_end, write_end)
    os.close(write_end)
    try:
        answer, in_time = _collect(read_end, limits)
    finally:
        os.close(read_end)
    if not in_time:
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    return answer if answer and status == 0 and in_time else pack({"end": _end(status, in_time)})


def _collect(pipe: int, limits: Limits) -> tuple[bytes, bool]:
    """Return what the child wrote, and whether it was done in time and within its size."""
    parts: list[bytes] = []
    size = 0
    deadline = time.monotonic() + limits.wall_seconds
    while size <= limits.answer_bytes:
        ready = select.select([pipe], [], [], max(deadline - time.monotonic(), 0))[0]
        if not ready:
            return b"", False
        part = os.read(pipe, _CHUNK)
        if not part:
            return b"".join(parts), True
        parts.append(part)
        size += len(part)
    return b"", False


def _end(status: int, in_time: bool) -> str:
    if not in_time or (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU):
        return "time"
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return "memory"  # the kernel ends a process so when memory runs out
    return "crash"


def _child(request: dict[str, Any], data: bytes, read_end: int, write_end: int) -> NoReturn:
    """Read one document and go, without ever returning to the loop above."""
    status = 1
    try:
        os.close(read_end)
        _let_go_of_pipes()
        walls = enclose(load(Limits, request["limits"]))
        answer = _answer(request, data, walls)
        _write(write_end, pack(answer))
        status = 0
    except MemoryError:
        _write(write_end, b'{"end":"memory"}')
        status = 0
    finally:
        # No clean-up of a library may run here: it would be the parent's clean-up.
        os._exit(status)


def _let_go_of_pipes() -> None:
    """Leave the caller's pipes: a parser that went wrong could speak to it through them."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    os.close(nothing)


def _write(pipe: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(pipe, view) :]


def _answer(
    request: dict[str, Any], data: bytes, walls: dict[str, str] | None = None
) -> dict[str, Any]:
    if request["ask"] == "protection":
        return {"protection": walls or {}}
    try:
        return {"document": dump(read_directly(data, request["name"]))}
    except ReadError as error:
        return {"error": {"kind": error.kind.value, "message": str(error)}}


if __name__ == "__main__":
    main()
    os._exit(0)  # the caller waits for the end, and there is nothing to tidy away
