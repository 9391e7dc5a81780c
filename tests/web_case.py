"""The page with its workers run by hand: what the tests of ``web`` share."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from literacy_web import create_app
from literacy_web.behind import attempt
from literacy_web.desk import Desk
from literacy_web.jobs import run
from literacy_web.records import Failure, State, Work
from literacy_web.settings import Settings
from literacy_web.store import Store
from literacy_web.work import Made, Task, do, read
from werkzeug.test import TestResponse

from tests import web_stub

TEXT = "Please utilise this form.\nThen commence the tablets."


class Here:
    """Does tasks in this process."""

    def run(self, task: Task, on_step: Callable[[State], None]) -> Made | Failure:
        def work() -> Made:
            files = task.files
            if task.work is Work.CHECK:
                on_step(State.READING)
                files = read(task, web_stub).files
            return do(replace(task, files=files), web_stub, on_step)

        return attempt(task, work, lambda line: print(line, file=sys.stderr))


@dataclass
class Page:
    """A page whose jobs wait until the test calls ``work``."""

    app: Flask
    calls: list[tuple[str, Work]] = field(default_factory=list)

    @property
    def store(self) -> Store:
        desk: Desk = self.app.extensions["literacy"]
        return desk.store

    def work(self) -> None:
        while self.calls:
            run(self.store, Here(), *self.calls.pop(0))


def open_page(data: Path, **settings: Any) -> Page:
    calls: list[tuple[str, Work]] = []
    app = create_app(
        Settings(data=data, **settings),
        lambda leaflet, work: calls.append((leaflet, Work(work))),
    )
    return Page(app, calls)


def token(client: FlaskClient) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/").text)
    assert found
    return found[1]


def post(client: FlaskClient, address: str, **fields: object) -> TestResponse:
    return client.post(address, data={"csrf_token": token(client), **fields})


def upload(client: FlaskClient, *texts: str, name: str = "leaflet.txt") -> TestResponse:
    files = [(io.BytesIO(text.encode()), name) for text in texts]
    return post(client, "/", files=files)


def ready(page: Page, client: FlaskClient, text: str = TEXT) -> str:
    """Upload a text, check it, and return the address of its report."""
    address = upload(client, text).location
    page.work()
    return str(address)
