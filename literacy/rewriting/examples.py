"""Examples in the middle of a sentence go behind it: "Metal must be taken off. These include ...".

What is left must stand without them, and the words before them must be what the sentence is about,
so that "These" can mean nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed
from literacy.rewriting.clauses import auxiliaries, root_of, subject_of
from literacy.rewriting.proof import Change, long_sentences, offers
from literacy.rulebase.model import Rule

SIGN = r"(?P<sign>including|such as|for example|for instance|like),? "
END = re.compile(r", (?P<sign>including|for example|for instance),? (?P<list>[^():;]+)$")
OPENINGS = {"including": "These include", "like": "Examples are", "such as": "Examples are"}
LINK = re.compile(r"\b(?:and|or)\b")
# A list with one of these holds more than names.
CLAUSAL = re.compile(
    r"(?i)\b(?:if|when|where|which|who|that|because|is|are|was|were|has|have|can|may|must|should"
    r"|will|you|it|they|to|not|no|those|this)\b"
)
AMOUNTS = frozenset({"plenty", "lot", "number", "range", "variety", "kind", "type", "amount"})
DENIED = re.compile(r"(?i)\b(?:no|not|never|without|neither|none|nothing|avoid|except)\b")


def split_examples_inside(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield ", including A, B and C," and the like: "These include A, B and C." stands behind."""
    wanted = list(long_sentences(parsed, rules, (", including", ", such as", ", for ", ", like")))
    texts = {parsed.text(sentence) for _, sentence in wanted}
    parsed.expect(rest for text in texts for _, rest in _middles(text))

    def changes(doc: Doc) -> Iterator[Change]:
        for match, rest in _middles(doc.text):
            if _is_about(parsed.doc_of(rest), match.start()):
                yield _moved(doc.text, match)
        yield from _at_end(doc)

    return offers(parsed, wanted, changes)


def _middles(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each row of examples with the sentence that is left without them."""
    for sign in re.finditer(rf", {SIGN}", text):
        if "," in text[: sign.start()] or DENIED.search(text[: sign.start()]):
            continue
        for comma in re.finditer(", ", text[sign.end() :]):
            place = sign.end() + comma.start()
            match = re.compile(rf", {SIGN}(?P<list>[^():;]+)").match(text, sign.start(), place)
            if match and _is_list(match["list"]) and "," not in text[place + 2 :]:
                yield match, text[: sign.start()] + " " + text[place + 2 :]


def _is_list(names: str) -> bool:
    return bool(LINK.search(names)) and not CLAUSAL.search(names)


def _is_about(doc: Doc, end: int) -> bool:
    """Tell whether the words up to ``end`` are the subject, more than one thing, and all of it."""
    root = root_of(doc)
    subject = subject_of(root) if root is not None else None
    if root is None or subject is None or subject.tag_ not in ("NNS", "NNPS"):
        return False
    words = list(subject.subtree)
    last = max(words, key=lambda t: t.i)
    return (
        min(t.i for t in words) == 0
        and last.idx + len(last) == end
        and doc[last.i + 1] in (root, *auxiliaries(root), *_adverbs(root))
        and not any(t.dep_ in ("conj", "relcl") for t in words)
    )


def _adverbs(root: Token) -> tuple[Token, ...]:
    return tuple(t for t in root.lefts if t.dep_ in ("advmod", "neg"))


def _moved(text: str, match: re.Match[str]) -> Change:
    """Put the examples behind the sentence."""
    body = text.rstrip(".")
    opening = OPENINGS.get(match["sign"], "Examples are")
    noun = text[: match.start()].rsplit(" ", 1)[-1]  # so that no edit ends in a space
    gone = Edit(Span(match.start() - len(noun), match.end() + 1), noun)
    behind = Edit(Span(len(body), len(text)), f". {opening} {match['list']}{text[len(body) :]}")
    return Change((gone, behind), _words(match["sign"]), "", _words(opening.lower()))


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _at_end(doc: Doc) -> Iterator[Change]:
    text = doc.text.rstrip(".")
    match = END.search(text)
    noun = next((t for t in doc if match and t.idx + len(t) == match.start()), None)
    if match is None or noun is None or noun.tag_ != "NNS" or noun.dep_ == "conj":
        return
    if not _is_list(match["list"]) or DENIED.search(text[: match.start()]):
        return
    if any(t.dep_ == "mark" or t.lower_ == "any" for t in doc[: noun.i]) or _is_part(noun):
        return
    opening = OPENINGS.get(match["sign"], "Examples are")
    edit = Edit(Span(match.start(), match.start("list") - 1), f". {opening}")
    yield Change((edit,), _words(match["sign"]), "", _words(opening.lower()))


def _is_part(noun: Token) -> bool:
    """Tell whether the noun hangs on another one, which may be meant: "the causes of burns"."""
    head = noun.head.head if noun.dep_ == "pobj" else noun.head
    return head.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() not in AMOUNTS
