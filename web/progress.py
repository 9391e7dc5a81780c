"""How far a piece of work is, in words and per cent, for the page and for its script."""

from __future__ import annotations

from . import wording
from .desk import desk
from .records import DONE, Leaflet, State, Work


def progress(leaflet: Leaflet, work: Work) -> dict[str, object]:
    state = leaflet.state_of(work) or State.WAITING
    steps = wording.STEPS
    at = steps.index(state) if state in steps else len(steps) - 1
    return {
        "work": work,
        "state": state,
        "stamp": state,
        "doing": wording.STATES[state],
        "is_done": state in DONE,
        "percent": 100 * (at + 1) // len(steps),
        "ahead": max(desk().store.jobs.waiting() - 1, 0) if state is State.WAITING else 0,
    }
