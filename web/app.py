"""Puts the page together: settings, store, queue, views, errors."""

from __future__ import annotations

from flask import Flask

from . import (
    errors,
    security,
    views_about,
    views_batch,
    views_files,
    views_report,
    views_upload,
    wording,
)
from .desk import Desk
from .jobs import Enqueue
from .names import stem
from .reference import sources_of
from .settings import Settings
from .store import Store


def create_app(settings: Settings | None = None, enqueue: Enqueue | None = None) -> Flask:
    """Return the page as a WSGI application.

    Args:
        settings: by default what the environment says.
        enqueue: what to call to have a job done; by default the workers' queue.
    """
    settings = settings or Settings.from_environment()
    store = Store(settings.data)
    app = Flask(__name__)
    app.extensions["literacy"] = Desk(settings, store, enqueue or _queue(settings, store))
    security.protect(app, settings)
    errors.add(app)
    for views in (views_upload, views_batch, views_report, views_files, views_about):
        app.register_blueprint(views.views)
    app.jinja_env.globals.update(words=wording, sources_of=sources_of, stem=stem)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    return app


def _queue(settings: Settings, store: Store) -> Enqueue:
    from .queue import caller

    return caller(settings, store)
