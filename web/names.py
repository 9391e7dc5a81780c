"""Names of uploads, which strangers choose: made fit to show and to send back.

A name is only ever shown and sent; no file on our disk carries one.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

LONGEST = 100
UNSAFE = re.compile(r'[<>:"|?*;`$&{}%]')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def display_name(name: str | None, fallback: str = "leaflet") -> str:
    """Return the last part of a name, without what could mislead the eye, a shell or a header."""
    last = (name or "").replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(letter if letter.isprintable() else " " for letter in last)
    plain = UNSAFE.sub("", unicodedata.normalize("NFC", plain))
    plain = " ".join(plain.split()).strip(". -~=|+@'") if plain.strip(". ") else ""
    if not plain or not any(letter.isalnum() for letter in plain.split(".")[0] or plain):
        plain = f"{fallback}{_ending(plain)}"
    if RESERVED.fullmatch(plain):
        plain = f"{fallback}-{plain}"
    return _short(plain)


def stem(name: str) -> str:
    """Return a name without its ending, for the files made from it."""
    return name.rsplit(".", 1)[0] or name


def disposition(name: str) -> str:
    """Return the header value that makes a browser save a download under ``name`` (RFC 5987)."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    ascii_name = re.sub(r"[^A-Za-z0-9 ._()-]", "_", ascii_name).strip() or "leaflet"
    return f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(name, safe='')}"


def _ending(name: str) -> str:
    return f".{name.rsplit('.', 1)[-1]}" if "." in name else ""


def _short(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    first, dot, ending = name.rpartition(".")
    keep = f"{dot}{ending}" if first and len(ending) <= 8 else ""
    return name[: LONGEST - len(keep)] + keep
