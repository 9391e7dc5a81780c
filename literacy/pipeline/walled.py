"""Verbs behind the wall: a stranger's file is read, analysed and written in disposable processes.

Each verb has a process of its own, so that a parser that was turned against us never meets what the
next verb makes. What comes back is loaded as the record it should be, or refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from literacy import errors
from literacy.document import Document
from literacy.errors import LiteracyError, ReadError, ReadKind
from literacy.findings import Report
from literacy.folders import rules_folder
from literacy.plain import packed, unpacked
from literacy.readers.detect import corrupt
from literacy.readers.isolate import ended
from literacy.rulebase.files import load_mapping
from literacy.rulebase.house import rule_files
from literacy.wall.limits import MEBIBYTE, Limits, limits_here
from literacy.wall.messages import Files, Message
from literacy.wall.workers import EndedError, Workers

T = TypeVar("T")
_TIMES = 6  # as long to analyse or to write as to read
_MEMORY = 2
_WRITTEN = 96 * MEBIBYTE  # what tells languages apart unpacks itself into a file of 65 MB


def working_limits(limits: Limits) -> Limits:
    """Return what analysing and writing may use, where reading may use ``limits``."""
    return replace(
        limits,
        wall_seconds=limits.wall_seconds * _TIMES,
        cpu_seconds=limits.cpu_seconds * _TIMES,
        memory_bytes=limits.memory_bytes * _MEMORY,
        answer_bytes=limits.answer_bytes * _MEMORY,
        open_files=limits.open_files * 4,
        written_bytes=_WRITTEN,
    )


def check(
    workers: Workers,
    data: bytes,
    name: str,
    profile: str,
    *,
    format: str = "",
    is_alone: bool = False,
) -> tuple[Report, bytes]:
    """Read and analyse a leaflet in disposable processes, and write the report in ``format``.

    Args:
        format: one of a report's; none, and nothing is written.
        is_alone: no other leaflet follows, so a worker need not make ready for more.

    Raises:
        LiteracyError: what ``read`` and ``analyse`` raise.
    """
    limits = limits_here()
    asked: Message = {"name": name, "profile": full(profile), "is_alone": is_alone}
    read = _asked(workers, {**asked, "task": "read"}, {"upload": data}, limits)
    document = _loaded(Document, read, "document", name)
    request = {**asked, "task": "analyse", "format": format}
    request["open"] = [*opened(profile)]
    files = {"document": packed(document)}
    analysed = _asked(workers, request, files, working_limits(limits))
    return _loaded(Report, analysed, "report", name), analysed.get("written", b"")


def raised(problem: object, name: str) -> LiteracyError:
    """Return the error that crossed the wall; nonsense is a damaged file."""
    try:
        assert isinstance(problem, dict)
        kind, message = getattr(errors, problem["type"]), str(problem["message"])
        if kind is ReadError:
            return ReadError(ReadKind(problem["kind"]), message)
        if issubclass(kind, LiteracyError):
            return kind(message)  # type: ignore[no-any-return]
    except (AssertionError, AttributeError, KeyError, TypeError, ValueError):
        pass
    return corrupt(name)


def full(profile: str) -> str:
    """Return a profile's name, or the whole path of its file: the worker stands elsewhere."""
    return profile if is_shipped(profile) else str(Path(profile).resolve())


def opened(profile: str) -> Iterable[str]:
    """Yield the files that the work may open besides the program's own: those of a profile."""
    if not is_shipped(profile) and Path(profile).is_file():
        path = Path(profile).resolve()
        yield from (str(file) for file in (path, *rule_files(load_mapping(path), path)))


def is_shipped(profile: str) -> bool:
    return (rules_folder() / "profiles" / f"{profile}.yml").is_file()


def _asked(workers: Workers, request: Message, files: Files, limits: Limits) -> Files:
    name = request["name"]
    try:
        answer, made = workers.ask(request, files, limits)
    except EndedError as end:
        if request["task"] == "read":
            raise ended(end.how, name, limits) from end
        raise _stopped(end.how, name, limits) from end
    if "error" in answer:
        raise raised(answer["error"], name)
    return made


def _stopped(how: str, name: str, limits: Limits) -> LiteracyError:
    found = ended(how, name, limits, "check")
    if how != "crash":
        return found
    message = f"{name} could not be checked: the program failed on it. Please report this."
    return ReadError(found.kind, message)


def _loaded(kind: type[T], files: Files, file: str, name: str) -> T:
    try:
        return unpacked(kind, files[file])
    except (KeyError, ValueError) as error:
        raise corrupt(name) from error
