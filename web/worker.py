"""The process that does the jobs: ``python -m literacy_web.worker DATA``.

It ends when the page that started it ends, however that ends: it reads its standard input, which
closes with the page.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

from huey import SqliteHuey, crontab
from huey.consumer import Consumer

from . import jobs
from .bench import Bench
from .records import State, Work
from .settings import Settings
from .store import Store

Call = Callable[[str, str], object]
LOST = 60.0  # a job that waits longer than this is called for once more


def open_queue(data: Path) -> SqliteHuey:
    """Return the queue; the page puts calls in and the workers take them out."""
    return SqliteHuey("literacy", filename=str(data / "queue.sqlite3"), results=False, timeout=20)


def caller(settings: Settings, store: Store) -> Call:
    """Return what puts a call for a job in the queue: all that the page needs of this module."""
    return add_tasks(open_queue(settings.data), store, settings, SimpleQueue())


def add_tasks(
    queue: SqliteHuey, store: Store, settings: Settings, benches: SimpleQueue[Bench]
) -> Call:
    """Give ``queue`` its tasks and return the one that runs a job."""

    @queue.task()  # type: ignore[untyped-decorator]
    def job(leaflet: str, work: str) -> None:
        bench = benches.get()
        try:
            is_closed = jobs.run(store, bench, leaflet, Work(work))
        finally:
            benches.put(bench)
        if not is_closed:
            job(leaflet, work)
        # The Easy Read draft of a single leaflet will be asked for: have it ready.
        elif work == Work.CHECK and store.is_alone(leaflet) and store.want(leaflet, Work.COMPOSE):
            job(leaflet, Work.COMPOSE)

    @queue.periodic_task(crontab(minute="*/5"))  # type: ignore[untyped-decorator]
    def forget() -> None:
        store.sweep(time.time() - settings.keep)

    @queue.periodic_task(crontab())  # type: ignore[untyped-decorator]
    def remind() -> None:
        for leaflet, work in store.unfinished(state=State.WAITING, before=time.time() - LOST):
            job(leaflet, work)

    return job  # type: ignore[no-any-return]


def main() -> None:
    settings = Settings.from_environment(Path(sys.argv[1]))
    store = Store(settings.data)
    queue = open_queue(settings.data)
    benches: SimpleQueue[Bench] = SimpleQueue()
    owned = [Bench(settings.pipeline, settings.slowest) for _ in range(settings.workers)]
    for bench in owned:
        bench.warm()
        benches.put(bench)
    job = add_tasks(queue, store, settings, benches)
    _recover(queue, store, settings, job)
    threading.Thread(target=_end_with_the_page, daemon=True).start()
    consumer = Consumer(
        queue, workers=settings.workers, backoff=1.0, initial_delay=0.05, max_delay=0.2
    )
    consumer.run()
    for bench in owned:
        bench.stop()
    os._exit(0)  # a thread may still be waiting for the bench that has just been stopped


def _recover(queue: SqliteHuey, store: Store, settings: Settings, job: Call) -> None:
    """Forget what is due, and call again for all that was left undone."""
    store.sweep(time.time() - settings.keep)
    queue.flush()
    store.start_again()
    for leaflet, work in store.unfinished():
        job(leaflet, work)


def _end_with_the_page() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(5)
    os._exit(1)


if __name__ == "__main__":
    main()
