"""Inflection both ways: every form of a word to look for, and one form of a word to write.

lemminflect knows the English paradigms; where it offers several forms the British one is taken, and
the few that are wrong for our readers ("gotten", "persons") are set right in ``FORMS``.
"""

from __future__ import annotations

import re
from functools import cache

import lemminflect

from literacy.words.spelling import british

FORMS = {
    ("get", "VBN"): "got",
    ("person", "NNS"): "people",
    ("be", "VBD"): "was",
    ("be", "VBP"): "are",
    ("medicine", "NNS"): "medicines",
    ("foetus", "NNS"): "foetuses",
    ("oedema", "NNS"): "oedemas",
    ("pee", "VBD"): "peed",
    ("pee", "VBN"): "peed",
    ("wee", "VBD"): "weed",
    ("pus", "NNS"): "pus",
    ("lie", "VBN"): "lain",
}
# Words whose only form lemminflect would bend: modals, and adverbs that look like nouns.
FIXED = frozenset("can may must will should might more most not well together apart".split())
TAGS = {
    "NOUN": ("NNS",),
    "VERB": ("VBZ", "VBD", "VBN", "VBG"),
    "ADJ": (),
    "ADV": (),
}
# "a rise in pressure" bends "rise": the head of a noun phrase stands before the preposition.
LINKS = re.compile(r"\s(?:of|in|for|with|that|to|on|at|from|who|which|or|and|by|about|near|you)\s")


def inflections(phrase: str, pos: str = "") -> frozenset[str]:
    """Return ``phrase`` and every form it takes as a noun or verb, in lower case.

    ``pos`` (NOUN, VERB, ADJ, ADV) narrows the forms. A verb bends at its first word, a noun at its
    head word. Nothing is said about spelling: see ``literacy.words.spelling``.
    """
    phrase = phrase.lower()
    forms = {phrase}
    for kind in (pos,) if pos else ("NOUN", "VERB"):
        forms.update(form for tag in TAGS.get(kind, ()) if (form := inflect(phrase, tag)))
        if kind == "VERB" and phrase.startswith("be "):
            forms.update(form + phrase[2:] for form in ("am", "are", "were"))
    return frozenset(forms)


def bases(word: str) -> frozenset[str]:
    """Return what a single word may be a form of: "polyp" for "polyps". Nothing for a phrase."""
    if not word.isalpha():
        return frozenset()
    found = lemminflect.getAllLemmas(word.lower())
    return frozenset(lemma for pos in ("NOUN", "VERB") for lemma in found.get(pos, ()))


def inflect(phrase: str, tag: str) -> str:
    """Return ``phrase`` bent to a Penn ``tag``; unchanged where the tag does not bend it.

    Braces name the word that bends when it is not the usual one: "{stop} and rest".
    """
    head, word, tail = _parts(phrase, tag)
    return head + _bend(word, tag) + tail


def _parts(phrase: str, tag: str) -> tuple[str, str, str]:
    if marked := re.search(r"\{(.+?)\}", phrase):
        return phrase[: marked.start()], marked[1], phrase[marked.end() :]
    if tag.startswith("V"):
        word, space, rest = phrase.partition(" ")
        return "", word, space + rest
    link = LINKS.search(phrase)
    end = link.start() if link else len(phrase)
    # "check-up" bends at its last part.
    start = max(phrase.rfind(sign, 0, end) for sign in " -") + 1
    return phrase[:start], phrase[start:end], phrase[end:]


@cache
def _bend(word: str, tag: str) -> str:
    lower = word.lower()
    if lower in FIXED or not lower.isalpha() or word.isupper():
        return word
    if (lower, tag) in FORMS:
        return FORMS[lower, tag]
    if tag not in ("NNS", "VBZ", "VBD", "VBN", "VBG"):
        return word
    if tag == "NNS" and lower.endswith("s") and not lower.endswith(("sis", "us", "ss")):
        return word
    options = lemminflect.getInflection(lower, tag) or (lower,)
    # "travelled" before "traveled"; and a plural that shows before one that does not.
    doubled = [form for form in options if re.search(r"(.)\1(?:ed|ing)$", form)]
    shown = [form for form in options if form != lower]
    regular = [form for form in shown if lower.endswith("l") and form in doubled]
    return british((regular or shown or [*options])[0])
