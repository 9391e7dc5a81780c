"""Pages about the tool: what it cannot know, its rules, and whether it is up."""

from __future__ import annotations

from itertools import groupby

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from .desk import desk
from .reference import rules, sources_of

views = Blueprint("about", __name__)


@views.get("/about")
def about() -> str:
    hours = round(desk().settings.keep / 3600, 1)
    return render_template("about.html", hours=f"{hours:g}")


@views.get("/deleted")
def deleted() -> str:
    return render_template("deleted.html")


@views.get("/rules/")
def all_rules() -> str:
    ordered = sorted(rules().values(), key=lambda rule: rule.id)
    groups = [(kind, list(group)) for kind, group in groupby(ordered, key=lambda r: r.kind)]
    return render_template("rules.html", groups=groups)


@views.get("/rules/<id>")
def rule(id: str) -> str:
    found = rules().get(id) or abort(404)
    return render_template("rule.html", rule=found, sources=sources_of(found.source))


@views.get("/health")
def health() -> ResponseReturnValue:
    """Answer monitors: the page is up and its store can be read."""
    return {"status": "ok", "waiting": desk().store.jobs.waiting()}
