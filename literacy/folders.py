"""Where the rule base lies: inside the installed package, or at the top of a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def rules_folder() -> Path:
    """Return the folder of rules, word lists and profiles that ships with the program."""
    here = Path(__file__).parent
    installed = here / "rules"
    return installed if installed.is_dir() else here.parent / "rules"
