"""Characters that are not what they seem: symbol fonts, soft hyphens, marks that nobody sees.

A Greek mu from the font Symbol is stored as a private number, and leaving it out turns "5 μg" into
"5 g". So symbols that carry meaning become the real character; the rest are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

BULLET = "•"
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = dict(zip(map(ord, _LATIN), _GREEK, strict=True)) | {
    0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
    0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: BULLET, 0xB8: "÷",
    0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xD6: "√", 0xD7: "⋅",
}  # fmt: skip
_WINGDINGS = {
    0x28: "☎", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x9F: BULLET, 0xA7: "▪", 0xA8: "☐", 0xD8: "➢",
    0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_UNSEEN = "\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_PRIVATE = "\uf000-\uf0ff"
_SEEN = re.compile(f"[^{_UNSEEN}]+")
_SPACES = str.maketrans(dict.fromkeys("\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", " "))
_POWERS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_POWER = re.compile(r"[-+−]?[0-9]+")
_BULLETS = re.compile(r"[•●▪■◦‣➢➔]\s*|o\s+(?=[^\W\d_])|[-–—*∙·]\s+(?=[^\W\d_])")


def symbol(code: int, font: str) -> str:
    """Return the character that a symbol font draws for ``code``, empty when it is decoration."""
    code &= 0xFF
    if font.lower().startswith("symbol"):
        plain = chr(code) if chr(code) in "0123456789()+<=>%/.," else ""
        return _SYMBOL.get(code, plain)
    if font.lower().startswith("wingdings"):
        return _WINGDINGS.get(code, "")
    return BULLET if code in {0xA7, 0xB7} else ""


def visible(text: str, font: str = "") -> Iterator[tuple[int, str]]:
    """Yield the stretches of text that are seen, each with its place; a break in it is a space."""
    text = text.translate(_SPACES)
    if re.search(f"[{_PRIVATE}]", text):
        # One for one, so that places hold; what has no meaning becomes unseen.
        text = re.sub(f"[{_PRIVATE}]", lambda one: symbol(ord(one[0]), font) or "\u00ad", text)
    for found in _SEEN.finditer(text):
        yield found.start(), found[0]


def power(text: str) -> str:
    """Return raised digits as such, so that "10" and a raised "9" do not become "109"."""
    return text.translate(_POWERS) if _POWER.fullmatch(text) else text


def typed_bullet(text: str) -> int:
    """Return how many characters at the start are a bullet that somebody typed."""
    found = _BULLETS.match(text)
    return found.end() if found else 0
