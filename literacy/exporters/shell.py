"""The page around our HTML: one file that needs nothing else and may run nothing.

The content policy allows the style sheet by its fingerprint and pictures from within the file; a
script could not run even if one were there.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from literacy.exporters.markup import BRITISH, language_tag, safe


def page(title: str, body: str, *, sheets: tuple[str, ...], language: str = BRITISH) -> str:
    """Return a whole HTML page. ``sheets`` name style sheets beside this module."""
    css = _style("base.css", *sheets)
    policy = (
        f"default-src 'none'; style-src 'sha256-{_fingerprint(css)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        f'<!doctype html>\n<html lang="{language_tag(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{safe(title)}</title>\n<style>{css}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


@cache
def _style(*names: str) -> str:
    folder = Path(__file__).parent
    return "\n" + "".join((folder / name).read_text(encoding="utf-8") for name in names)


def _fingerprint(css: str) -> str:
    return b64encode(sha256(css.encode()).digest()).decode("ascii")
