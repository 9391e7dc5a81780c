"""What a parse says about clauses: subjects, finite verbs, commands, and what covers both halves.

The parser is right most of the time and says nothing when it is not, so each answer here leans
towards "leave it": a sentence that stays long does no harm, one cut in the wrong place may.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
AUXILIARIES = frozenset({"aux", "auxpass"})
CLAUSES = frozenset({"ccomp", "relcl", "advcl", "acl", "csubj", "pcomp", "parataxis"})
CONDITIONS = frozenset(
    {"if", "when", "whenever", "unless", "until", "before", "after", "while", "once", "as", "since"}
    | {"because", "although", "though", "whether", "provided", "where", "so", "till", "for"}
)
# A word in front of the sentence that says nothing about which half it covers.
OPENERS = frozenset({"however", "also", "but", "and", "so", "please", "there", "then", "therefore"})
# "This leaflet is ... and is ...": nothing else can be meant by the second sentence's "it".
POINTING = {"this": "It", "these": "They"}
DETERMINERS = frozenset({"the", "your", "our", "my", "his", "her", "their", "its", "this", "these"})
PRONOUNS = frozenset({"i", "you", "we", "they", "he", "she", "it", "this", "these"})
TIMES = frozenset({"hour", "day", "night", "week", "month", "year", "time", "while", "period"})
PAIRED = frozenset({"both", "either", "neither", "whether", "not only", "between"})


def root_of(doc: Doc) -> Token | None:
    """Return the one root of the sentence, or None where the parser saw several."""
    roots = [token for token in doc if token.dep_ == "ROOT"]
    return roots[0] if len(roots) == 1 else None


def has_second_half(verb: Token, start: int) -> bool:
    """Tell whether another main verb is joined to this one after token number ``start``."""
    return any(child.dep_ == "conj" and is_verb(child) and child.i > start for child in verb.rights)


def subject_of(verb: Token) -> Token | None:
    return next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)


def auxiliaries(verb: Token) -> tuple[Token, ...]:
    return tuple(child for child in verb.lefts if child.dep_ in AUXILIARIES)


def is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


def is_finite(verb: Token) -> bool:
    """Tell whether the verb, or the first of its auxiliaries, carries the tense."""
    return verb.tag_ in FINITE or any(aux.tag_ in FINITE for aux in auxiliaries(verb))


def is_command(verb: Token) -> bool:
    """Tell whether the verb gives an instruction: "Take", "do not drive"."""
    if verb.dep_ == "conj" and is_verb(verb.head) and not is_command(verb.head):
        return False
    helps = auxiliaries(verb)
    return (
        subject_of(verb) is None
        and verb.tag_ in ("VB", "VBP")
        and all(aux.lower_ == "do" for aux in helps)
        and verb.lower_ == verb.lemma_.lower()
    )


def is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children) or any(
        child.lower_ in ("no", "never", "nothing", "none", "neither", "hardly", "rarely")
        for child in verb.subtree
        if child.i < verb.i
    )


def is_main(verb: Token) -> bool:
    """Tell whether the verb is the root, or joined to it by verbs alone, with nothing listed."""
    while verb.dep_ == "conj" and is_verb(verb):
        head = verb.head
        if not any(child.dep_ == "cc" and head.i < child.i < verb.i for child in head.children):
            return False  # "A, B and C" is a list of three
        verb = head
    return verb.dep_ == "ROOT" and is_verb(verb)


def has_clause(verb: Token, start: int, end: int, kinds: frozenset[str] = CLAUSES) -> bool:
    """Tell whether a clause that depends on ``verb`` has its verb between two token numbers."""
    return any(
        token.dep_ in kinds and is_verb(token)
        for token in verb.doc[start:end]
        if verb.is_ancestor(token)
    )


def has_front(verb: Token) -> bool:
    """Tell whether something before the subject may cover more than the first clause."""
    subject = subject_of(verb)
    left = min(token.i for token in subject.subtree) if subject is not None else verb.i
    return any(
        token.lower_ not in OPENERS and token.is_alpha and token.dep_ not in ("aux", "neg")
        for token in verb.doc[:left]
    )


def inner_adverbs(verb: Token) -> tuple[Token, ...]:
    """Return adverbs before the verb that could govern a second verb too: "will usually check"."""
    return tuple(
        child for child in verb.lefts if child.dep_ == "advmod" and child.lower_ not in OPENERS
    )


def trailing_conditions(verb: Token) -> Iterator[Token]:
    """Yield the openers of what follows the verb and may cover an earlier clause as well."""
    for child in verb.rights:
        if child.dep_ == "advcl" or (child.dep_ == "prep" and child.lower_ in CONDITIONS):
            opener = next((t for t in child.subtree if t.lower_ in CONDITIONS), None)
            if opener is not None and not _is_lasting_object(opener):
                yield opener


def _is_lasting_object(opener: Token) -> bool:
    """Tell whether "for" belongs to its verb ("look for a lump"), not to a length of time."""
    if opener.lower_ != "for":
        return False
    return not any(token.like_num or token.lemma_ in TIMES for token in opener.subtree)


def repeated_subject(subject: Token) -> str:
    """Return the words that name the subject again at the start of a sentence, or nothing."""
    words = list(subject.subtree)
    if subject.dep_ not in ("nsubj", "nsubjpass") or len(words) > 4:
        return ""
    if subject.lower_ in PRONOUNS:
        return capital(subject.text) if len(words) == 1 else ""
    if subject.pos_ not in ("NOUN", "PROPN"):
        return ""
    if any(token.dep_ in ("conj", "cc", "relcl", "appos", "punct") for token in words):
        return ""
    if not _is_definite(subject, words):
        return ""
    first, last = words[0], words[-1]
    if first.lower_ in POINTING and subject.i > first.i:
        return POINTING[first.lower_]
    return capital(subject.doc.text[first.idx : last.idx + len(last)])


def _is_definite(subject: Token, words: list[Token]) -> bool:
    first = words[0]
    if first.lower_ in DETERMINERS:
        return True
    if any(token.dep_ in ("det", "nummod", "poss", "predet") for token in words):
        return False
    if any(token.lower_ in ("many", "most", "few", "several", "some", "other") for token in words):
        return False
    return subject.pos_ == "PROPN" or subject.tag_ == "NNS" or first.i == subject.i


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def comma_before(link: Token) -> Token | None:
    last = link.doc[link.i - 1]
    return last if last.text == "," else None


def end_before(link: Token) -> int:
    """Return where the words before the link end, its comma left out."""
    last = link.doc[link.i - 1]
    if last.text == ",":
        last = link.doc[last.i - 1]
    return last.idx + len(last)


def is_bare(verb: Token, link: Token) -> bool:
    """Tell whether the main clause says too little to stand: "Symptoms happen"."""
    return not any(child.i < link.i and child.dep_ != "punct" for child in verb.rights)
