"""How numbers, doses, times and dates are written, and the one standard spelling of each.

"two tablets", "2 tablets"; "1,000ml", "1000 ml"; "9am", "9.00 a.m."; "5-10 mg", "5 to 10mg": each
pair is one thing. What stands before a number belongs to it: "at least 2" is not "2". Text is read
in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

UNITS = {
    "mcg": r"mcg|µg|μg|ug|micrograms?|microgrammes?",
    "mg": r"mg|milligrams?|milligrammes?",
    "kg": r"kg|kgs|kilograms?|kilos?",
    "g": r"g|grams?|grammes?",
    "ml": r"mls?|millilit(?:re|er)s?",
    "l": r"l|lit(?:re|er)s?",
    "mmhg": r"mmhg",
    "mmol": r"mmols?|millimoles?",
    "mm": r"mm|millimet(?:re|er)s?",
    "cm": r"cm|centimet(?:re|er)s?",
    "km": r"km|kilomet(?:re|er)s?",
    "m": r"m|met(?:re|er)s?",
    "%": r"%|per\s?cent|percent",
    "iu": r"iu|international\s+units?",
    "unit": r"units?",
    "kcal": r"kcals?|calories?",
    "degree c": r"°\s?c|degrees?(?:\s+(?:c|celsius|centigrade))?|c",
    "degree f": r"°\s?f|degrees\s+(?:f|fahrenheit)",
    "second": r"seconds?|secs?",
    "minute": r"minutes?|mins?",
    "hour": r"hours?|hourly|hrs?|h",
    "day": r"days?|daily",
    "week": r"weeks?|wks?|weekly",
    "month": r"months?|mths?|monthly",
    "year": r"years?|yrs?|yearly",
    "time": r"times?",
    "million": r"millions?",
    "tablet": r"tablets?|tabs?",
    "capsule": r"capsules?|caps?",
    "puff": r"puffs?",
    "drop": r"drops?",
    "dose": r"doses?",
    "teaspoon": r"(?:tea)?spoonfuls?|teaspoons?|tsps?",
    "patient": r"patients?",
    "pound": r"pounds?|lbs?",
    "inch": r"inch(?:es)?",
    "foot": r"foot|feet|ft",
}


def _numbered(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    return {word: step * value for value, word in enumerate(words.split(), start)}


SMALL = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2, 10)
LARGE = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1
)
FRACTIONS = {
    "half": "0.5",
    "halves": "0.5",
    "quarter": "0.25",
    "½": "0.5",
    "¼": "0.25",
    "¾": "0.75",
}
OFTEN = {"once": "1", "twice": "2", "thrice": "3"}
SHORTHAND = {"od": "1", "bd": "2", "bid": "2", "tds": "3", "tid": "3", "qds": "4", "qid": "4"}
HOURS = {"midday": "12pm", "noon": "12pm", "midnight": "12am"}
LIMITS = {
    ">=": r"≥|>=|at\s+least|(?:a\s+)?minimum\s+of|(?:no|not)\s+(?:less|fewer)\s+than",
    "<=": r"≤|<=|at\s+most|up\s+to|(?:a\s+)?maximum\s+of|no\s+more\s+than|not\s+more\s+than",
    ">": r">|(?:more|greater|higher|longer)\s+than|over|above|exceed(?:s|ing|ed)?|in\s+excess\s+of",
    "<": r"<|(?:less|fewer|lower|shorter)\s+than|under|below",
    "~": r"~|about|around|approximately|roughly|nearly|almost",
}
MONTHS = _numbered(
    "january february march april may june july august september october november december", 1
)
DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"

_MONTH = "|".join(MONTHS)
_SMALL, _TENS = "|".join(SMALL), "|".join(TENS)
_WORD = rf"(?:(?:{_TENS})(?:[\s-](?:{_SMALL}))?|{_SMALL})(?![\w])"
_NUMBER = (
    rf"(?:[£$€]?\d+(?:,\d{{3}})*(?:\.\d+)?(?:/\d+)?|\.\d+|\b{_WORD}(?:\s+(?:{'|'.join(LARGE)})\b)?"
    rf"|\b(?:{'|'.join(LARGE)})\b)"
)
_UNIT = "|".join(UNITS.values())
_TH = r"(?:st|nd|rd|th)"
PHONE = r"(?<![\w.,])(?:\+\d{1,3}[\s-]?\(?\d{1,4}\)?|\(?0\d{2,4}\)?)(?:[\s-]?\d{3,4}){2}(?!\w)"
CLOCK = (
    rf"\b\d{{1,2}}(?:[.:]\d{{2}})?\s?(?:am|pm|a\.m\.?|p\.m\.?)(?!\w)|\b\d{{1,2}}:\d{{2}}\b"
    rf"|\b(?:{'|'.join(HOURS)})\b"
)
DATE = (
    rf"\b\d{{1,2}}{_TH}?\s+(?:of\s+)?(?:{_MONTH})\b(?:,?\s+\d{{4}}\b)?"
    rf"|\b(?:{_MONTH})\s+\d{{1,2}}{_TH}?\b(?:,?\s+\d{{4}}\b)?"
    rf"|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b|\b{DAYS}\b"
    rf"|\b(?:{'|'.join(month for month in MONTHS if month not in ('may', 'march'))})\b"
)
ORDINAL = rf"\b\d+{_TH}\b|\b(?:{'|'.join(ORDINALS)})\b"
FRACTION = (
    r"\b(?:a|one|two|three|1|2|3)[\s-](?:third|quarter|fifth|tenth)s?\b"
    r"|\b(?:half|halves|quarters?)\b|[½¼¾]"
)
OFTENNESS = rf"\b(?:{'|'.join([*OFTEN, *SHORTHAND])})\b"
MEASURE = (
    rf"(?:(?:{'|'.join(LIMITS.values())})\s*)?{_NUMBER}(?:\s?(?:-|–|to)\s?{_NUMBER})?"
    rf"(?:[\s-]?(?:{_UNIT})(?![a-z])(?:\s?/\s?(?:{_UNIT})(?![a-z]))?)?"
)
SHAPES = {
    "phone": PHONE,
    "date": DATE,
    "clock": CLOCK,
    "fraction": FRACTION,
    "ordinal": ORDINAL,
    "often": OFTENNESS,
    "measure": MEASURE,
}
QUANTITY = re.compile("|".join(SHAPES.values()))


@lru_cache(maxsize=4096)
def quantity(text: str) -> tuple[str, ...]:
    """Return the standard spelling of what ``QUANTITY`` matched: mostly one, for "bd" two."""
    return tuple(_quantity(text))


def _quantity(text: str) -> Iterator[str]:
    low = " ".join(text.split())
    shape = next(name for name, shape in SHAPES.items() if re.fullmatch(shape, text))
    if low in SHORTHAND:
        yield from (f"{SHORTHAND[low]} time", "each day")
    elif shape == "often":
        yield f"{OFTEN[low]} time"
    elif shape == "phone":
        yield "phone " + re.sub(r"\D", "", low)
    elif shape == "clock":
        yield HOURS.get(low, "") or _clock(low)
    elif shape == "date":
        yield _date(low)
    elif shape == "ordinal":
        yield f"{ORDINALS.get(low, '') or re.sub(r'[a-z]', '', low)}th"
    elif shape == "fraction":
        low = re.sub(r"^(?:a|one|1)[\s-]", "", low)
        yield FRACTIONS.get(low, FRACTIONS.get(low.removesuffix("s"), low.replace("-", " ")))
    else:
        yield _measure(low)


def _clock(text: str) -> str:
    figures, half = re.sub(r"[^\d:.]", "", text).strip("."), re.sub(r"[^apm]", "", text)
    hour, _, minute = figures.replace(".", ":").partition(":")
    return f"{int(hour)}{':' + minute if minute.strip('0') else ''}{half}"


def _date(text: str) -> str:
    parts = re.findall(r"\d+|[a-z]{3,}", re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text))
    words = [part.removesuffix("s") for part in parts if part.isalpha()]
    return " ".join(words + [part.lstrip("0") for part in parts if part.isdigit()])


def _measure(text: str) -> str:
    limit, text = _leading(LIMITS, text)
    numbers = re.findall(_NUMBER, text)
    tail = text[text.rfind(numbers[-1]) + len(numbers[-1]) :].strip(" -")
    unit = "/".join(_unit(part.strip()) for part in tail.split("/")) if tail else ""
    return " ".join(filter(None, (limit, " to ".join(map(_number, numbers)), unit)))


def _leading(table: dict[str, str], text: str) -> tuple[str, str]:
    for name, pattern in table.items():
        match = re.match(rf"(?:{pattern})\s*(?=\S)", text)
        if match:
            return name, text[match.end() :]
    return "", text


def _unit(text: str) -> str:
    return next(name for name, pattern in UNITS.items() if re.fullmatch(pattern, text))


def _number(text: str) -> str:
    if text[0] in "£$€.0123456789":
        return _figures(text)
    total = 0
    for word in re.split(r"[\s-]+", text):
        if word in LARGE:
            total = max(total, 1) * LARGE[word]
        else:
            total += SMALL.get(word, 0) + TENS.get(word, 0)
    return str(total)


def _figures(text: str) -> str:
    text = text.replace(",", "")
    if "/" in text or "." not in text:
        return text
    return ("0" + text if text[0] == "." else text).rstrip("0").rstrip(".")
