"""How hard one word is for a lay reader, from 1 (easy) to 6 (hard).

A weighted sum of how rare, how long and how medical the word is, whether it is in the easy word
list or is an abbreviation, and what people thought of it, where 11 people rated it (Maddela and Xu
2018). The weights were fitted on the single words of CompLex 2.0 (Shardlow and others 2020 and
2021, CC BY 4.0), whose raters gave 0 to 1; ``rules/words/NOTICES.md`` names both.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from literacy.folders import rules_folder
from literacy.words.easy import is_familiar
from literacy.words.frequency import zipf
from literacy.words.lookup import Listing, listing, look_up
from literacy.words.spelling import spellings
from literacy.words.syllables import syllables

EASIEST, HARDEST = 1.0, 6.0
NUMERAL = 1.2
MIDDLE = 3.0  # a rating that is neither easy nor hard

# Ratings of 0 to 1 are stretched so that the easiest words fitted are at 1 and "MRI" is above 5.
_FLOOR, _STRETCH = 0.17, 10.0

_MEDICAL = re.compile(
    r"(?:itis|os[ie]s|ectom(?:y|ies)|oscop(?:y|ies|ic)|otomy|ostomy|plasty|a?emi[ac]|uria|path(?:y|ic)"
    r"|olog(?:y|ist|ists)|omas?|graphy|algia|plegia|trophy|genic|genesis|ly(?:sis|tic)|ases?"
    r"|cyt(?:e|es|ic)|oid|ine|ane|ene|ol|in|ide|ate|mab|pril|sone|azole)$"
    r"|^(?:ha?em[ao]|cardi[ao]|neuro|nephr|hepat|gastr[io]|osteo|arthr[io]|derm|cyto|myo|path|immun"
    r"|endo|hyper|hypo|brady|tachy|dys|peri|intra|inter|poly|pseudo|thromb|angi[oa]|enceph|pneum|pulm"
    r"|bronch|chol[ea]|cyst|ophthal|psych|carcin|electro|micro|lymph|leuk|erythr|glyc|lip[io])"
)
_RARE = 4.3  # a commoner word is known, whatever its ending


@lru_cache(maxsize=100_000)
def word_difficulty(word: str) -> float:
    """Return the difficulty of ``word``. Capitals matter: "MRI" is an abbreviation."""
    if not any(map(str.isalpha, word)):
        return NUMERAL
    found = EASIEST + _STRETCH * (_complexity(word) - _FLOOR)
    return round(min(HARDEST, max(EASIEST, found)), 4)


def _complexity(word: str) -> float:
    low = word.lower().replace("’", "'")
    common = zipf(low)
    rating = people_rated(low)
    return (
        0.3665
        - 0.0077 * common
        + 0.0981 * max(0, 4 - common)
        - 0.0927 * max(0, 2.5 - common)
        - 0.0115 * min(len(low), 16)
        + 0.0143 * min(syllables(word), 7)
        + 0.0459 * bool(common < _RARE and _MEDICAL.search(low[:40]))
        + 0.1852 * (1 < len(word) <= 6 and word.isupper())
        + (0.0427 * (rating - MIDDLE) - 0.0323 if rating else 0)
        + 0.0215 * (not is_familiar(low))
    )


def people_rated(low: str) -> float:
    """Return how hard people found a word in lower case; 0 if nobody was asked of it."""
    asked = (low, *sorted(spellings(low)), low.removesuffix("s"))
    found = (look_up(word, _ratings()) for word in asked)
    return float(next(filter(None, found), 0))


@cache
def _ratings() -> Listing:
    return listing(rules_folder() / "words" / "word_ratings.tsv", b"\t")
