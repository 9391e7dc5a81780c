"""Read a document in another process, and trust nothing that comes back until it is checked.

A few warm workers (``worker``) wait for files. They are commands of their own, not copies of the
caller, so this works in scripts without a main guard, from threads, and after a fork. A worker that
dies is replaced; one that does not answer is ended.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from literacy.document import Document
from literacy.errors import ReadError, ReadKind
from literacy.plain import dump, load
from literacy.readers.detect import corrupt, too_complex
from literacy.readers.limits import LIMITS, Limits
from literacy.readers.messages import pack, receive, send, unpack

_GRACE = 15.0  # seconds to start, or to pass an answer on, before a worker is given up
_TRIES = 2  # a worker may have died since its last document; a fresh one is then asked
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH")

Answer = dict[str, Any]


class _Pool:
    """The idle workers of this process, and how many documents may be read at once."""

    def __init__(self) -> None:
        self.idle: list[subprocess.Popen[bytes]] = []
        self.lock = threading.Lock()
        self.places = threading.BoundedSemaphore(LIMITS.workers)


_pool = _Pool()


def read_isolated(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read ``data`` in a disposable process within ``limits``.

    Raises:
        ReadError: it could not be read; ``kind`` says why.
    """
    answer = _ask({"ask": "read", "name": name, "limits": dump(limits)}, data, limits)
    try:
        if "document" in answer:
            return load(Document, answer["document"])
        if "error" in answer:
            problem = answer["error"]
            raise ReadError(ReadKind(problem["kind"]), str(problem["message"]))
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise corrupt(name) from error
    raise _ended(answer.get("end"), name)


def protection(limits: Limits = LIMITS) -> dict[str, str]:
    """Say which walls stand around a document while it is read, on this machine."""
    answer = _ask({"ask": "protection", "name": "", "limits": dump(limits)}, b"", limits)
    walls = {"process": "one for each document" if "protection" in answer else "none"}
    return walls | {str(key): str(value) for key, value in answer.get("protection", {}).items()}


def prepare() -> None:
    """Start a worker before there is a document: it comes up while its caller does other things."""
    _give_back(_start())


def close() -> None:
    """End the idle workers. They start again when they are needed."""
    with _pool.lock:
        workers, _pool.idle = _pool.idle, []
    for worker in workers:
        _stop(worker)


def _ended(how: object, name: str) -> ReadError:
    if how == "time":
        return ReadError(
            ReadKind.TOO_SLOW,
            f"{name} takes too long to read. Split it, or copy its words into a new document.",
        )
    return too_complex(name) if how == "memory" else corrupt(name)


def _ask(request: Answer, data: bytes, limits: Limits) -> Answer:
    head = pack(request)
    with _pool.places:
        for _ in range(_TRIES):
            answer = _asked_once(head, data, limits)
            if answer is not None:
                return answer
    return {"end": "memory"}


def _asked_once(head: bytes, data: bytes, limits: Limits) -> Answer | None:
    """Return a worker's answer, ``{"end": "time"}`` if it gave none in time, None if it died."""
    worker = _take()
    late = threading.Event()
    with _alarm(worker, limits.wall_seconds + _GRACE, late):
        answer = _exchange(worker, head, data, limits)
    if answer is None:
        _stop(worker)
        return {"end": "time"} if late.is_set() else None
    # Without fork the worker read the document itself, so it is used up.
    _give_back(worker) if hasattr(os, "fork") else _stop(worker)
    return answer


def _exchange(
    worker: subprocess.Popen[bytes], head: bytes, data: bytes, limits: Limits
) -> Answer | None:
    try:
        send(cast(BinaryIO, worker.stdin), head, data)
        answer = receive(cast(BinaryIO, worker.stdout), limits.answer_bytes + 1024)
        found = unpack(answer) if answer is not None else None
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


@contextlib.contextmanager
def _alarm(
    worker: subprocess.Popen[bytes], seconds: float, late: threading.Event
) -> Iterator[None]:
    """End ``worker`` after ``seconds``: a read from its pipe then returns, on every platform."""

    def end() -> None:
        late.set()
        worker.kill()

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _take() -> subprocess.Popen[bytes]:
    with _pool.lock:
        while _pool.idle:
            worker = _pool.idle.pop()
            if worker.poll() is None:
                return worker
            _stop(worker)
    return _start()


def _give_back(worker: subprocess.Popen[bytes]) -> None:
    with _pool.lock:
        _pool.idle.append(worker)


def _start() -> subprocess.Popen[bytes]:
    # The worker must find the same packages as its caller, however the caller found them.
    kept = {key: os.environ[key] for key in _KEPT_VARIABLES if key in os.environ}
    places = os.pathsep.join(str(Path(place).resolve()) for place in sys.path)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "literacy.readers.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a parser's complaint could quote the document
        env=kept | {"PYTHONPATH": places, "PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore"},
        start_new_session=True,  # Ctrl-C is for the caller, which then closes us
    )


def _stop(worker: subprocess.Popen[bytes]) -> None:
    """Close the worker's pipes, which ends it when it is idle, and make sure."""
    for stream in (worker.stdin, worker.stdout):
        with contextlib.suppress(OSError):
            cast(BinaryIO, stream).close()
    try:
        worker.wait(timeout=1)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()


def _forget() -> None:
    """After a fork the workers are the parent's: close our ends of their pipes, and begin anew."""
    global _pool
    for worker in _pool.idle:
        for stream in (worker.stdin, worker.stdout):
            with contextlib.suppress(OSError):
                os.close(cast(BinaryIO, stream).fileno())
        worker.returncode = 0  # ours no longer to wait for, so let it be dropped quietly
    _orphans.extend(_pool.idle)
    _pool = _Pool()


# Kept so that their streams are not closed a second time, when the number may be another file's.
_orphans: list[subprocess.Popen[bytes]] = []

atexit.register(close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
