"""The wall: what goes wrong behind it ends there, in time, and takes nothing along."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from literacy.errors import UsageError
from literacy.wall import sandbox
from literacy.wall.limits import LIMITS, MEBIBYTE, Limits, limits_here
from literacy.wall.messages import pack, unpack
from literacy.wall.workers import EndedError, Workers

SHORT = Limits(wall_seconds=1.0)
is_linux = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="a wall of Linux")


@pytest.fixture(scope="module")
def workers():
    found = Workers("tests.wall_stub")
    yield found
    found.stop()


def how_it_ends(workers: Workers, how: str, limits: Limits = LIMITS) -> str:
    with pytest.raises(EndedError) as caught:
        workers.ask({"how": how}, limits=limits)
    return caught.value.how


def test_messages_and_files_come_back_as_they_went(workers):
    files = {"a": b"\x00\xff" * 1000, "b": b""}
    assert workers.ask({"how": "echo", "said": "h\u00e9"}, files) == ({"said": "h\u00e9"}, files)


def test_steps_are_heard_in_their_order(workers):
    heard: list[object] = []
    workers.ask({"how": "steps"}, on_step=heard.append)
    assert heard == [0, 1, 2]


def test_each_document_has_a_process_of_its_own(workers):
    first, second = (workers.ask({"how": "number"})[0] for _ in range(2))
    assert first["process"] != second["process"]
    assert first["parent"] == second["parent"] != os.getpid()


def test_work_that_waits_is_ended_by_the_clock(workers):
    start = time.monotonic()
    assert how_it_ends(workers, "sleep", SHORT) == "time"
    assert time.monotonic() - start < 5


@is_linux
def test_work_that_spins_is_ended_by_its_processor_time(workers):
    assert how_it_ends(workers, "spin", Limits(cpu_seconds=1)) == "time"


@is_linux
def test_work_that_asks_for_too_much_memory_is_ended_for_that(workers):
    assert how_it_ends(workers, "eat") == "memory"


def test_work_that_says_too_much_is_ended(workers):
    assert how_it_ends(workers, "chatter", Limits(answer_bytes=100_000)) == "time"


@pytest.mark.parametrize("how", ["crash", "fail"])
def test_work_that_breaks_has_no_answer_and_the_worker_lives(workers, how):
    before = workers.ask({"how": "number"})[0]["parent"]
    assert how_it_ends(workers, how) == "crash"
    assert workers.ask({"how": "number"})[0]["parent"] == before


def test_forged_messages_are_as_good_as_none(workers):
    assert workers.ask({"how": "forge"}) == ({}, {})
    assert workers.ask({"how": "echo", "said": 1})[0] == {"said": 1}


@is_linux
def test_nothing_but_the_work_is_possible_behind_the_wall(workers):
    walls = workers.protection()
    if "none" in walls.values():
        pytest.skip(f"this machine does not have every wall: {walls}")
    found, _ = workers.ask({"how": "attempts"})
    assert {name: outcome for name, outcome in found.items() if outcome.startswith("done")} == {}


@is_linux
def test_work_may_write_in_its_own_folder_and_within_its_limit(workers):
    limits = Limits(written_bytes=1000)
    assert workers.ask({"how": "write", "size": 1000}, limits=limits)[0] == {"written": 1000}
    with pytest.raises(EndedError):
        workers.ask({"how": "write", "size": 1001}, limits=limits)


@is_linux
def test_nothing_is_left_of_a_folder_when_the_work_is_done(workers):
    limits = Limits(written_bytes=1000)
    first, second = (workers.ask({"how": "folder"}, limits=limits)[0] for _ in range(2))
    assert first["here"] != second["here"]
    assert first["holds"] == second["holds"] == []
    assert not Path(first["here"]).exists()


def test_a_worker_whose_caller_is_gone_ends_with_its_work(workers):
    script = """
import os, signal, threading, time
from literacy.wall.workers import Workers
workers = Workers("tests.wall_stub")
threading.Thread(target=lambda: workers.ask({"how": "sleep"}), daemon=True).start()
while not workers._busy:
    time.sleep(0.05)
