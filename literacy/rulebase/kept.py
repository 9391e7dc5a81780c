"""What takes long to work out from the rule files, kept in the user's cache folder as plain JSON.

Its first line is a digest of all the files it was worked out from, rules and program, so that it is
used again for exactly these and is never stale. Where the folder cannot be read or written, all is
worked out anew.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from literacy.folders import rules_folder

PROGRAM = Path(__file__).parents[1]
NO_PLACE = (OSError, RuntimeError)  # the second where there is no home


def kept(name: str, work_out: Callable[[], Any]) -> Any:
    """Return what ``work_out`` returns, which is plain data, without asking it twice."""
    with suppress(*NO_PLACE, ValueError):
        digest, _, data = _place(name).read_text(encoding="utf-8").partition("\n")
        if digest == _digest():
            return json.loads(data)
    made = work_out()
    with suppress(*NO_PLACE):
        _write(_place(name), f"{_digest()}\n{json.dumps(made)}")
    return made


def _place(name: str) -> Path:
    folder = os.environ.get("XDG_CACHE_HOME", "") or Path.home() / ".cache"
    return Path(folder) / "literacy" / f"{name}.json"


@cache
def _digest() -> str:
    found = blake2b(f"{sys.version} {version('lemminflect')} {rules_folder()}".encode())
    files = [*rules_folder().rglob("*.yml"), *rules_folder().rglob("*.tsv")]
    files += [*(PROGRAM / "rulebase").glob("*.py"), *(PROGRAM / "words").glob("*.py")]
    for path in sorted(files):
        data = path.read_bytes()
        found.update(f"\n{path} {len(data)}\n".encode() + data)
    return found.hexdigest()


def _write(path: Path, text: str) -> None:
    """Write all of the file or none of it: another process may be reading."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        file.write(text)
    Path(file.name).replace(path)
