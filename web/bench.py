"""Where documents are opened: in disposable processes with limits, asked from here.

Reading has a process of its own, with the narrowest limits; what is made of the document has
another. The worker that asks sees plain answers alone, and checks them before they are kept.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace

from literacy.composed import EasyRead
from literacy.document import Document
from literacy.errors import ReadKind
from literacy.findings import Report
from literacy.pipeline.walled import working_limits
from literacy.plain import load, unpacked
from literacy.readers.isolate import ended
from literacy.wall.limits import Limits, limits_here
from literacy.wall.messages import Files, Message
from literacy.wall.workers import EndedError, Workers

from .kept import Revised
from .records import Failure, State, Work
from .settings import Settings
from .work import EASY_READ_FILES, REPORT_FILES, REVISED_FILES, Made, Outcome, Task

OnStep = Callable[[State], None]
# The files that each work may make, and as what each must load; None for those that people take.
MADE: Mapping[Work, Mapping[str, type | None]] = {
    Work.CHECK: {
        "document.json": Document,
        "report-kept.json": Report,
        "harder.json": dict[str, float],
        **dict.fromkeys((f"report.{format}" for format in REPORT_FILES), None),
    },
    Work.REVISE: {
        "revised.json": Revised,
        **dict.fromkeys(REVISED_FILES, None),
    },
    Work.COMPOSE: {
        "easy-read.json": EasyRead,
        **dict.fromkeys((f"easy-read.{format}" for format in EASY_READ_FILES), None),
    },
}
_LOGGED = re.compile(r"[\w .,:;/\\'\"()-]{1,300}")


class BenchDiedError(Exception):
    """The process ended without an answer."""


class Bench:
    """The walled-in processes of the page. Many threads may share it."""

    def __init__(self, settings: Settings) -> None:
        self._workers = Workers(f"{__package__}.behind", settings.workers)
        self._pipeline = settings.pipeline
        self._slowest = settings.slowest

    def warm(self) -> None:
        self._workers.warm({"pipeline": self._pipeline})

    def stop(self) -> None:
        self._workers.stop()

    def run(self, task: Task, on_step: OnStep) -> Made | Failure:
        """Do a task and return what came of it.

        Raises:
            BenchDiedError: a process was killed, or what it said made no sense.
        """
        limits = limits_here()
        if task.work is Work.CHECK:
            on_step(State.READING)
            found = self._asked(task, limits, on_step, is_reading=True)
            if isinstance(found, Failure):
                return found
            task = replace(task, files=found.files)
        working = replace(working_limits(limits), wall_seconds=self._slowest)
        return self._asked(task, working, on_step)

    def _asked(
        self, task: Task, limits: Limits, on_step: OnStep, *, is_reading: bool = False
    ) -> Made | Failure:
        request = {
            "pipeline": self._pipeline, "work": task.work.value, "name": task.name,
            "profile": task.profile, "accepted": task.accepted, "is_reading": is_reading,
        }  # fmt: skip
        try:
            answer, files = self._workers.ask(
                request, task.files, limits, lambda step: _heard(step, on_step)
            )
        except EndedError as end:
            if end.how == "time":
                return Failure(ReadKind.TOO_SLOW, str(ended("time", task.name, limits, "check")))
            raise BenchDiedError from end
        return _checked(task.work, answer, files)


def _heard(step: object, on_step: OnStep) -> None:
    """Take note of a step, or of a line for the log, if it is one."""
    said = step if isinstance(step, dict) else {}
    if said.get("state") in (State.READING, State.CHECKING, State.WRITING):
        on_step(State(said["state"]))
    if _LOGGED.fullmatch(str(said.get("log", ""))):
        print(said["log"], file=sys.stderr)


def _checked(work: Work, answer: Message, files: Files) -> Made | Failure:
    """Return an answer as our records, once its files are known to be what they should be."""
    try:
        if "failure" in answer:
            return load(Failure, answer["failure"])
        for name, data in files.items():
            kind = MADE[work][name]
            if kind is not None:
                unpacked(kind, data)
        return Made(load(Outcome, answer["outcome"]), files)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BenchDiedError from error
