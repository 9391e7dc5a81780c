"""Syllables of numerals and units, as they are read aloud in Britain."""

from __future__ import annotations

import re

UNITS = {
    "mg": 3, "mcg": 4, "µg": 4, "μg": 4, "kg": 3, "ml": 4, "cl": 4, "dl": 4, "cm": 4, "mm": 4,
    "km": 4, "mmol": 3, "mmhg": 7, "kcal": 5, "kj": 3, "lb": 1, "lbs": 1, "oz": 1, "hr": 2,
    "hrs": 2, "mins": 2, "secs": 2, "wk": 1, "wks": 1, "yr": 1, "yrs": 1, "approx": 5, "dr": 2,
    "mr": 2, "mrs": 2, "ms": 1, "st": 1, "etc": 4, "vs": 2, "eg": 3, "ie": 2, "tel": 3, "dept": 3,
    "am": 1, "nhs": 3, "gp": 2, "gps": 2, "www": 9, "uk": 2, "pm": 2,
}  # fmt: skip
_ONES = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)
_LONG = 6  # a run of more digits is a telephone number, and read digit by digit


def number_syllables(numeral: str) -> int:
    """Return the syllables of a numeral such as "12", "1,000", "0.5", "5.30" or "3/7"."""
    total = 0
    for index, part in enumerate(re.split(r"[./:]", numeral.rstrip(".,:/").replace(",", ""))):
        if index and part and "." in numeral:
            total += 1 + _digits(part)  # "point five"
        else:
            total += _whole(part)
    return total


def _whole(part: str) -> int:
    if not part:
        return 0
    if len(part) > _LONG or (part[0] == "0" and len(part) > 1):
        return _digits(part)
    return _cardinal(int(part))


def _digits(part: str) -> int:
    return sum(_ONES[int(digit)] for digit in part)


def _cardinal(number: int) -> int:
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (_ONES[number % 10] if number % 10 else 0)
    if number < 1000:
        rest = number % 100
        return _ONES[number // 100] + 2 + (1 + _cardinal(rest) if rest else 0)
    rest = number % 1000
    joined = 1 if 0 < rest < 100 else 0  # "two thousand and five"
    return _cardinal(number // 1000) + 2 + (joined + _cardinal(rest) if rest else 0)
