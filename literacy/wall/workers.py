"""Warm workers, and how to ask them. Nothing they say is trusted.

The workers are commands of their own (``worker``), not copies of the caller, so this works in
scripts without a main guard, from threads, and after a fork. A worker that dies is replaced; one
that does not answer is ended.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, cast

from literacy.plain import dump
from literacy.wall.limits import LIMITS, Limits
from literacy.wall.messages import Files, Message, pack, receive, send, unpack
from literacy.wall.worker import CHILD, END

_GRACE = 15.0  # seconds to start, or to pass an answer on, before a worker is given up
_TRIES = 2  # a worker may have died since its last document; a fresh one is then asked
_KEPT_VARIABLES = (
    *("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH"),
    *("HOME", "XDG_CACHE_HOME"),  # or the system is asked who we are, over a socket
)

Process = subprocess.Popen[bytes]
Step = Callable[[object], None]


class EndedError(Exception):
    """The work came to no answer. ``how`` is "time", "memory" or "crash"."""

    def __init__(self, how: str) -> None:
        super().__init__(how)
        self.how = how


class Workers:
    """The idle workers of this process for one kind of work, and how many may be busy at once."""

    def __init__(self, module: str, most: int = 4, grace: float = _GRACE) -> None:
        self.idle: list[Process] = []
        self._busy: set[Process] = set()
        self._module = module
        self._grace = grace
        self._most = most
        self._renew()
        _all.add(self)

    def ask(
        self,
        request: Message,
        files: Mapping[str, bytes] | None = None,
        limits: Limits = LIMITS,
        on_step: Step | None = None,
    ) -> tuple[Message, Files]:
        """Have a request done in a disposable process, and return the answer, unchecked.

        Raises:
            EndedError: there was none.
        """
        body = pack({"ask": "do", **request, "limits": dump(limits)}, files)
        with self._places:
            for _ in range(_TRIES):
                found = self._asked_once(body, limits, on_step or (lambda step: None))
                if found is not None:
                    return found
        raise EndedError("crash")

    def prepare(self) -> None:
        """Start a worker before there is work: it comes up while its caller does other things."""
        self._put_down(self._take(), is_well=True)

    def warm(self, request: Message) -> None:
        """Start a worker and let it load what ``request`` will need, without waiting for it."""
        threading.Thread(target=self._warmed, args=(request,), daemon=True).start()

    def protection(self, limits: Limits = LIMITS) -> dict[str, str]:
        """Say which walls stand around a document, on this machine."""
        with contextlib.suppress(EndedError):
            answer = self.ask({"ask": "protection"}, limits=limits)[0]
            walls = {str(name): str(wall) for name, wall in answer["protection"].items()}
            return {"process": "one for each document"} | walls
        return {"process": "none"}

    def close(self) -> None:
        """End the idle workers. They start again when they are needed."""
        with self._lock:
            workers, self.idle = self.idle, []
        for worker in workers:
            _stop(worker)

    def stop(self) -> None:
        """End every worker at once, the busy ones too. What was asked of them comes to nothing."""
        with self._lock:
            busy, self._busy = self._busy, set()
        for worker in busy:
            worker.kill()
        self.close()

    def forget(self) -> None:
        """Begin anew after a fork: the workers are the parent's, so only close our ends."""
        for worker in self.idle:
            for stream in (worker.stdin, worker.stdout):
                with contextlib.suppress(OSError):
                    os.close(cast(BinaryIO, stream).fileno())
            worker.returncode = 0  # ours no longer to wait for, so let it be dropped quietly
        _orphans.extend(self.idle)
        self.idle, self._busy = [], set()
        self._renew()

    def _renew(self) -> None:
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(self._most)

    def _warmed(self, request: Message) -> None:
        with contextlib.suppress(EndedError):
            self.ask({**request, "ask": "warm"}, limits=LIMITS)

    def _asked_once(
        self, body: bytes, limits: Limits, on_step: Step
    ) -> tuple[Message, Files] | None:
        """Return a worker's answer, or None if it died.

        Raises:
            EndedError: the worker is well, and the work came to nothing.
        """
        worker = self._take()
        late = threading.Event()
        with _alarm(worker, limits.wall_seconds + self._grace, late):
            found = _exchange(worker, body, limits, on_step)
        is_ours = self._put_down(worker, is_well=found is not None)
        if late.is_set():
            raise EndedError("time")
        if found is None:
            if not is_ours:
                raise EndedError("crash")
            return None
        how, answer, files = found
        if how != "ok":
            raise EndedError(how)
        return answer, files

    def _take(self) -> Process:
        with self._lock:
            while self.idle:
                worker = self.idle.pop()
                if worker.poll() is None:
                    self._busy.add(worker)
                    return worker
                _stop(worker)
        worker = _start(self._module)
        with self._lock:
            self._busy.add(worker)
        return worker

    def _put_down(self, worker: Process, *, is_well: bool) -> bool:
        """Keep a worker that is well for the next file. Say if it was not stopped meanwhile."""
        with self._lock:
            is_ours = worker in self._busy
            self._busy.discard(worker)
            # Without fork the worker did the work itself, so it is used up.
            if is_ours and is_well and hasattr(os, "fork"):
                self.idle.append(worker)
                return True
        _stop(worker)
        return is_ours


def _exchange(
    worker: Process, body: bytes, limits: Limits, on_step: Step
) -> tuple[str, Message, Files] | None:
    """Return how the work ended and the last answer; None if the worker itself fell silent."""
    answer: Message = {}
    files: Files = {}
    how = ""
    try:
        send(cast(BinaryIO, worker.stdin), body)
        while said := receive(cast(BinaryIO, worker.stdout), limits.answer_bytes + 1024):
            if said[:1] == END:
                end = str(unpack(said[1:])[0]["end"])
                return how or end, answer, files
            found, made = _heard(said)
            if "step" in found:
                on_step(found["step"])
            elif "is_out_of_memory" in found:
                how = "memory"
            elif isinstance(found.get("answer"), dict):
                answer, files = found["answer"], made
    except (OSError, ValueError):
        return None
    return None


def _heard(said: bytes) -> tuple[Message, Files]:
    """Return what the child said; nonsense is as good as nothing."""
    try:
        return unpack(said[1:]) if said[:1] == CHILD else ({}, {})
    except ValueError:
        return {}, {}


@contextlib.contextmanager
def _alarm(worker: Process, seconds: float, late: threading.Event) -> Iterator[None]:
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


def _start(module: str) -> Process:
    # The worker must find the same packages as its caller, however the caller found them.
    kept = {key: os.environ[key] for key in _KEPT_VARIABLES if key in os.environ}
    places = os.pathsep.join(str(Path(place).resolve()) for place in sys.path)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "literacy.wall.worker", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a parser's complaint could quote the document
        env=kept | {"PYTHONPATH": places, "PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore"},
        start_new_session=True,  # Ctrl-C is for the caller, which then closes us
    )


def _stop(worker: Process) -> None:
    """Close the worker's pipes, which ends it when it is idle, and make sure."""
    for stream in (worker.stdin, worker.stdout):
        with contextlib.suppress(OSError):
            cast(BinaryIO, stream).close()
    try:
        worker.wait(timeout=1)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()


def _close_all() -> None:
    for workers in list(_all):
        workers.close()


def _forget_all() -> None:
    for workers in list(_all):
        workers.forget()


_all: weakref.WeakSet[Workers] = weakref.WeakSet()
# Kept so that their streams are not closed a second time, when the number may be another file's.
_orphans: list[Process] = []

atexit.register(_close_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)
