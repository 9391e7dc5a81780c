"""How many syllables a word has in British speech.

Looked up in turn: our own list of medical words, the pronouncing dictionary in both spellings, the
word without its ending or prefix, and at last the letters. The dictionary is American; where
British speech runs two vowels together ("serious", "usual") or keeps them apart ("fire") the count
follows it, but the endings of medical terms ("anaemia") are said in full. A numeral counts as it is
spoken ("12" as twelve), a unit by its name ("mg" as milligrams), an abbreviation by its letters. A
web or mail address or a telephone number is pointed at, not read out, and counts as two.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from literacy.folders import rules_folder
from literacy.words.dictionary import phones
from literacy.words.letters import count_letters
from literacy.words.spelling import american
from literacy.words.spoken import UNITS, number_syllables

_PARTS = re.compile(r"\d[\d.,:/]*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWEL_SOUND = re.compile(r"\d$")
_ADDRESS = re.compile(r"://|^[wW]{3}\.|@|^[a-zA-Z][\w-]*(?:\.[a-zA-Z][\w-]*)+/")
_CLOCK = re.compile(r"^(\d{1,2})\.([0-5]\d)(?=[ap]m$)")
_TELEPHONE = re.compile(r"0\d{2,4}(?: \d{3,4})+|0\d{9,10}")
_POINTED_AT = 2  # syllables of an address or telephone number, which is not read out
_LONGEST = 60  # no word is longer, and looking for the parts of a longer one takes too long
_SPELLED_OUT = 5  # an abbreviation has no more letters than this

# Medical endings are said in full.
_IN_FULL = re.compile(r"(?:ia|ias|iac|iacs|ium|iums|iasis|eal|aemic|emic)$")
_APART = re.compile(r"iat|ieth|iest|geo|^neo")
_MERGED = ("IY0 AH", "IY2 AH", "IY0 ER", "IY2 ER", "UW0 AH", "UW2 AH", "AH0 W AH", "AH2 W AH")
_IRE = re.compile(r"(?<!sh)(?:ire|ires|ired|irement|irements|iring|iry|yre|yres)$")

_ENDINGS = (
    ("iness", "y", 1), ("ically", "ic", 1), ("ily", "y", 0), ("less", "", 1), ("ness", "", 1),
    ("ful", "", 1), ("ly", "", 1), ("ing", "", 1), ("ing", "e", 1), ("ment", "", 1),
    ("ies", "y", 0), ("er", "e", 1), ("er", "", 1), ("ers", "", 1), ("able", "", 2),
    ("ability", "", 4),
)  # fmt: skip
_PREFIXES = {
    "un": 1, "re": 1, "pre": 1, "non": 1, "mis": 1, "dis": 1, "over": 2, "under": 2, "out": 1,
    "post": 1, "anti": 2, "inter": 2, "micro": 2, "super": 2, "self": 1, "multi": 2, "sub": 1,
}  # fmt: skip


@lru_cache(maxsize=100_000)
def syllables(word: str) -> int:
    """Return the number of syllables of ``word`` as spoken; 0 if it has no letter or digit."""
    if _ADDRESS.search(word) or _TELEPHONE.fullmatch(word):
        return _POINTED_AT
    plain = _CLOCK.sub(r"\1:\2", word.replace("\u00ad", ""))
    return sum(_part(part) for part in _PARTS.findall(plain))


def _part(part: str) -> int:
    if len(part) > _LONGEST:
        return count_letters(part.lower())
    if part[0].isdecimal():
        return number_syllables(part)
    low = part.lower().replace("’", "'")
    if low in UNITS and not (part.isupper() and len(part) > 1):
        return UNITS[low]
    if part.isupper() and _is_spelled_out(low):
        return len(low) + 2 * low.count("w")
    for ending in ("'s", "s'"):
        if low.endswith(ending) and not phones(low):
            return _plural(low[: -len(ending)])
    return _known(low) or _derived(low) or count_letters(low)


def _is_spelled_out(low: str) -> bool:
    """Tell whether a word in capitals is read letter by letter: "MRI", but not "MUST"."""
    if len(low) == 1 or len(low) > _SPELLED_OUT or low in _listed():
        return False
    return not re.search("[aeiouy]", low) or not phones(low)


def _known(low: str) -> int:
    """Return the count of a listed word, 0 if neither of its spellings is listed."""
    if low in _listed():
        return _listed()[low]
    sounds = phones(low) or phones(american(low))
    return _british(low, sounds) if sounds else 0


def _british(low: str, sounds: tuple[str, ...]) -> int:
    """Turn an American pronunciation to a British count."""
    spoken = " ".join(sounds)
    count = sum(map(bool, map(_VOWEL_SOUND.search, sounds)))
    if not _IN_FULL.search(low) and not _APART.search(low):
        count -= any(pair in spoken for pair in _MERGED)
    if re.search(r"[^aeiourl]l(?:ing|er|y)$", low) and re.search(r"AH0 L (?:IH0|ER0|IY0)", spoken):
        count -= 1
    if re.search(r"[iu]ar(?:y|ies)$", low) and re.search(r"(?:IY|UW|W)\d? EH2 R", spoken):
        count -= 1
    if _IRE.search(low) and re.search(r"AY\d R", spoken):
        count += 1
    return max(count, 1)


def _derived(low: str) -> int:
    """Return the count of a word whose stem is listed, else 0."""
    if low.endswith("s") and not low.endswith("ss") and _known(low[:-1]):
        return _plural(low[:-1])
    if low.endswith("es") and _known(low[:-2]):
        return _plural(low[:-2])
    for stem in (low[:-1], low[:-2]):
        if low.endswith("ed") and len(stem) > 2 and _known(stem):
            return _known(stem) + (stem.rstrip("e")[-1] in "td")
    for ending, instead, more in _ENDINGS:
        stem = low[: -len(ending)] + instead
        if low.endswith(ending) and len(stem) > 2 and _known(stem):
            return _known(stem) + more
    return _compound(low)


def _compound(low: str) -> int:
    for prefix, more in _PREFIXES.items():
        rest = low[len(prefix) :]
        if low.startswith(prefix) and len(rest) > 3 and _known(rest):
            return more + _known(rest)
    for cut in range(4, len(low) - 3):
        if phones(low[:cut]) and phones(low[cut:]):
            return _known(low[:cut]) + _known(low[cut:])
    return 0


def _plural(stem: str) -> int:
    count = _known(stem) or _derived(stem) or count_letters(stem)
    return count + bool(re.search(r"(?:s|x|z|ch|sh|ce|ge|se|ze)$", stem))


@cache
def _listed() -> dict[str, int]:
    lines = (rules_folder() / "words" / "syllables.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {word: int(count) for word, count in rows}
