"""Runs the page and its workers until it is told to stop: ``serve(host, port)``."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from ipaddress import ip_address
from pathlib import Path
from types import FrameType
from typing import Any

from flask import Flask
from waitress.server import create_server

from .app import create_app
from .settings import Settings

PATIENCE = 4.0  # seconds that the workers get to stop by themselves


class Keeper:
    """Keeps the workers' process running, and ends it with the page."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._is_ending = threading.Event()
        self._process = self._start()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._is_ending.set()
        process = self._process
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
        process.kill()
        process.wait()
        _end_group(process.pid)
        self._thread.join(2)

    def _start(self) -> subprocess.Popen[bytes]:
        """Start the workers in a session of their own, so that Ctrl-C reaches the page alone."""
        command = [sys.executable, "-m", f"{__package__}.worker", str(self._data)]
        return subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)

    def _watch(self) -> None:
        while True:
            self._process.wait()
            if self._is_ending.wait(0.5):
                return
            self._process = self._start()


def _end_group(leader: int) -> None:
    """End what the workers started: a bench may still be loading when they are stopped early."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(leader, signal.SIGKILL)


def serve(host: str = "127.0.0.1", port: int = 8000, data: Path | None = None) -> None:
    """Serve the page until SIGTERM or Ctrl-C. Everything it needs is on this machine.

    Args:
        port: 0 takes a free one.
        data: the folder for uploads and results; by default the user's own data folder.
    """
    settings = _with_host(Settings.from_environment(data), host)
    app = create_app(settings)
    server = _server(app, host, port, settings)
    keeper = Keeper(settings.data)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    _announce(host, server.effective_port, settings)
    try:
        server.run()
    finally:
        server.close()
        keeper.stop()


def _server(app: Flask, host: str, port: int, settings: Settings) -> Any:
    """Open the port. A port that is taken ends the program, in plain words."""
    try:
        return create_server(
            app,
            host=host,
            port=port,
            threads=8,
            ident=None,
            max_request_body_size=settings.largest_request + 1024 * 1024,
            clear_untrusted_proxy_headers=not settings.is_proxied,
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise SystemExit(f"Port {port} of {host} cannot be used: {reason}. Try another.") from error


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _announce(host: str, port: int, settings: Settings) -> None:
    if not _is_loopback(host):
        print(
            "Take care: other computers can reach this page. What people upload crosses the "
            "network unprotected. Put a proxy with https in front, and set LITERACY_HOSTS to the "
            "names that people use.",
            file=sys.stderr,
            flush=True,
        )
    shown = f"[{host}]" if ":" in host else host
    print(f"Literacy is ready at http://{shown}:{port}/", flush=True)
    print(f"Leaflets are kept for {settings.keep / 3600:g} hours in {settings.data}", flush=True)


def _with_host(settings: Settings, host: str) -> Settings:
    """Let the page answer to the name or address it listens on, and to this machine's name."""
    if _is_loopback(host):
        return settings
    name = f"[{host}]" if ":" in host else host
    return replace(settings, hosts=(*settings.hosts, name, socket.gethostname()))


def _is_loopback(host: str) -> bool:
    with suppress(ValueError):
        return ip_address(host).is_loopback
    return host == "localhost"
