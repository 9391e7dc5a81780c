"""British and American spellings of a word: rules and texts are matched in both.

Two sources: the word pairs in ``rules/words/spelling.tsv``, and the sound patterns in which medical
words differ (haem/hem, oe/e, -ise/-ize), so that a word in no list is matched too.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice, product

from literacy.folders import rules_folder

# British pattern, American replacement. Stems first: "oe" alone would turn "shoe" to "she".
PATTERNS = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"haem", "hem"),
        (r"aem(?=ia|ic)", "em"),
        (r"anaesth", "anesth"),
        (r"paed", "ped"),
        (r"gynaec", "gynec"),
        (r"caec", "cec"),
        (r"caes", "ces"),
        (r"faec", "fec"),
        (r"foet", "fet"),
        (r"oed(?=ema)", "ed"),
        (r"oesoph", "esoph"),
        (r"oestr", "estr"),
        (r"rrhoea", "rrhea"),
        (r"dyspnoea", "dyspnea"),
        (r"apnoea", "apnea"),
        (r"coeliac", "celiac"),
        (r"homoeo", "homeo"),
        (r"leucocyt", "leukocyt"),
        (r"sulph", "sulf"),
        (r"tumour", "tumor"),
        (r"colour", "color"),
        (r"labour", "labor"),
        (r"fibre", "fiber"),
        (r"litre", "liter"),
        (r"metre\b", "meter"),
        (r"centre", "center"),
        (r"(?<=[a-z]{4})is(?=(?:e|ed|es|ing|ation|ations|er|ers)$)", "iz"),
        (r"lys(?=(?:e|ed|es|ing|er|ers)$)", "lyz"),
    )
)


# Most words hold none of the patterns, and one search is cheaper than thirty.
_ANY = re.compile("|".join(pattern.pattern for pattern, _ in PATTERNS))


@lru_cache(maxsize=100_000)
def american(word: str) -> str:
    """Return the American spelling of a British ``word`` in lower case, or the word itself."""
    listed = _pairs()[0].get(word)
    if listed:
        return listed
    if not _ANY.search(word):
        return word
    for pattern, replacement in PATTERNS:
        word = pattern.sub(replacement, word)
    return word


def british(word: str) -> str:
    """Return the British spelling of an American ``word`` in lower case, or the word itself."""
    return _pairs()[1].get(word, word)


def spellings(phrase: str) -> frozenset[str]:
    """Return ``phrase`` in lower case, with every word in both spellings."""
    parts = re.split(r"([^\W\d_]+)", phrase.lower())
    choices = [sorted({part, american(part), british(part)}) for part in parts]
    return frozenset("".join(choice) for choice in islice(product(*choices), 64))


@cache
def _pairs() -> tuple[dict[str, str], dict[str, str]]:
    path = rules_folder() / "words" / "spelling.tsv"
    to_american: dict[str, str] = {}
    to_british: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            american_word, british_word = line.split("\t")
            to_american[british_word] = american_word
            to_british.setdefault(american_word, british_word)
    return to_american, to_british
