"""The first page: the upload form, and what the person uploaded before."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from literacy.errors import ReadKind

from .desk import desk
from .errors import busy
from .names import display_name
from .records import Failure, Work
from .security import owner
from .settings import MB
from .store import Upload

views = Blueprint("upload", __name__)
EMPTY = Failure(
    ReadKind.EMPTY, "There is nothing in this file. Check that you chose the right one."
)
PROFILES = {"plain": "Plain English for everyone", "easy-read": "Easy Read"}


@dataclass(frozen=True, slots=True)
class FormError:
    """What is wrong with a field, and the status that says so to a program."""

    field: str
    message: str
    status: int = 400


@views.teardown_request
def close_files(_error: BaseException | None) -> None:
    """Let go of large uploads, which lie in temporary files until then."""
    request.close()


@views.get("/")
def form() -> str:
    recent = desk().store.recent(owner(), desk().oldest)
    return render_template("upload.html", errors=(), recent=recent, settings=desk().settings)


@views.post("/")
def upload() -> ResponseReturnValue:
    if desk().store.jobs.waiting() >= desk().settings.most_waiting:
        return busy(503)
    if desk().store.unfinished_of(owner()) >= desk().settings.most_per_client:
        return busy(429)
    files = [file for file in request.files.getlist("files") if file.filename]
    text = request.form.get("text", "").strip()
    if error := _error(files, text):
        return _refused(error)
    uploads = [_upload(file) for file in files]
    if text:
        uploads.append(Upload("pasted-text.txt", text.replace("\r\n", "\n").encode()))
    profile = request.form.get("profile", "plain")
    return _accepted(uploads, profile if profile in PROFILES else "plain")


def _accepted(uploads: list[Upload], profile: str) -> ResponseReturnValue:
    batch, ids = desk().store.accept(owner(), uploads, profile)
    for id, upload in zip(ids, uploads, strict=True):
        if upload.failure is None:
            desk().enqueue(id, Work.CHECK)
    if len(ids) == 1:
        return redirect(url_for("report.show", id=ids[0]), 303)
    return redirect(url_for("batch.show", id=batch), 303)


def _error(files: list[FileStorage], text: str) -> FormError | None:
    settings = desk().settings
    if not files and not text:
        return FormError("files", "Choose a file, or paste some text")
    if len(files) > settings.most_files:
        return FormError("files", f"Choose up to {settings.most_files} files at once")
    for file in files:
        if _size(file) > settings.largest:
            name, most = display_name(file.filename), settings.largest // MB
            message = f"{name} is too large. One file may have up to {most} MB"
            return FormError("files", message, 413)
    return None


def _refused(error: FormError) -> Response:
    recent = desk().store.recent(owner(), desk().oldest)
    page = render_template(
        "upload.html", errors=(error,), recent=recent, settings=desk().settings,
        text=request.form.get("text", ""),
    )  # fmt: skip
    return make_response(page, error.status)


def _upload(file: FileStorage) -> Upload:
    data = file.stream.read()
    return Upload(display_name(file.filename), data, None if data.strip() else EMPTY)


def _size(file: FileStorage) -> int:
    size = file.stream.seek(0, 2)
    file.stream.seek(0)
    return size
