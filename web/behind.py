"""What the walled-in process does for the page: see ``literacy.wall.worker``."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache

from literacy.errors import LiteracyError, ReadError, ReadKind, RuleError, TextError
from literacy.pipeline.behind import EACH_KIND
from literacy.plain import dump
from literacy.wall.messages import Files, Message

from .records import Failure, Work
from .work import EASY_READ_FILES, Made, Task, read
from .work import do as done

OURS = Failure(
    "fault",
    "Something went wrong on our side while we worked on this file. Try again. If it happens "
    "again, tell the person who looks after this service.",
)
TOO_COMPLEX = Failure(
    ReadKind.TOO_COMPLEX,
    "This file is too complex to check. Save a simpler copy, or paste its text.",
)
Log = Callable[[str], None]


def warm(request: Message) -> None:
    """Load the language model, and what writes files, before the first person waits for it."""
    _warm(request["pipeline"])


@cache
def _warm(pipeline: str) -> None:
    verbs = importlib.import_module(pipeline)
    with suppress(Exception):
        document = verbs.read(EACH_KIND.encode(), "a.md")
        verbs.export(verbs.analyse(document), "html")
        draft = verbs.easy_read(document)
        for format in EASY_READ_FILES:
            verbs.export(draft, format)


def do(request: Message, files: Files, step: Callable[[object], None]) -> tuple[Message, Files]:
    """Do a task, and say what came of it as plain data."""
    task = Task(
        Work(request["work"]), request["name"], request["profile"], request["accepted"], files
    )
    verbs = importlib.import_module(request["pipeline"])

    def work() -> Made:
        if request["is_reading"]:
            return read(task, verbs)
        return done(task, verbs, lambda state: step({"state": state.value}))

    found = attempt(task, work, lambda line: step({"log": line}))
    if isinstance(found, Failure):
        return {"failure": dump(found)}, {}
    return {"outcome": dump(found.outcome)}, dict(found.files)


def attempt(task: Task, work: Callable[[], Made], log: Log) -> Made | Failure:
    """Do a piece of work; an error becomes words. What was wrong with a text is never logged."""
    try:
        return work()
    except ReadError as error:
        return Failure(error.kind, str(error))
    except TextError as error:
        return Failure(ReadKind.TOO_LARGE, str(error))
    except (MemoryError, RecursionError):
        return TOO_COMPLEX
    except RuleError as error:
        log(f"{task.work} failed: {error}")  # it names a rule file, no leaflet
        return OURS
    except LiteracyError as error:
        return Failure("fault", str(error))
    except Exception as error:
        # The name and the place, never the message: it may quote the leaflet.
        log(f"{task.work} failed: {type(error).__name__} {where(error)}")
        return OURS


def where(error: BaseException) -> str:
    """Return the file and line where an error came up."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
