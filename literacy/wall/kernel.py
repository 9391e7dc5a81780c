"""What Linux offers to a process that wants less: namespaces, Landlock and seccomp, by number.

The C library has no names for half of these, and what it has Python does not show, so the calls are
made by number. Each raises ``OSError`` where the kernel, or the container around it, forbids it.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
from collections.abc import Iterable
from pathlib import Path

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_PARENT_DEATH, _NO_NEW_PRIVILEGES, _DUMPABLE, _SECCOMP = 1, 38, 4, 22
_KILL = 9
# Landlock: the calls' numbers are the same on every processor.
_CREATE_RULES, _ADD_RULE, _RESTRICT = 444, 445, 446
_EXECUTE, _READ_FILE, _READ_FOLDER = 1, 4, 8
_ALL_OF_FIRST_VERSION = (1 << 13) - 1  # also write, remove, and make each kind of file
# processor -> its name in seccomp, and the numbers of what is refused: socket, socketpair, connect,
# bind, listen, execve, execveat, ptrace, process_vm_readv, process_vm_writev, io_uring_setup, mount
_REFUSED = {
    "x86_64": (0xC000003E, (41, 53, 42, 49, 50, 59, 322, 101, 310, 311, 425, 165)),
    "aarch64": (0xC00000B7, (198, 199, 203, 200, 201, 221, 281, 117, 270, 271, 425, 40)),
}
_LOAD_WORD, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _NOT_PERMITTED, _END_PROCESS = 0x7FFF0000, 0x00050001, 0x80000000


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def die_with_parent() -> None:
    """End when the parent ends, gain no rights, and be opaque to other processes."""
    _control(_PARENT_DEATH, _KILL)
    _control(_NO_NEW_PRIVILEGES, 1)
    _control(_DUMPABLE, 0)


def leave_network() -> None:
    """Leave the machine's network for an empty one."""
    libc = ctypes.CDLL(None, use_errno=True)
    # Root needs no user namespace, and some systems allow one of the two only.
    if libc.unshare(_NEW_NET) != 0 and libc.unshare(_NEW_USER | _NEW_NET) != 0:
        raise OSError(ctypes.get_errno(), "unshare")


def only_open(own: str, places: Iterable[str]) -> None:
    """Let this process use the folder ``own``, and open what lies in ``places`` to read it."""
    _control(_NO_NEW_PRIVILEGES, 1)
    rules = _call(_CREATE_RULES, struct.pack("Q", _ALL_OF_FIRST_VERSION), 8, 0)
    try:
        _permit(rules, own, _ALL_OF_FIRST_VERSION)
        for place in places:
            is_folder = Path(place).is_dir()
            _permit(rules, place, _READ_FILE | (_READ_FOLDER | _EXECUTE if is_folder else 0))
        _call(_RESTRICT, rules, 0)
    finally:
        os.close(rules)


def _permit(rules: int, place: str, rights: int) -> None:
    try:
        handle = os.open(place, os.O_PATH)
    except OSError:
        return  # not every system has every place
    try:
        _call(_ADD_RULE, rules, 1, struct.pack("=Qi", rights, handle), 0)
    finally:
        os.close(handle)


def refuse_calls() -> None:
    """Let the kernel refuse sockets, other programs, and a look into other processes."""
    if platform.machine() not in _REFUSED:
        raise OSError("this processor is not known")
    name, numbers = _REFUSED[platform.machine()]
    steps = [(_LOAD_WORD, 0, 0, 4), (_IF_EQUAL, 1, 0, name), (_RETURN, 0, 0, _END_PROCESS)]
    steps += [(_LOAD_WORD, 0, 0, 0)]
    for number in numbers:
        steps += [(_IF_EQUAL, 0, 1, number), (_RETURN, 0, 0, _NOT_PERMITTED)]
    steps += [(_RETURN, 0, 0, _ALLOW)]
    program = b"".join(struct.pack("=HBBI", *step) for step in steps)
    _control(_NO_NEW_PRIVILEGES, 1)
    _control(_SECCOMP, 2, ctypes.byref(_Program(len(steps), program)))


def _control(option: int, value: int, more: object = 0) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(option, value, more, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl {option}")


def _call(number: int, *values: int | bytes) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    found: int = libc.syscall(number, *values)
    if found < 0:
        raise OSError(ctypes.get_errno(), f"call {number}")
    return found