(worker,) = workers._busy
time.sleep(1)
print(worker.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    worker = Path("/proc") / done.stdout.decode().strip()
    end = time.monotonic() + 5
    while worker.exists() and "\nState:\tZ" not in (worker / "status").read_text():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_worker_that_died_is_replaced_and_the_document_asked_for_again(workers):
    workers.ask({"how": "number"})
    for worker in workers.idle:
        worker.kill()
        worker.wait()
    assert workers.ask({"how": "echo", "said": 2})[0] == {"said": 2}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_worker_killed_at_work_is_not_waited_for():
    workers = Workers("tests.wall_stub", 1)
    ended: list[str] = []

    def ask() -> None:
        try:
            workers.ask({"how": "sleep"})
        except EndedError as error:
            ended.append(error.how)

    asking = threading.Thread(target=ask)
    asking.start()
    first = _busy(workers)
    os.kill(first, signal.SIGKILL)
    os.kill(_busy(workers, but=first), signal.SIGKILL)  # the document is asked for twice
    asking.join(10)
    assert ended == ["crash"]
    workers.stop()


def _busy(workers: Workers, but: int = 0) -> int:
    end = time.monotonic() + 10
    while time.monotonic() < end:
        for worker in list(workers._busy):
            if worker.pid != but:
                return worker.pid
        time.sleep(0.02)
    raise AssertionError("no worker")


def test_stopping_ends_the_work_at_once():
    workers = Workers("tests.wall_stub", 1)
    ended: list[str] = []

    def ask() -> None:
        try:
            workers.ask({"how": "sleep"})
        except EndedError as error:
            ended.append(error.how)

    asking = threading.Thread(target=ask)
    asking.start()
    _busy(workers)
    workers.stop()
    asking.join(5)
    assert ended == ["crash"]


def test_limits_are_settings():
    environment = {"LITERACY_SECONDS": "40", "LITERACY_MEMORY_MB": "512", "LITERACY_FILE_MB": ""}
    assert limits_here(environment) == Limits(wall_seconds=40, memory_bytes=512 * MEBIBYTE)


@pytest.mark.parametrize("value", ["0", "-1", "ten", "1.5", "\u0663"])
def test_a_limit_that_is_no_number_is_refused_by_name(value):
    with pytest.raises(UsageError, match="LITERACY_SECONDS"):
        limits_here({"LITERACY_SECONDS": value})


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00" * 8,
        b"\xff" * 8,
        pack({"a": 1}) + b"x",
        pack({"a": 1}, {"f": b"12"})[:-1],
        pack([1]),  # type: ignore[arg-type]
        (4).to_bytes(8, "big") + b"[1] ",
        (20_000).to_bytes(8, "big") + b"[" * 20_000,
    ],
)
def test_a_body_that_is_no_message_is_refused(body):
    with pytest.raises(ValueError, match="not a message"):
        unpack(body)


def test_what_the_platform_refuses_is_named():
    script = """
from literacy.wall import kernel, sandbox
from literacy.wall.limits import LIMITS
def refuse(*_): raise OSError("not permitted")
for name in ("die_with_parent", "only_open", "leave_network", "refuse_calls"):
    setattr(kernel, name, refuse)
walls = sandbox.enclose(LIMITS, "/tmp")
print(sorted(name for name, wall in walls.items() if wall == "none"))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "['calls', 'folders', 'network', 'parent']"


def test_the_program_s_own_folder_may_be_read_however_python_found_it(monkeypatch):
    monkeypatch.setattr(sys, "path", [])
    assert str(Path(sandbox.__file__).parents[2]) in sandbox._readable([])


def test_a_leaflet_is_checked_wherever_the_program_is_started(tmp_path):
    leaflet = Path(__file__).parents[1] / "corpora" / "leaflets" / "gastroscopy.docx"
    # -I: neither the folder we are in nor PYTHONPATH helps to find the program's parts
    asked = [sys.executable, "-I", "-m", "literacy", "check", str(leaflet)]
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, timeout=100)
    assert "Reading age" in done.stdout, done.stdout
