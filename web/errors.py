"""Error pages in plain words. They never show what was sent."""

from __future__ import annotations

import logging
import sqlite3

from flask import Flask, Response, make_response, render_template
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from .behind import where

WORDS = {
    400: ("We could not use that", "Go back, reload the page and try again."),
    403: ("You cannot do that", "Go back to the start and try again."),
    404: (
        "We cannot find this page",
        "Check the address. Leaflets are deleted after a day. Only the person who uploaded a "
        "leaflet can see it, and only in the same browser.",
    ),
    405: ("This page does not work that way", "Go back to the start and try again."),
    413: (
        "That is too large",
        "One file may have up to 20 MB. All files together may have up to 100 MB. Make pictures "
        "smaller, or upload fewer files at once.",
    ),
    429: (
        "You have many leaflets in the queue",
        "Wait until one of them is ready. Then try again.",
    ),
    500: (
        "Something went wrong",
        "This is our fault, not yours. Please try again in a few minutes.",
    ),
    503: (
        "We are very busy",
        "There are many leaflets in the queue. Please try again in a minute. Nothing was uploaded.",
    ),
    507: (
        "We have run out of room",
        "We could not keep your file. Tell the person who looks after this service.",
    ),
}
CSRF = (
    "This form is out of date",
    "Go back and reload the page. Then try again. Your browser must allow cookies.",
)


def add(app: Flask) -> None:
    app.register_error_handler(CSRFError, lambda _: page(400, *CSRF))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(sqlite3.OperationalError, lambda _: busy(507))
    app.register_error_handler(OSError, lambda _: busy(507))
    app.register_error_handler(Exception, _fault)


def page(status: int, title: str = "", advice: str = "") -> Response:
    words = WORDS.get(status, WORDS[500 if status >= 500 else 400])
    text = render_template("error.html", title=title or words[0], advice=advice or words[1])
    return make_response(text, status)


def busy(status: int, seconds: int = 30) -> Response:
    """Return an error page that says when to try again."""
    response = page(status)
    response.headers["Retry-After"] = str(seconds)
    return response


def _fault(error: Exception) -> Response:
    """Log what went wrong and where; never the message, which may quote a leaflet."""
    logging.getLogger("literacy.web").error("%s %s", type(error).__name__, where(error))
    return page(500)


def _http(error: HTTPException) -> Response:
    if error.code is not None and error.code < 400:
        return make_response(error.get_response())
    return page(error.code or 500)
