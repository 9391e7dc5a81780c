"""Several leaflets uploaded together, the hardest to read first."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from .desk import desk, own_batch
from .records import DONE, Leaflet, State

views = Blueprint("batch", __name__, url_prefix="/batches")


@views.get("/<id>")
def show(id: str) -> str:
    leaflets = sorted(own_batch(id), key=_worst_first)
    return render_template("batch.html", id=id, leaflets=leaflets, **_progress(leaflets))


@views.get("/<id>/status")
def status(id: str) -> ResponseReturnValue:
    return _progress(own_batch(id))


@views.post("/<id>/delete")
def delete(id: str) -> ResponseReturnValue:
    desk().store.forget(leaflet.id for leaflet in own_batch(id))
    return redirect(url_for("about.deleted"), 303)


def _progress(leaflets: list[Leaflet]) -> dict[str, object]:
    done = sum(leaflet.state in DONE for leaflet in leaflets)
    return {
        "done": done,
        "total": len(leaflets),
        "stamp": str(done),
        "is_done": done == len(leaflets),
        "percent": 100 * done // len(leaflets),
        "doing": f"{done} of {len(leaflets)} files are done",
    }


def _worst_first(leaflet: Leaflet) -> tuple[int, float, str]:
    """Files with a score come first, then what could not be read, then what is still waiting."""
    if leaflet.state is State.READY:
        return 0, -(leaflet.age or 0), leaflet.name
    return (1 if leaflet.state is State.FAILED else 2), 0, leaflet.name
