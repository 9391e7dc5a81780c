"""Take from this process what work on a document does not need: memory, time, files, the network.

Called in the child that works on one document, before it sees the first byte. Whatever the platform
cannot take is left, and the answer says so: a program that says which walls stand is worth more
than one that refuses to start.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from literacy.wall import kernel
from literacy.wall.limits import Limits

_NETWORK_EVENTS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind")
_PROGRAM_EVENTS = ("os.exec", "os.posix_spawn", "os.system", "subprocess.Popen", "os.fork")
# Where a system keeps its libraries, fonts and time zones, and what says nothing about anybody.
_SYSTEM = (
    *("/usr", "/lib", "/lib64", "/opt", "/etc/fonts", "/etc/ld.so.cache", "/var/cache/fontconfig"),
    *("/dev/null", "/dev/urandom", "/proc/self", "/sys/devices/system/cpu"),
)


def enclose(limits: Limits, own: str, open: Iterable[str] = ()) -> dict[str, str]:
    """Put up every wall this platform has and return what stands, by name.

    Args:
        own: the folder that is this work's alone, where it may write, within ``limits``.
        open: files and folders that the work may read besides the program's own.
    """
    sys.addaudithook(_refuse)
    return {
        "memory": _said(lambda: _limit_memory(limits.memory_bytes), "limited"),
        "time": _said(lambda: _limit("RLIMIT_CPU", limits.cpu_seconds, grace=1), "limited"),
        "files": _said(lambda: _limit_files(limits), "limited"),
        "parent": _said(kernel.die_with_parent, "ends with its parent"),
        "folders": _said(lambda: kernel.only_open(own, _readable(open)), "only the program's own"),
        "network": _close_network(),
        "calls": _said(kernel.refuse_calls, "no sockets, no programs"),
    }


def _said(wall: Callable[[], None], success: str) -> str:
    try:
        wall()
    except (ImportError, AttributeError, OSError, ValueError, TypeError):
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


def _limit_files(limits: Limits) -> None:
    _limit("RLIMIT_NOFILE", limits.open_files)
    _limit("RLIMIT_FSIZE", limits.written_bytes)
    _limit("RLIMIT_CORE", 0)


def _readable(more: Iterable[str]) -> list[str]:
    """Return the folders that hold what this program runs on, and none of anybody's documents.

    A package installed for development is found by a finder of its own, on no path of Python's.
    """
    files = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
    loaded = {str(Path(file)) for file in files if file}
    homes = [place for place in sys.path if any(file.startswith(place + "/") for file in loaded)]
    ours = str(Path(__file__).parents[2])
    return [*homes, ours, sys.prefix, sys.base_prefix, *_SYSTEM, *more]


def _close_network() -> str:
    """Leave the network for an empty one."""
    try:
        kernel.leave_network()
    except (AttributeError, OSError, TypeError):
        return "none"
    return "empty network namespace"


def _refuse(event: str, _: tuple[object, ...]) -> None:
    """Refuse in Python too: it holds on every platform, and the error names what was tried."""
    if event in _NETWORK_EVENTS or event in _PROGRAM_EVENTS:
        raise PermissionError(f"{event} is not allowed while a document is read")
