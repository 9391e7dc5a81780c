"""The disposable process: it ends on time, within its memory, and leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import literacy
from literacy.errors import ReadError, ReadKind
from literacy.readers import LIMITS, isolate, protection, read
from literacy.wall.limits import Limits

TEXT = b"Take two tablets twice a day."
SLOW = Limits(wall_seconds=0.0)
ROOT = Path(literacy.__file__).parent.parent


def _run(script: str, *flags: str) -> str:
    done = subprocess.run(
        [sys.executable, *flags, "-"],
        input=script,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.strip()


def test_a_document_comes_back_from_another_process_as_it_would_from_this_one():
    assert read(TEXT, "a.txt") == read(TEXT, "a.txt", isolated=False)


def test_an_error_comes_back_with_its_kind_and_its_words():
    with pytest.raises(ReadError, match=r"a\.png is a picture") as caught:
        read(b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "a.png")
    assert caught.value.kind is ReadKind.UNSUPPORTED


def test_a_document_that_takes_too_long_is_too_slow():
    with pytest.raises(ReadError, match=r"a\.txt takes more than 0 seconds to read\.") as caught:
        isolate.read_isolated(TEXT, "a.txt", SLOW)
    assert caught.value.kind is ReadKind.TOO_SLOW


@pytest.mark.parametrize(
    ("how", "kind", "words"),
    [
        ("time", ReadKind.TOO_SLOW, "more than 20 seconds"),
        ("memory", ReadKind.TOO_COMPLEX, "more than 1,024 MB of memory"),
        ("crash", ReadKind.CORRUPT, "is damaged"),
    ],
)
def test_an_error_names_the_limit_that_was_met(how, kind, words):
    error = isolate.ended(how, "a.txt", LIMITS)
    assert error.kind is kind
    assert words in str(error)


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"document": None},
        {"document": {"name": "a", "text": "outside", "blocks": []}},
        {"error": {"kind": "nice", "message": ""}},
        {"error": 7},
    ],
)
def test_an_answer_that_makes_no_document_is_a_damaged_file(answer):
    with pytest.raises(ReadError) as caught:
        isolate.document_of(answer, "a.txt")
    assert caught.value.kind is ReadKind.CORRUPT


def test_an_answer_past_its_size_is_not_waited_for():
    with pytest.raises(ReadError):
        isolate.read_isolated(TEXT * 10_000, "a.txt", Limits(answer_bytes=100))


def test_a_worker_that_died_is_replaced():
    read(TEXT, "a.txt")
    for worker in isolate.workers.idle:
        worker.kill()
        worker.wait()
    assert read(TEXT, "a.txt").text == TEXT.decode()


def test_one_worker_serves_many_documents():
    isolate.workers.close()
    for _ in range(5):
        read(TEXT, "a.txt")
    assert len(isolate.workers.idle) == 1


def test_threads_read_at_the_same_time():
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(read(TEXT, "a.txt").text)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [TEXT.decode()] * 8
    assert len(isolate.workers.idle) <= 4


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts files through /proc")
def test_reading_leaves_no_file_open():
    read(TEXT, "a.txt")
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(5):
        read(TEXT, "a.txt")
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_the_walls_can_be_named():
    walls = protection()
    assert set(walls) == {
        *("process", "memory", "time", "files", "parent", "folders", "network", "calls")
    }
    assert walls["process"] == "one for each document"


def test_a_script_without_a_main_guard_can_read():
    script = """
from literacy.readers import read
print(read(b"Take two tablets.", "a.txt").text)
"""
    assert _run(script) == "Take two tablets."


def test_a_caller_with_warnings_as_errors_can_read():
    script = """
from literacy.readers import read
print(read(b"Take two tablets.", "a.txt").text)
"""
    assert _run(script, "-W", "error") == "Take two tablets."


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_fork_of_the_caller_reads_with_a_worker_of_its_own():
    script = """
import os
from literacy.readers import read
read(b"Warm.", "a.txt")
child = os.fork()
text = read(b"Take two tablets.", "a.txt").text
if child == 0:
    os._exit(0 if text == "Take two tablets." else 1)
print(text, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
    assert _run(script) == "Take two tablets. 0"
