"""The working process: ``python -m literacy.wall.worker MODULE``, spoken to over its pipes.

It loads what ``MODULE`` needs once and forks a child for each document, so that a document costs a
fork and not a start of Python. The child is walled in (``sandbox``), does its work, writes its
answer to a pipe and is gone. This parent never looks into a document or an answer: it passes on
what the child says, each message marked as the child's, and ends the child on time.

``MODULE`` offers ``warm(request)``, called here before the fork, and ``do(request, files, step)``,
called in the child, which returns a message and files. What a child says is ``{"step": ...}``, then
``{"answer": ...}``; the last word, ``{"end": how}``, is this parent's.
"""

from __future__ import annotations

import gc
import importlib
import os
import select
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from types import ModuleType
from typing import BinaryIO, NoReturn

from literacy.plain import load
from literacy.wall.limits import Limits
from literacy.wall.messages import LENGTH, Files, Message, framed, pack, receive, send, unpack
from literacy.wall.sandbox import enclose

CHILD, END = b"c", b"e"  # who says it: the first byte of each message to the caller
_REQUESTS = 0  # standard input
_CHUNK = 1 << 16
_LARGEST_REQUEST = 1 << 30  # the caller is trusted; this only bounds a broken pipe


def main() -> None:
    """Answer requests until the caller goes away."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    os.chdir(os.sep)  # hold on to no folder of the caller's
    work = importlib.import_module(sys.argv[1])
    while (body := receive(requests, _LARGEST_REQUEST)) is not None:
        request, files = unpack(body)
        del body
        if request["ask"] != "protection":
            work.warm(request)
        if request["ask"] == "warm":
            send(answers, END + pack({"end": "ok"}))
        elif hasattr(os, "fork"):
            send(answers, END + pack({"end": _forked(work, request, files, answers)}))
        else:
            _do(work, request, files, {}, lambda body: send(answers, CHILD + body))
            send(answers, END + pack({"end": "ok"}))


def _forked(work: ModuleType, request: Message, files: Files, answers: BinaryIO) -> str:
    """Let a child do the work in a folder of its own, and return how it ended."""
    with tempfile.TemporaryDirectory(prefix="literacy-", ignore_cleanup_errors=True) as folder:
        limits = load(Limits, request["limits"])
        read_end, write_end = os.pipe()
        gc.freeze()  # what is loaded stays shared: the child's collector need not touch it
        child = os.fork()
        if child == 0:
            os.close(read_end)
            _child(work, request, files, folder, write_end)
        os.close(write_end)
        try:
            is_done = _pass_on(read_end, child, limits, answers)
        finally:
            os.close(read_end)
        if not is_done:
            os.kill(child, signal.SIGKILL)
        status = os.waitpid(child, 0)[1]
    return "ok" if status == 0 and is_done else _end(status, is_done)


def _pass_on(pipe: int, child: int, limits: Limits, answers: BinaryIO) -> bool:
    """Pass on each whole message of the child; say if it was done in time and within its size."""
    waiting = bytearray()
    size = 0
    deadline = time.monotonic() + limits.wall_seconds
    while size <= limits.answer_bytes:
        ready = select.select([pipe, _REQUESTS], [], [], max(deadline - time.monotonic(), 0))[0]
        if _REQUESTS in ready:  # nothing is asked before this is answered, so the caller is gone
            os.kill(child, signal.SIGKILL)
            raise SystemExit(1)
        if not ready:
            return False
        part = os.read(pipe, _CHUNK)
        if not part:
            return True
        waiting += part
        size += len(part)
        while len(waiting) >= LENGTH:
            end = LENGTH + int.from_bytes(waiting[:LENGTH], "big")
            if len(waiting) < end:
                break
            send(answers, CHILD + waiting[LENGTH:end])
            del waiting[:end]
    return False


def _end(status: int, is_done: bool) -> str:
    if not is_done or (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU):
        return "time"
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return "memory"  # the kernel ends a process so when memory runs out
    return "crash"


def _child(
    work: ModuleType, request: Message, files: Files, folder: str, write_end: int
) -> NoReturn:
    """Do the work on one document and go, without ever returning to the loop above."""
    status = 1
    try:
        _let_go_of_pipes()
        os.chdir(folder)
        tempfile.tempdir = folder
        walls = enclose(load(Limits, request["limits"]), folder, request.get("open", []))
        _do(work, request, files, walls, lambda body: _write(write_end, framed(body)))
        status = 0
    except MemoryError:
        _write(write_end, framed(pack({"is_out_of_memory": True})))
    finally:
        # No clean-up of a library may run here: it would be the parent's clean-up.
        os._exit(status)


def _do(
    work: ModuleType,
    request: Message,
    files: Files,
    walls: dict[str, str],
    say: Callable[[bytes], None],
) -> None:
    if request["ask"] == "protection":
        say(pack({"answer": {"protection": walls}}))
        return
    answer, made = work.do(request, files, lambda step: say(pack({"step": step})))
    say(pack({"answer": answer}, made))


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


if __name__ == "__main__":
    main()
    os._exit(0)  # the caller waits for the end, and there is nothing to tidy away
