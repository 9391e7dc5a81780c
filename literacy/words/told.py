"""Whether an explanation speaks of the words that stand in the text, and tells anything new.

"A care plan is …" does not explain a "treatment plan", and "The optic nerve carries signals from
the eye to the brain." is told already where the text itself says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from literacy.words.function_words import function_words
from literacy.words.spelling import british

# Where the subject of an explanation ends.
SAYING = re.compile(
    r"\s(?:is|are|means?(?! test)|happens?|helps?|uses?|puts?|sends?|takes?|carry|carries|"
    r"runs?|lowers?|shows?|makes?|says?|tells?|looks?|works?|keeps?|gives?|can|may|includes?|covers?|lets?|"
    r"checks?|mends?|records?|measures?|counts?|stops?|comes?|holds?|joins?|treats?|kills?|slows?)\s"
)
APART = re.compile(r"\s(?:or|and)\s|[,()]")  # "Active surveillance or watchful waiting (AS) is …"
WORD = re.compile(r"[^\W_]+")
# "Adjuvant treatment is …" explains "adjuvant radiotherapy", whatever the kind of thing is called.
KINDS = frozenset(
    "test treatment therapy drug medicine medication tablet injection operation surgery procedure "
    "study trial research data method disease condition disorder illness sample scan examination "
    "monitor machine device team unit clinic service gland muscle cell level count infection "
    "pain problem attack person people system cancer tumour chemotherapy "
    "radiotherapy technique".split()
)
ROOT = 4  # letters that two forms of one word share at the least
TOLD = 0.6  # share of the words of an explanation that make it old news
FEW = 4  # words, fewer than which prove nothing


def is_named(found: str, explanation: str) -> bool:
    """Tell whether ``explanation`` is of ``found``, or of the kind of thing it is.

    "A ventricle is …" explains the "left ventricle", and "Speech and language therapy is …" the
    "speech therapy".
    """
    subject = _subject(explanation)
    ours = _content(found)
    if _joined(found) in _joined(subject) or _within(_specific(ours), _content(subject)):
        return True
    names = (_specific(_content(name)) for name in APART.split(subject))
    return any(name and _within(name, ours) for name in names)


def _subject(explanation: str) -> str:
    """Return what is explained: "If you are incontinent, you …" starts with it too."""
    if explanation.startswith("If "):
        return explanation.partition(",")[0]
    return SAYING.split(explanation, maxsplit=1)[0]


def is_told(found: str, explanation: str, sentence: str) -> bool:
    """Tell whether the ``sentence`` of ``found`` says already what ``explanation`` would say."""
    said = SAYING.split(explanation, maxsplit=1)[-1]
    own = _content(found)
    ours = [word for word in _content(said) if not _within([word], own)]
    known = [word for word in _content(sentence) if not _within([word], own)]
    shared = sum(_within([word], known) for word in ours)
    return len(ours) >= FEW and shared >= TOLD * len(ours)


def _content(text: str) -> list[str]:
    words = (british(word.lower()) for word in WORD.findall(text))
    return [word for word in words if word not in function_words()]


def _specific(words: list[str]) -> list[str]:
    """Leave out last words that only say of what kind a thing is, where more is said."""
    most = len(words)
    while most and words[most - 1].removesuffix("s") in KINDS:
        most -= 1
    return words[:most] or words


def _joined(text: str) -> str:
    return re.sub(r"\W", "", text.lower())


def _within(few: Iterable[str], many: Iterable[str]) -> bool:
    many = list(many)
    return all(any(_akin(word, other) for other in many) for word in few)


def _akin(one: str, other: str) -> bool:
    """Tell whether two words are forms of one: "atria" and "atrium", "biopsies" and "biopsy"."""
    if one.removesuffix("s") == other.removesuffix("s"):
        return True
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    return shared >= max(ROOT, min(len(one), len(other)) - 3)
