"""The page and its workers as real processes: started, killed, started again, stopped."""

from __future__ import annotations

import http.cookiejar
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


class Browser:
    """A person's browser, with its cookies."""

    def __init__(self, port: int) -> None:
        self.base = f"http://127.0.0.1:{port}"
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._open = urllib.request.build_opener(jar).open

    def get(self, address: str) -> str:
        with self._open(self.base + address, timeout=10) as answer:
            return str(answer.read().decode())

    def upload(self, text: str) -> str:
        """Paste a text and return the address of its result."""
        token = re.search(r'csrf_token" value="([^"]+)"', self.get("/"))
        assert token
        data = urllib.parse.urlencode({"csrf_token": token[1], "text": text}).encode()
        with self._open(self.base + "/", data, timeout=10) as answer:
            return str(urllib.parse.urlsplit(answer.url).path)

    def state(self, address: str) -> str:
        return str(json.loads(self.get(address + "/status"))["state"])

    def wait(self, address: str, *states: str, seconds: float = 20) -> str:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if (state := self.state(address)) in states:
                return state
            time.sleep(0.1)
        raise AssertionError(f"still {self.state(address)} after {seconds} s")


@contextmanager
def page(data: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Start the page with the stand-in verbs, and give its process and port."""
    environment = {
        **os.environ,
        "LITERACY_PIPELINE": "tests.web_stub",
        "LITERACY_WORKERS": "1",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "literacy_web", "--port", "0", "--data", str(data)]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        port = re.search(r":(\d+)/", process.stdout.readline())
        assert port
        yield process, int(port[1])
    finally:
        process.terminate()
        process.communicate(timeout=15)


def worker_of(data: Path) -> int | None:
    """Return the process that runs the workers of a data folder."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().split(b"\0")
            state = (folder / "stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            continue
        if b"literacy_web.worker" in command and str(data).encode() in command and state != "Z":
            return int(folder.name)
    return None


def wait_for_no_worker(data: Path) -> None:
    end = time.monotonic() + 10
    while worker_of(data) and time.monotonic() < end:
        time.sleep(0.1)
    assert worker_of(data) is None


def worker_when_up(data: Path) -> int:
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if found := worker_of(data):
            return found
        time.sleep(0.05)
    raise AssertionError("no workers")


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


def test_upload_is_checked_by_the_workers(tmp_path: Path) -> None:
    with page(tmp_path) as (_, port):
        browser = Browser(port)
        address = browser.upload("Please utilise it.")
        assert browser.wait(address, "ready") == "ready"
        assert "UK reading age" in browser.get(address)


def test_stop_signal_ends_page_and_workers_within_ten_seconds(tmp_path: Path) -> None:
    with page(tmp_path) as (process, port):
        browser = Browser(port)
        browser.wait(browser.upload("slow"), "reading")
        start = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
        assert time.monotonic() - start < 10
        wait_for_no_worker(tmp_path)


def test_killed_workers_lose_no_upload(tmp_path: Path) -> None:
    with page(tmp_path) as (_, port):
        browser = Browser(port)
        addresses = [browser.upload(f"slow {number}") for number in range(3)]
        browser.wait(addresses[0], "reading")
        os.kill(worker_when_up(tmp_path), signal.SIGKILL)
        for address in addresses:
            assert browser.wait(address, "ready", "failed") == "ready"


def test_killed_page_loses_no_upload_and_leaves_no_workers(tmp_path: Path) -> None:
    with page(tmp_path) as (process, port):
        browser = Browser(port)
        addresses = [browser.upload(f"slow {number}") for number in range(2)]
        browser.wait(addresses[0], "reading")
        process.kill()
        process.wait()
        wait_for_no_worker(tmp_path)
    with page(tmp_path) as (_, port):
        browser.base = f"http://127.0.0.1:{port}"
        for address in addresses:
            assert browser.wait(address, "ready", "failed") == "ready"
            id = address.rsplit("/", 1)[1]
            made = sorted(path.name for path in (tmp_path / "leaflets" / id).glob("check*"))
            assert made == ["check-0"]


def test_leaflet_that_kills_its_worker_fails_in_the_end_and_alone(tmp_path: Path) -> None:
    with page(tmp_path) as (_, port):
        browser = Browser(port)
        deadly, well = browser.upload("deadly"), browser.upload("All is well.")
        assert browser.wait(deadly, "failed", "ready") == "failed"
        assert "too_complex" in browser.get(deadly)
        assert browser.wait(well, "ready", "failed") == "ready"


def test_open_address_is_warned_of(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "literacy_web", "--host", "0.0.0.0", "--port", "0"]
    process = subprocess.Popen(
        [*command, "--data", str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    process.stdout.readline()
    process.stdout.readline()
    process.terminate()
    _, errors = process.communicate(timeout=15)
    assert "Take care: other computers can reach this page." in errors


def test_port_that_is_taken_is_said_in_plain_words(tmp_path: Path) -> None:
    with page(tmp_path) as (_, port):
        command = [sys.executable, "-m", "literacy_web", "--port", str(port)]
        again = subprocess.run(
            [*command, "--data", str(tmp_path / "other")],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    assert again.returncode == 1
    assert again.stderr.startswith(f"Port {port} of 127.0.0.1 cannot be used:")


def test_store_answers_no_stranger(tmp_path: Path) -> None:
    with page(tmp_path) as (_, port):
        address = Browser(port).upload("All is well.")
        with pytest.raises(urllib.error.HTTPError) as caught:
            Browser(port).get(address)
        assert caught.value.code == 404
        caught.value.close()
