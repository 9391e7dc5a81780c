"""What keeps one person's leaflet from another, and the page from a hostile one.

Headers go on every answer. The cookie carries the strict ``__Host-`` name over https; a browser
would refuse that name on plain http, so loopback uses a plain one.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from flask import Flask, Response, request, session
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from .settings import Settings

POLICY = "; ".join(
    [
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self' data:",
        "script-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Sessions(SecureCookieSessionInterface):
    """Sessions whose cookie is as strict as the connection allows."""

    def get_cookie_name(self, app: Flask) -> str:
        return "__Host-literacy" if request.is_secure else "literacy"

    def get_cookie_secure(self, app: Flask) -> bool:
        return request.is_secure


def protect(app: Flask, settings: Settings) -> None:
    """Set up cookies, CSRF, limits and headers."""
    app.config.update(
        SECRET_KEY=_secret_key(settings.data),
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
        PERMANENT_SESSION_LIFETIME=settings.keep + 3600,
        MAX_CONTENT_LENGTH=settings.largest_request,
        MAX_FORM_MEMORY_SIZE=settings.longest_text,
        TRUSTED_HOSTS=list(settings.hosts),
        WTF_CSRF_TIME_LIMIT=None,
        # Its check of the Referer header cannot work with pages that send none.
        WTF_CSRF_SSL_STRICT=False,
    )
    app.session_interface = Sessions()
    CSRFProtect(app)
    app.after_request(add_headers)
    if settings.is_proxied:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)  # type: ignore[method-assign]


def add_headers(response: Response) -> Response:
    response.headers.update(HEADERS)
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    return response


def owner() -> str:
    """Return the secret that marks the person's leaflets as theirs, making it when first needed."""
    if "owner" not in session:
        session["owner"] = secrets.token_hex(32)
        session.permanent = True
    return str(session["owner"])


def _secret_key(data: Path) -> bytes:
    """Return the key that signs cookies. It is made once; the first process to try wins."""
    path = data / "secret-key"
    if not path.exists():
        new = data / f"secret-key-{os.getpid()}"
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(32))
        new.replace(path)
    return path.read_bytes()
