"""How a new sentence names again what the last one spoke of: "It", "They", "The dietitian".

A pronoun only where it can mean one thing; the noun itself, with the words that belong to its name,
where a clause is cut from it. Where neither is sure the answer is nothing, and nothing is cut.
"""

from __future__ import annotations

from spacy.tokens import Token

from literacy.rewriting.clauses import auxiliaries, capital
from literacy.words.easy import is_familiar
from literacy.words.frequency import zipf
from literacy.words.protected import protected_names

PERSONS = frozenset(
    {"nurse", "doctor", "surgeon", "midwife", "pharmacist", "person", "patient", "child", "baby"}
    | {"woman", "man", "mother", "father", "parent", "carer", "friend", "relative", "adult"}
    | {"girl", "boy", "partner", "consultant", "specialist", "dietitian", "therapist", "gp"}
    | {"anaesthetist", "physiotherapist", "optometrist", "paediatrician", "radiographer", "driver"}
)
COUNTED = frozenset(
    {"some", "any", "no", "each", "every", "many", "most", "few", "several", "all", "either"}
    | {"neither", "another", "both", "other", "certain", "various", "one", "which", "what"}
)
GENERIC = 2.4  # a medicine said at least this often is no brand: "warfarin", not "Lasix"
CALENDAR = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january"}
    | {"february", "march", "april", "may", "june", "july", "august", "september", "october"}
    | {"november", "december", "christmas", "easter", "english"}
)
OWN = frozenset({"your", "our", "my", "his", "her", "their", "its"})


def is_several(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in noun.children)


def is_counted(noun: Token) -> bool:
    """Tell whether only a part is meant: "some people" are not "they" a second time."""
    return any(
        child.lower_ in COUNTED or child.dep_ in ("nummod", "predet") for child in noun.lefts
    )


def pronoun_for(noun: Token, verb: Token) -> str:
    """Return "It" or "They" for the subject ``noun`` of ``verb``, or nothing."""
    if noun.pos_ not in ("NOUN", "PROPN") or is_counted(noun):
        return ""
    lead = next(iter(auxiliaries(verb)), verb)
    if lead.tag_ == "VBP" or lead.lower_ == "were" or (lead.tag_ != "VBZ" and is_several(noun)):
        return "They"
    return "" if noun.lemma_.lower() in PERSONS else "It"


def named_again(noun: Token) -> str:
    """Return the noun with its name's other words and "the", "your" or "these" before it."""
    if noun.pos_ not in ("NOUN", "PROPN") or any(t.dep_ in ("conj", "cc") for t in noun.children):
        return ""
    before = [child for child in noun.lefts if child.dep_ in ("det", "poss", "nummod", "quantmod")]
    parts = [child for child in noun.lefts if child.dep_ == "compound"]
    owner = next((t for t in before if t.dep_ == "poss"), None)
    if owner is not None and owner.lower_ not in OWN:
        parts, before = [owner, *parts], []  # "Reye's syndrome"
    if is_counted(noun) and any(t.lower_ in COUNTED - {"one"} for t in noun.lefts):
        return ""
    if not before:
        parts = [*[t for t in noun.lefts if t.dep_ == "amod"], *parts]  # "neutropenic sepsis"
    start = min((min(t.i for t in part.subtree) for part in parts), default=noun.i)
    name = noun.doc[start : noun.i + 1].text
    article = _article(noun, before)
    return "" if article is None or "," in name else capital(f"{article} {name}".strip())


def _article(noun: Token, before: list[Token]) -> str | None:
    """Return the word before the name, "" for none, None where the name cannot stand again."""
    words = [token.lower_ for token in before]
    own = next((word for word in words if word in OWN), "")
    if own:
        return own
    if any(word in COUNTED - {"one"} for word in words):
        return None
    if is_several(noun):
        return "the" if "the" in words else "these"
    return "the" if words else ""


def lower_first(token: Token, text: str) -> str:
    """Return ``text``, which begins with ``token``, as it stands inside a sentence.

    At the start of a sentence the parser takes many a common word for a name.
    """
    return text if _keeps_capital(token) else text[:1].lower() + text[1:]


def _keeps_capital(token: Token) -> bool:
    word = token.lower_
    if not token.text[1:].islower():
        return len(token) > 1 or word == "i"  # "MRI", "I", but "A"
    if token.pos_ != "PROPN":
        return False
    is_known = is_familiar(word) or (bool(protected_names(word)) and zipf(word) >= GENERIC)
    return not is_known or word in CALENDAR


def left(token: Token) -> int:
    return min(one.i for one in token.subtree)


def right(token: Token) -> int:
    return max(one.i for one in token.subtree)


def end_of(token: Token) -> int:
    return token.idx + len(token)
