"""What every view needs: the settings, the store, and how to have work done."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from flask import abort, current_app, session

from .jobs import Enqueue
from .records import Leaflet, State, Work
from .settings import Settings
from .store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    settings: Settings
    store: Store
    enqueue: Enqueue

    @property
    def oldest(self) -> float:
        """Return the time before which everything is forgotten."""
        return time.time() - self.settings.keep

    def ask(self, leaflet: Leaflet | str, work: Work) -> None:
        """Have a piece of work done, unless it is done or on its way."""
        id = leaflet if isinstance(leaflet, str) else leaflet.id
        if self.store.jobs.want(id, work):
            self.enqueue(id, work)


def desk() -> Desk:
    found: Desk = current_app.extensions["literacy"]
    return found


def own_leaflet(id: str) -> Leaflet:
    """Return a leaflet of the person who asks. To anyone else it does not exist."""
    leaflet = desk().store.leaflet(id, str(session.get("owner", "")), desk().oldest)
    return leaflet or abort(404)


def own_checked_leaflet(id: str) -> Leaflet:
    """Return a leaflet whose report is ready."""
    leaflet = own_leaflet(id)
    return leaflet if leaflet.state is State.READY else abort(404)


def own_batch(id: str) -> list[Leaflet]:
    return desk().store.batch(id, str(session.get("owner", "")), desk().oldest) or abort(404)


def result(leaflet: Leaflet, work: Work, name: str) -> Path | None:
    """Return a file that a worker made for the leaflet as decided now, or None if not there yet."""
    if leaflet.state_of(work) is not State.READY:
        return None
    version = 0 if work is Work.CHECK else leaflet.version
    path = desk().store.made(leaflet.id, work, version) / name
    return path if path.is_file() else None
