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
from pathlib import Path

from huey import SqliteHuey
from huey.consumer import Consumer

from .bench import Bench
from .queue import Call, add_tasks, open_queue
from .settings import Settings
from .store import Store


def main() -> None:
    settings = Settings.from_environment(Path(sys.argv[1]))
    store = Store(settings.data)
    queue = open_queue(settings.data)
    bench = Bench(settings)
    bench.warm()
    job = add_tasks(queue, store, settings, bench)
    _recover(queue, store, settings, job)
    threading.Thread(target=_end_with_the_page, daemon=True).start()
    consumer = Consumer(
        queue, workers=settings.workers, backoff=1.0, initial_delay=0.05, max_delay=0.2
    )
    consumer.run()
    bench.stop()
    os._exit(0)  # a thread may still be waiting for the bench that has just been stopped


def _recover(queue: SqliteHuey, store: Store, settings: Settings, job: Call) -> None:
    """Forget what is due, and call again for all that was left undone."""
    store.sweep(time.time() - settings.keep)
    queue.flush()
    store.jobs.start_again()
    for leaflet, work in store.jobs.unfinished():
        job(leaflet, work)


def _end_with_the_page() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(5)
    os._exit(1)


if __name__ == "__main__":
    main()
