"""Zip files that come out the same, byte for byte, whenever they are made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

MADE = (2025, 10, 1, 9, 0, 0)  # any fixed moment will do

Member = tuple[str, bytes]


def pack(members: Iterable[Member], *, stored: frozenset[str] = frozenset()) -> bytes:
    """Zip ``members`` in the order given; those named in ``stored`` are not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name, MADE)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def unpack(data: bytes) -> list[Member]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]
