"""A process with limits in which documents are opened, kept warm between pieces of work.

The worker that owns a bench sees only plain answers. A bench that takes too long, or asks for too
much memory, is ended and a new one is started for the next leaflet.
"""

from __future__ import annotations

import importlib
import multiprocessing
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from time import monotonic
from typing import Any

from literacy.errors import LiteracyError, ReadError, ReadKind, RuleError, TextError

from .records import Failure, State
from .work import Outcome, Task, do

MEMORY = 4 * 1024**3
OURS = Failure(
    "fault",
    "Something went wrong on our side while we worked on this file. Try again. If it happens "
    "again, tell the person who looks after this service.",
)
TOO_SLOW = Failure(
    ReadKind.TOO_SLOW, "This file takes too long to check. Split it into parts and try each."
)


class BenchDiedError(Exception):
    """The process ended without an answer."""


class Bench:
    """One process at a time, started when first needed."""

    def __init__(self, pipeline: str, slowest: float) -> None:
        self._pipeline = pipeline
        self._slowest = slowest
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def warm(self) -> None:
        self._started()

    def run(self, task: Task, on_step: Callable[[State], None]) -> Outcome | Failure:
        """Do a task and return what came of it.

        Raises:
            BenchDiedError: the process was killed or ran out of memory.
        """
        pipe = self._started()
        try:
            pipe.send(task)
            return self._answer(pipe, on_step)
        except (EOFError, OSError) as error:
            self.stop()
            raise BenchDiedError from error

    def stop(self) -> None:
        if self._process is not None and self._pipe is not None:
            self._pipe.close()
            self._process.kill()
            self._process.join(5)
        self._process = self._pipe = None

    def _answer(self, pipe: Connection, on_step: Callable[[State], None]) -> Outcome | Failure:
        end = monotonic() + self._slowest
        while pipe.poll(max(end - monotonic(), 0)):
            answer = pipe.recv()
            if not isinstance(answer, State):
                return answer  # type: ignore[no-any-return]
            on_step(answer)
        self.stop()
        return TOO_SLOW

    def _started(self) -> Connection:
        if self._process is not None and self._process.is_alive() and self._pipe is not None:
            return self._pipe
        self.stop()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, self._pipeline), daemon=False)
        self._process.start()
        theirs.close()
        self._pipe = ours
        return ours


def serve(pipe: Connection, pipeline: str) -> None:
    """Do tasks until the other end of the pipe is closed."""
    _limit()
    verbs = importlib.import_module(pipeline)
    _warm(verbs)
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(attempt(task, verbs, pipe.send))


def _warm(verbs: Any) -> None:
    """Load the language model before the first person waits for it."""
    with suppress(Exception):
        verbs.analyse("Drink some water.")


def attempt(task: Task, verbs: Any, step: Callable[[State], None]) -> Outcome | Failure:
    """Do a task; an error becomes words. What was wrong with a text is never logged."""
    try:
        return do(task, verbs, step)
    except ReadError as error:
        return Failure(error.kind, str(error))
    except TextError as error:
        return Failure(ReadKind.TOO_LARGE, str(error))
    except (MemoryError, RecursionError):
        return Failure(
            ReadKind.TOO_COMPLEX,
            "This file is too complex to check. Save a simpler copy, or paste its text.",
        )
    except RuleError as error:
        print(f"{task.work} failed: {error}", file=sys.stderr)  # it names a rule file, no leaflet
        return OURS
    except LiteracyError as error:
        return Failure("fault", str(error))
    except Exception as error:
        # The name and the place, never the message: it may quote the leaflet.
        print(f"{task.work} failed: {type(error).__name__} {where(error)}", file=sys.stderr)
        return OURS


def where(error: BaseException) -> str:
    """Return the file and line where an error came up."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""


def _limit() -> None:
    """Bound the memory of this process, where the system can."""
    if sys.platform != "linux":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
