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

from .behind import TOO_COMPLEX
from .bench import BenchDiedError
from .records import Failure, Job, State, Work
from .store import Store
from .work import Made, Task

MOST_TRIES = 3
Enqueue = Callable[[str, Work], object]


class Runner(Protocol):
    """What does a task: a bench, or a stand-in for one."""

    def run(self, task: Task, on_step: Callable[[State], None]) -> Made | Failure: ...


def run(store: Store, runner: Runner, leaflet: str, work: Work) -> bool:
    """Do one job. Return False when it is to be tried again."""
    job = store.jobs.claim(leaflet, work)
    if job is None:
        return True
    task = Task(work, job.name, job.profile, job.accepted, _start(store.folder(leaflet), work))
    try:
        found = runner.run(task, lambda state: store.jobs.step(job, state))
    except BenchDiedError:
        return _after_death(store, job)
    if isinstance(found, Failure):
        store.jobs.fail(job, found)
    else:
        _close(store, job, found)
    return True


def _start(home: Path, work: Work) -> dict[str, bytes]:
    """Return the files that a piece of work starts from."""
    files = {"upload": (home / "upload").read_bytes()}
    if work is not Work.CHECK:
        checked = home / f"{Work.CHECK}-0"
        for name in ("document.json", "report-kept.json"):
            files[name] = (checked / name).read_bytes()
    return files


def _after_death(store: Store, job: Job) -> bool:
    """Try again after a worker was killed, but not for ever: the leaflet may be what kills it."""
    if job.tries + 1 >= MOST_TRIES:
        store.jobs.fail(job, TOO_COMPLEX)
        return True
    store.jobs.retry(job)
    return False


def _close(store: Store, job: Job, made: Made) -> None:
    """Put the files in place all at once, then say that the job is done."""
    out = Path(tempfile.mkdtemp(prefix=".", dir=store.folder(job.leaflet)))
    try:
        for name, data in made.files.items():
            (out / name).write_bytes(data)
        _put_in_place(out, store.made(job.leaflet, job.work, job.version))
    finally:
        shutil.rmtree(out, ignore_errors=True)
    if not store.jobs.finish(job, made.outcome.age, made.outcome.findings):
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
