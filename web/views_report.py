"""One leaflet, one address: its progress, then its report or what went wrong, and the decisions."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from urllib.parse import parse_qsl

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from literacy.findings import Report

from .comparing import rows
from .deciding import ACCEPTED, OPEN, REJECTED, Filters, Item, items, safe_choices
from .desk import desk, own_checked_leaflet, own_leaflet, result
from .kept import Revised, kept
from .marked import marked
from .progress import progress
from .ranking import again, in_text, visible
from .records import Leaflet, State, Work

STEPS = 5  # named before the text
views = Blueprint("report", __name__, url_prefix="/leaflets")


@views.get("/<id>")
def show(id: str) -> ResponseReturnValue:
    leaflet = own_leaflet(id)
    if leaflet.state is State.FAILED:
        return render_template("failed.html", leaflet=leaflet, failure=leaflet.failure)
    if leaflet.state is not State.READY:
        return render_template("progress.html", leaflet=leaflet, **progress(leaflet, Work.CHECK))
    return _report(leaflet)


@views.get("/<id>/status")
def status(id: str) -> ResponseReturnValue:
    """Return how far a piece of work is, for the script."""
    work = request.args.get("work", Work.CHECK)
    return progress(own_leaflet(id), Work(work) if work in set(Work) else abort(404))


@views.post("/<id>/decide")
def decide(id: str) -> ResponseReturnValue:
    """Keep one decision: accept a suggestion, reject the finding, or undo."""
    leaflet = own_checked_leaflet(id)
    item = _item(leaflet, request.form.get("finding", ""))
    choice, store = request.form.get("choice", ""), desk().store
    if choice == "undo":
        store.decisions.undo(id, item.finding.key)
    elif choice == "reject":
        store.decisions.decide(id, {item.finding.key: None})
    elif choice.isascii() and choice.isdigit() and int(choice) < len(item.finding.suggestions):
        store.decisions.decide(id, {item.finding.key: int(choice)})
    else:
        abort(400)
    return _back(id, item.anchor, item.number)


@views.post("/<id>/accept-safe")
def accept_safe(id: str) -> ResponseReturnValue:
    leaflet = own_checked_leaflet(id)
    if choices := safe_choices(_items(leaflet)):
        desk().store.decisions.decide(id, choices)
    return _back(id, "age")


@views.post("/<id>/undo")
def undo(id: str) -> ResponseReturnValue:
    """Take back the latest decision, or the latest lot of them."""
    own_checked_leaflet(id)
    desk().store.decisions.undo(id)
    return _back(id, "age")


@views.post("/<id>/delete")
def delete(id: str) -> ResponseReturnValue:
    desk().store.forget([own_leaflet(id).id])
    return redirect(url_for("about.deleted"), 303)


def kept_report(leaflet: Leaflet) -> Report:
    path = result(leaflet, Work.CHECK, "report-kept.json")
    return kept(path, Report) if path else abort(404)


def kept_revised(leaflet: Leaflet) -> Revised | None:
    path = result(leaflet, Work.REVISE, "revised.json")
    return kept(path, Revised) if path else None


def _harder(leaflet: Leaflet) -> dict[str, float]:
    path = result(leaflet, Work.CHECK, "harder.json")
    return kept(path, dict[str, float]) if path else {}


def _report(leaflet: Leaflet) -> str:
    report, revised = kept_report(leaflet), kept_revised(leaflet)
    decisions = desk().store.decisions.of(leaflet.id)
    all_items = items(report, decisions, revised.left if revised else (), _harder(leaflet))
    filters = Filters.from_query(request.args)
    shown = visible(report, all_items, filters)
    in_page = in_text(all_items, shown, filters)
    is_few = not filters.is_set and len(shown) < len(all_items)
    if decisions:
        desk().ask(leaflet, Work.REVISE)
        leaflet = own_leaflet(leaflet.id)
    return render_template(
        "report.html",
        leaflet=leaflet,
        report=report,
        revised=revised if decisions else None,
        revising=progress(leaflet, Work.REVISE) if decisions else None,
        decided=len(decisions),
        items=all_items,
        shown=shown,
        groups=marked(report.document, in_page),
        again=_again(report, all_items) if is_few else {},
        filters=filters,
        counts=_counts(all_items),
        safe=len(safe_choices(all_items)),
        steps=_steps(report, all_items, shown),
        table=list(rows(report, revised if decisions else None)),
    )


def _counts(all_items: list[Item]) -> dict[str, Counter[str]]:
    statuses = Counter({OPEN: 0, ACCEPTED: 0, REJECTED: 0})
    statuses.update(item.status for item in all_items)
    return {
        "kind": Counter(sorted(item.finding.kind for item in all_items)),
        "severity": Counter(item.finding.severity for item in all_items),
        "status": statuses,
    }


def _steps(report: Report, all_items: list[Item], shown: list[Item]) -> list[Item]:
    """Return the findings to take first that are not decided yet."""
    here = {item.number for item in shown}
    first = list(again(report, all_items))[:STEPS]
    return [replace(item, is_shown=item.number in here) for item in first]


def _again(report: Report, all_items: list[Item]) -> dict[int, list[Item]]:
    """Return the findings that say the same as another, by the number of that one."""
    return {first.number: rest for first, rest in again(report, all_items).items() if rest}


def _items(leaflet: Leaflet) -> list[Item]:
    return items(kept_report(leaflet), desk().store.decisions.of(leaflet.id))


def _item(leaflet: Leaflet, key: str) -> Item:
    found = (item for item in _items(leaflet) if item.finding.key == key)
    return next(found, None) or abort(400)


def _back(id: str, anchor: str, number: int = 0) -> ResponseReturnValue:
    """Go back to where the person was, with the filters that were set."""
    pairs = parse_qsl(request.form.get("filters", ""))
    query = Filters.from_query(MultiDict(pairs)).query or (f"at={number}" if number else "")
    address = url_for("report.show", id=id)
    return redirect(f"{address}{'?' if query else ''}{query}#{anchor}", 303)
