"""The queue that carries calls for jobs from the page to the workers: huey, in a SQLite file."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from huey import SqliteHuey, crontab

from . import jobs
from .bench import Bench
from .records import State, Work
from .settings import Settings
from .store import Store

Call = Callable[[str, str], object]
LOST = 60.0  # a job that waits longer than this many seconds is called for once more


def open_queue(data: Path) -> SqliteHuey:
    """Return the queue; the page puts calls in and the workers take them out."""
    return SqliteHuey("literacy", filename=str(data / "queue.sqlite3"), results=False, timeout=20)


def caller(settings: Settings, store: Store) -> Call:
    """Return what puts a call for a job in the queue: all that the page needs of this module."""
    return add_tasks(open_queue(settings.data), store, settings)


def add_tasks(
    queue: SqliteHuey, store: Store, settings: Settings, bench: Bench | None = None
) -> Call:
    """Give ``queue`` its tasks and return the one that runs a job. The page itself runs none."""

    @queue.task()  # type: ignore[untyped-decorator]
    def job(leaflet: str, work: str) -> None:
        assert bench
        is_closed = jobs.run(store, bench, leaflet, Work(work))
        if not is_closed:
            job(leaflet, work)
        # The Easy Read draft of a single leaflet will be asked for: have it ready.
        elif work == Work.CHECK and _wants_draft(store, leaflet):
            job(leaflet, Work.COMPOSE)

    @queue.periodic_task(crontab(minute="*/5"))  # type: ignore[untyped-decorator]
    def forget() -> None:
        store.sweep(time.time() - settings.keep)

    @queue.periodic_task(crontab())  # type: ignore[untyped-decorator]
    def remind() -> None:
        for leaflet, work in store.jobs.unfinished(state=State.WAITING, before=time.time() - LOST):
            job(leaflet, work)

    return job  # type: ignore[no-any-return]


def _wants_draft(store: Store, leaflet: str) -> bool:
    return store.is_alone(leaflet) and store.jobs.want(leaflet, Work.COMPOSE)
