"""Take from this process what reading a document does not need: memory, time, files, the network.

Called in the child that reads one document, before it sees the first byte. Whatever the platform
cannot take is left, and the answer says so: a program that says which walls stand is worth more
than one that refuses to start.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

from literacy.readers.limits import Limits

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_PARENT_DEATH, _NO_NEW_PRIVILEGES, _DUMPABLE = 1, 38, 4
_KILL = 9
_NETWORK_EVENTS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind")
_PROGRAM_EVENTS = ("os.exec", "os.posix_spawn", "os.system", "subprocess.Popen", "os.fork")


def enclose(limits: Limits) -> dict[str, str]:
    """Put up every wall this platform has and return what stands, by name."""
    return {
        "memory": _said(lambda: _limit_memory(limits.memory_bytes), "limited"),
        "time": _said(lambda: _limit("RLIMIT_CPU", limits.cpu_seconds, grace=1), "limited"),
        "files": _said(lambda: _limit_files(limits.open_files), "limited"),
        "parent": _said(_die_with_parent, "ends with its parent"),
        "network": _close_network(),
    }


def _said(wall: Callable[[], None], success: str) -> str:
    try:
        wall()
    except (ImportError, AttributeError, OSError, ValueError):
        return "none"
    return success


def _limit(name: str, value: int, *, grace: int = 0) -> None:
    """Set a limit, with ``grace`` between the signal that names it and the plain end."""
    import resource

    kind = getattr(resource, name)
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        value, grace = min(value, hard), 0
    resource.setrlimit(kind, (value, value + grace))


def _limit_memory(extra: int) -> None:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    _limit("RLIMIT_AS", pages * os.sysconf("SC_PAGE_SIZE") + extra)


def _limit_files(count: int) -> None:
    _limit("RLIMIT_NOFILE", count)
    _limit("RLIMIT_FSIZE", 0)
    _limit("RLIMIT_CORE", 0)


def _die_with_parent() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PARENT_DEATH, _KILL, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    libc.prctl(_DUMPABLE, 0, 0, 0, 0)


def _close_network() -> str:
    """Leave the network for an empty one; where the kernel forbids that, refuse in Python."""
    sys.addaudithook(_refuse)
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        # Root needs no user namespace, and some systems allow one of the two only.
        if libc.unshare(_NEW_NET) == 0 or libc.unshare(_NEW_USER | _NEW_NET) == 0:
            return "empty network namespace"
    except (OSError, AttributeError, TypeError):
        pass
    return "refused in Python only"


def _refuse(event: str, _: tuple[object, ...]) -> None:
    if event in _NETWORK_EVENTS or event in _PROGRAM_EVENTS:
        raise PermissionError(f"{event} is not allowed while a document is read")
