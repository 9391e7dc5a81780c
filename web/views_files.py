"""What a person takes away: the Easy Read draft, the new text, the report and its files."""

from __future__ import annotations

import json
from base64 import b64encode

from flask import Blueprint, Response, abort, make_response, render_template
from flask.typing import ResponseReturnValue

from literacy.composed import Drawing, EasyRead

from .desk import desk, own_checked_leaflet, own_leaflet, result
from .kept import kept
from .marked import marked
from .names import disposition, stem
from .progress import progress
from .records import Leaflet, State, Work
from .views_report import kept_report, kept_revised

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ODT = "application/vnd.oasis.opendocument.text"
views = Blueprint("files", __name__, url_prefix="/leaflets")
# name -> who makes it, what the saved name ends in, its media type
FILES = {
    "easy-read.pdf": (Work.COMPOSE, "-easy-read.pdf", "application/pdf"),
    "easy-read.html": (Work.COMPOSE, "-easy-read.html", "text/html; charset=utf-8"),
    "easy-read.docx": (Work.COMPOSE, "-easy-read.docx", _WORD),
    "revised.txt": (Work.REVISE, "-revised.txt", "text/plain; charset=utf-8"),
    "revised.html": (Work.REVISE, "-revised.html", "text/html"),
    "revised.md": (Work.REVISE, "-revised.md", "text/markdown"),
    "revised.docx": (Work.REVISE, "-revised.docx", _WORD),
    "revised.odt": (Work.REVISE, "-revised.odt", _ODT),
    "revised-tracked.docx": (Work.REVISE, "-tracked-changes.docx", _WORD),
    "revised-tracked.odt": (Work.REVISE, "-tracked-changes.odt", _ODT),
    "report.json": (Work.CHECK, "-report.json", "application/json"),
    "report.csv": (Work.CHECK, "-report.csv", "text/csv; charset=utf-8"),
    "report.html": (Work.CHECK, "-report.html", "text/html; charset=utf-8"),
}

# The author's own file first, where it came back as itself.
_DOWNLOADS = (
    ("revised-tracked.docx", "Your Word file with tracked changes"),
    ("revised-tracked.odt", "Your OpenDocument file with tracked changes"),
    ("revised.odt", "Your OpenDocument file with the changes made"),
    ("revised.html", "Your web page with the changes made"),
    ("revised.md", "Your Markdown file with the changes made"),
    ("revised.docx", "Word file with the changes made"),
    ("revised.txt", "Text file with the changes made"),
)


@views.get("/<id>/easy-read")
def easy_read(id: str) -> ResponseReturnValue:
    """Show the Easy Read draft to the writer, with what still needs work."""
    leaflet = own_checked_leaflet(id)
    path = result(leaflet, Work.COMPOSE, "easy-read.json")
    if path is None:
        return _wait(leaflet, Work.COMPOSE)
    easy = kept(path, EasyRead)
    pictures = {drawing.id: _address(drawing) for drawing in easy.drawings}
    remarks = sum(bool(row.remark) for section in easy.sections for row in section.rows)
    return render_template(
        "easy_read.html", leaflet=leaflet, easy=easy, pictures=pictures, remarks=remarks
    )


@views.get("/<id>/text")
def text(id: str) -> ResponseReturnValue:
    """Show the text with the accepted changes made."""
    leaflet = own_checked_leaflet(id)
    revised = kept_revised(leaflet)
    if revised is None:
        return _wait(leaflet, Work.REVISE)
    return render_template(
        "text.html",
        leaflet=leaflet,
        report=kept_report(leaflet),
        revised=revised,
        groups=marked(revised.document),
        downloads=[one for one in _DOWNLOADS if result(leaflet, Work.REVISE, one[0])],
    )


@views.get("/<id>/files/decisions.json")
def decisions(id: str) -> ResponseReturnValue:
    """Send the decisions in the form that ``literacy rewrite --accept`` takes."""
    leaflet = own_checked_leaflet(id)
    accepted = [
        {"finding": made.finding, "suggestion": made.suggestion}
        for made in desk().store.decisions.of(id)
        if made.suggestion is not None
    ]
    data = {"schema": "literacy.decisions/1", "accepted": accepted}
    text = json.dumps(data, indent=2).encode()
    return _download(text, f"{stem(leaflet.name)}-decisions.json", "application/json")


@views.get("/<id>/files/<name>")
def file(id: str, name: str) -> ResponseReturnValue:
    leaflet = own_checked_leaflet(id)
    if name not in FILES:
        abort(404)
    work, ending, media_type = FILES[name]
    path = result(leaflet, work, name)
    if path is not None:
        return _download(path.read_bytes(), stem(leaflet.name) + ending, media_type)
    return abort(404) if leaflet.state_of(work) is State.READY else _wait(leaflet, work)


def _wait(leaflet: Leaflet, work: Work) -> ResponseReturnValue:
    """Have the work done and show how far it is. The same address gives the result when ready."""
    desk().ask(leaflet, work)
    leaflet = own_leaflet(leaflet.id)
    if leaflet.state_of(work) is State.FAILED:
        failure = leaflet.failure_of(work)
        return render_template("failed.html", leaflet=leaflet, failure=failure, is_checked=True)
    page = render_template("progress.html", leaflet=leaflet, **progress(leaflet, work))
    return make_response(page, 202)


def _download(data: bytes, name: str, media_type: str) -> Response:
    response = Response(data, content_type=media_type)
    response.headers["Content-Disposition"] = disposition(name)
    return response


def _address(drawing: Drawing) -> str:
    return f"data:{drawing.media_type};base64,{b64encode(drawing.data).decode('ascii')}"
