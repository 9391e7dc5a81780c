"""Jobs: rows of the store that workers claim. Huey carries the calls; the rows are the truth.

A call that gets lost does no harm, because every unfinished row is called for again when the
workers start and once a minute. A call too many does none either: only one worker can claim a row.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from literacy.errors import ReadKind

from .bench import BenchDiedError
from .records import Failure, Job, State, Work
from .store import Store
from .work import Outcome, Task

MOST_TRIES = 3
Enqueue = Callable[[str, Work], object]
TOO_COMPLEX = Failure(
    ReadKind.TOO_COMPLEX,
    "This file is too complex to check. Save a simpler copy, or paste its text.",
)


class Runner(Protocol):
    """What does a task: a bench, or a stand-in for one."""

    def run(self, task: Task, on_step: Callable[[State], None]) -> Outcome | Failure: ...


def run(store: Store, runner: Runner, leaflet: str, work: Work) -> bool:
    """Do one job. Return False when it is to be tried again."""
    job = store.jobs.claim(leaflet, work)
    if job is None:
        return True
    out = Path(tempfile.mkdtemp(prefix=".", dir=store.folder(leaflet)))
    task = Task(store.folder(leaflet), out, work, job.name, job.profile, job.accepted)
    try:
        outcome = runner.run(task, lambda state: store.jobs.step(job, state))
        _close(store, job, out, outcome)
    except BenchDiedError:
        return _after_death(store, job)
    finally:
        shutil.rmtree(out, ignore_errors=True)
    return True


def _after_death(store: Store, job: Job) -> bool:
    """Try again after a worker was killed, but not for ever: the leaflet may be what kills it."""
    if job.tries + 1 >= MOST_TRIES:
        store.jobs.fail(job, TOO_COMPLEX)
        return True
    store.jobs.retry(job)
    return False


def _close(store: Store, job: Job, out: Path, outcome: Outcome | Failure) -> None:
    if isinstance(outcome, Failure):
        store.jobs.fail(job, outcome)
        return
    _put_in_place(out, store.made(job.leaflet, job.work, job.version))
    if not store.jobs.finish(job, outcome.age, outcome.findings):
        return
    for old in store.folder(job.leaflet).glob(f"{job.work}-*"):
        if old != store.made(job.leaflet, job.work, job.version):
            shutil.rmtree(old, ignore_errors=True)


def _put_in_place(out: Path, place: Path) -> None:
    """Rename the finished folder. The same work done before is as good, and is kept."""
    for path in out.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())
    try:
        out.rename(place)
    except OSError:
        if not place.is_dir() and place.parent.is_dir():
            raise
