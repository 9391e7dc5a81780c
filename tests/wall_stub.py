"""Work that goes wrong in every way there is, for the wall to hold: see ``test_wall``.

The worker imports it by name. ``request["how"]`` names the function that does the work.
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import struct
import subprocess
import time
from pathlib import Path

from literacy.wall.messages import framed, pack


def warm(request):
    """Load nothing."""


def do(request, files, step):
    return globals()[request["how"]](request, files, step)


def echo(request, files, step):
    return {"said": request["said"]}, files


def steps(request, files, step):
    for number in range(3):
        step(number)
    return {}, {}


def spin(request, files, step):
    while True:
        pass


def sleep(request, files, step):
    time.sleep(60)


def eat(request, files, step):
    kept = bytearray(3 * 1024**3)
    return {"size": len(kept)}, {}


def chatter(request, files, step):
    while True:
        step("x" * 1000)


def crash(request, files, step):
    os.kill(os.getpid(), signal.SIGSEGV)


def fail(request, files, step):
    raise ValueError("take two tablets")


def forge(request, files, step):
    """Say that all is well, with an end of our own, before and after a false answer."""
    for number in range(3, 64):
        for said in (b"e" + pack({"end": "ok"}), b"nonsense", pack({"answer": 7})):
            try:
                os.write(number, framed(said))
            except OSError:
                break
    os._exit(0)


def write(request, files, step):
    return {"written": Path("here.txt").write_bytes(bytes(request["size"]))}, {}


def folder(request, files, step):
    found = {"here": str(Path.cwd()), "holds": sorted(map(str, Path().iterdir()))}
    Path("left.txt").write_bytes(b"x")
    return found, {}


def number(request, files, step):
    return {"process": os.getpid(), "parent": os.getppid()}, {}


def attempts(request, files, step):
    """Try what no work on a document needs, and answer what came of each."""
    return {name: _outcome(attempt) for name, attempt in ATTEMPTS.items()}, {}


def _outcome(attempt):
    try:
        return f"done: {attempt()}"
    except (OSError, ValueError) as error:
        return type(error).__name__


def _raw_socket():
    """Ask the C library, where no hook of Python's listens."""
    return _checked(ctypes.CDLL(None, use_errno=True).socket(2, 1, 0))


def _raw_program():
    libc = ctypes.CDLL(None, use_errno=True)
    return _checked(libc.execve(b"/bin/true", struct.pack("Q", 0), struct.pack("Q", 0)))


def _raw_passwords():
    return _checked(ctypes.CDLL(None, use_errno=True).open(b"/etc/passwd", 0))


def _checked(found):
    if found < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return found


def _descriptors():
    return len([os.open("/dev/null", os.O_RDONLY) for _ in range(100)])


def _write_on():
    """Write to a file that can be opened for it, wherever there is one."""
    return Path("/dev/shm/literacy-test").write_bytes(b"x")


ATTEMPTS = {
    "connect": lambda: socket.create_connection(("127.0.0.1", 9), 1),
    "look up": lambda: socket.getaddrinfo("example.org", 80),
    "socket": _raw_socket,
    "program": lambda: subprocess.run(["/bin/true"], check=True),
    "program by number": _raw_program,
    "passwords": lambda: Path("/etc/passwd").read_text(),
    "passwords by number": _raw_passwords,
    "home": lambda: list(Path("/home").iterdir()),
    "write": lambda: Path("here.txt").write_text("x"),
    "write to memory": _write_on,
    "many files": _descriptors,
}
