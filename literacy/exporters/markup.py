"""Text on its way into a file: cleaned, escaped, and its links looked at.

Nothing of a reader's text is trusted here. A link keeps its address only if it is a web page, an
e-mail or a phone number; every other kind becomes plain words, because it could run a program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from literacy.composed import Run

BRITISH = "en-GB"

# What XML cannot hold (control characters, half surrogates, noncharacters), and the soft hyphen,
# which would let a word be broken over two lines.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_ALLOWED = re.compile(r"(?:https?://[^\s/]|mailto:[^\s?]+@|tel:[+\d])\S*\Z", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_NUMBER = 9  # digits at the end of a phone number that +44 and 0 have in common
_SCHEME = re.compile(r"^(?:https?://|mailto:|tel:)", re.IGNORECASE)


def clean(text: str) -> str:
    """Return ``text`` without the characters that no file format should carry."""
    return _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def safe(text: str) -> str:
    """Return ``text`` cleaned and escaped for HTML, in an element or in a quoted attribute."""
    return escape(clean(text), quote=True)


def address(link: str) -> str:
    """Return the address if it is one we let through, else an empty string."""
    link = clean(link).strip()
    return link if _ALLOWED.match(link) else ""


def spoken_address(link: str) -> str:
    """Return the address as people write it on paper: no ``https://``, no closing slash."""
    return _SCHEME.sub("", address(link)).partition("?subject=")[0].rstrip("/")


def address_to_add(run: Run) -> str:
    """Return the address to print after a link, or nothing if its words already say it."""
    spoken = spoken_address(run.link)
    number = re.sub(r"\D", "", spoken)[-_NUMBER:]
    if run.link.strip().lower().startswith("tel:") and number in re.sub(r"\D", "", run.text):
        return ""
    return "" if _plain(spoken) in _plain(run.text) else spoken


def language_tag(claimed: str) -> str:
    """Return the language a file is marked with: what it claims, and British for any English."""
    claimed = claimed.strip()
    if not _LANGUAGE.match(claimed) or claimed.lower().split("-")[0] == "en":
        return BRITISH
    return claimed


def html_runs(runs: Iterable[Run]) -> str:
    """Return the runs as HTML: bold, links and line breaks, and nothing else."""
    return "".join(map(_html_run, runs))


def _html_run(run: Run) -> str:
    text = safe(run.text).replace("\n", "<br>")
    if run.bold:
        text = f"<strong>{text}</strong>"
    target = address(run.link)
    if not target:
        return text
    added = address_to_add(run)
    # A space may stand at the end of the linked words; the address goes before it.
    after = f' <span class="address">({safe(added)})</span>' if added else ""
    return f'<a href="{safe(target)}">{text}</a>{after}'


def _plain(text: str) -> str:
    return re.sub(r"[\s()]|^(https?://)?(www\.)?", "", _SCHEME.sub("", text.strip())).casefold()
