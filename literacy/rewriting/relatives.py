"""What is said by the way becomes a sentence: ", which", ", who", ", a kind of", "after which".

Only a clause that its commas mark as said by the way, and only where the parser, the commas and the
number of noun and verb all say what it belongs to. "Which" may also stand for the whole clause
before it, so verbs of cause and modals after it are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed
from literacy.rewriting.clauses import auxiliaries, is_finite, is_verb, root_of, subject_of
from literacy.rewriting.naming import (
    PERSONS,
    end_of,
    is_several,
    left,
    named_again,
    pronoun_for,
    right,
)
from literacy.rewriting.proof import Change, long_sentences, offers
from literacy.rulebase.model import Rule

CAUSES = frozenset(
    {"cause", "lead", "mean", "make", "result", "increase", "reduce", "allow", "help", "raise"}
    | {"prevent", "enable", "require", "need", "affect", "lower", "improve", "suggest", "show"}
    | {"indicate", "include", "represent"}
)
WEIGHED = frozenset({"similar", "different", "due", "consistent", "likely", "why", "like"})
PEOPLE = PERSONS | frozenset(
    {"staff", "people", "professional", "member", "team", "participant", "practitioner", "helper"}
    | {"colleague", "volunteer", "student", "manager", "worker", "visitor", "expert", "adviser"}
)
# These may sum up all that was said: "..., an approach that works".
SUMS = frozenset(
    {"approach", "process", "way", "step", "method", "finding", "result", "effect", "change"}
    | {"feature", "problem", "situation", "fact", "event", "task", "strategy", "technique"}
    | {"increase", "decrease", "rise", "sign", "time", "period", "place", "day", "lot", "number"}
)
# Words that point back to all that was said, and how a sentence begins with them.
POINTING = {
    r"(?:following|after) which": "After this,",
    r"during which (?:time|period)": "During this time,",
    r"during which(?! time| period)": "During this time,",
    r"in which case": "In this case,",
    r"as a (?:result|consequence) of which": "As a result of this,",
    r"for which reason": "For this reason,",
    r"whereupon": "Then",
}


def split_relative(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield ", which ..." and ", who ..." that can be sentences, in the middle or at the end."""
    return offers(parsed, long_sentences(parsed, rules, (", which", ", who")), _relative)


def split_apposition(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield ", a soft tube," after a noun: "A stent is a soft tube."."""
    signs = (", a ", ", an ", ", the ")
    return offers(parsed, long_sentences(parsed, rules, signs), _apposition)


def split_pointing(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield ", after which" and ", in which case": "After this," starts a sentence."""
    return offers(parsed, long_sentences(parsed, rules, ("which", "whereupon")), _pointing)


def _relative(doc: Doc) -> Iterator[Change]:
    root = root_of(doc)
    for verb in doc:
        who = subject_of(verb) if verb.dep_ == "relcl" and is_verb(verb) else None
        if root is None or who is None or who.lower_ not in ("which", "who") or who.i < 2:
            continue
        noun, comma = doc[who.i - 2], doc[who.i - 1]
        if comma.text != "," or noun != verb.head or not is_finite(verb):
            continue
        if re.search(r"\b(?:and|or|but) (?:which|who)\b", doc.text[who.idx :]):
            continue
        if right(verb) >= _last(doc):
            yield from _cut_at_end(noun, who, verb)
        elif noun == subject_of(root):
            yield from _cut_out(root, noun, who, verb)


def _cut_at_end(noun: Token, who: Token, verb: Token) -> Iterator[Change]:
    again = named_again(noun)
    if not again or noun.dep_ == "conj" or not _agrees(noun, verb):
        return
    if who.lower_ == "which" and (_may_be_clause(verb) or _is_part(noun)):
        return
    if any(t.dep_ == "cc" and t.head.dep_ in ("ROOT", "conj") for t in noun.doc[: noun.i]):
        return  # "A took notes and read the papers, which B checked"
    if (
        noun.head.dep_ in ("agent", "prep")
        and f", and {noun.head.lower_} " in noun.doc.text[who.idx :]
    ):
        return  # "by the surgeon, who will talk to you, and by a nurse"
    if who.lower_ == "who" and noun.lemma_.lower() not in PEOPLE:
        return
    yield Change((Edit(Span(end_of(noun), end_of(who)), f". {again}"),), (who.lower_,), again)


def _agrees(noun: Token, verb: Token) -> bool:
    lead = next(iter(auxiliaries(verb)), verb)
    if lead.tag_ == "VBZ" or lead.lower_ == "was":
        return not is_several(noun)
    if lead.tag_ == "VBP" or lead.lower_ == "were":
        return is_several(noun)
    return True


def _may_be_clause(verb: Token) -> bool:
    """Tell whether "which" may stand for all that was said: "..., which can be fatal"."""
    lead = next(iter(auxiliaries(verb)), verb)
    is_weighed = any(t.tag_ in ("JJR", "RBR") or t.lower_ in WEIGHED for t in verb.subtree)
    return lead.tag_ == "MD" or verb.lemma_.lower() in CAUSES or is_weighed


def _is_part(noun: Token) -> bool:
    """Tell whether the noun hangs on another, "the removal of the womb", which may be meant."""
    head = noun.head
    while head.dep_ != "ROOT" and not is_finite(head):
        if head.pos_ in ("NOUN", "PROPN"):
            return True
        head = head.head
    return False


def _cut_out(root: Token, noun: Token, who: Token, verb: Token) -> Iterator[Change]:
    """Yield "Polyps are growths. They can be removed." for "Polyps, which are growths, can ..."."""
    doc, end = root.doc, right(verb)
    lead = next(iter(auxiliaries(verb)), verb)
    again = pronoun_for(noun, root if lead.tag_ == "MD" else verb)
    if next(iter(auxiliaries(root)), root).tag_ != "MD" and pronoun_for(noun, root) != again:
        return  # the parser is in two minds about the number
    if any(child.dep_ == "attr" for child in root.rights):
        return  # "The cure, which is old, is aspirin" names it only at its end
    close = end + 1 if doc[end].text != "," else end
    if not again or left(noun) != 0 or close + 1 >= len(doc) or doc[close].text != ",":
        return
    if not _goes_on(doc[close + 1], root):
        return
    first = Edit(Span(noun.idx, end_of(who)), noun.text)
    second = Edit(Span(doc[close].idx, end_of(doc[close])), f". {again}")
    yield Change((first, second), (who.lower_,), "", (again.lower(),))


def _goes_on(token: Token, root: Token) -> bool:
    """Tell whether the main verb's group begins here."""
    lead = min([root, *auxiliaries(root)], key=lambda one: one.i)
    return token == lead or (token.head == root and token.dep_ == "advmod" and token.i < lead.i)


def _apposition(doc: Doc) -> Iterator[Change]:
    root = root_of(doc)
    for noun in doc:
        what = next((t for t in noun.rights if t.dep_ == "appos"), None)
        if root is None or what is None or not _is_said_by_the_way(noun, what):
            continue
        is_ = "are" if is_several(noun) else "is"
        if noun == subject_of(root):
            yield from _named_in_the_middle(root, noun, what, is_)
        elif right(what) >= _last(doc) and noun.dep_ != "conj":
            again = named_again(noun)
            comma = doc[noun.i + 1]
            is_listed = any(t.text == "," for t in doc[root.i : noun.i])
            if again and not _is_part(noun) and not is_listed:
                edit = Edit(Span(comma.idx, end_of(comma)), f". {again} {is_}")
                yield Change((edit,), (), again, (is_,))


def _is_said_by_the_way(noun: Token, what: Token) -> bool:
    """Tell whether ", a soft tube" follows the noun and says what it is, not the next of a list."""
    doc, start = noun.doc, left(what)
    return (
        start == noun.i + 2
        and doc[noun.i + 1].text == ","
        and doc[start].lower_ in ("a", "an")
        and what.pos_ == "NOUN"
        and what.lemma_.lower() not in SUMS
        and is_several(what) == is_several(noun)
        and not any(t.dep_ in ("conj", "cc", "appos") for t in what.subtree if t != what)
        and not any(t.text == "," for t in what.subtree)
    )


def _named_in_the_middle(root: Token, noun: Token, what: Token, is_: str) -> Iterator[Change]:
    doc, again, close = root.doc, pronoun_for(noun, root), right(what) + 1
    if not again or left(noun) != 0 or close + 1 >= len(doc) or doc[close].text != ",":
        return
    if _goes_on(doc[close + 1], root):
        first = Edit(Span(noun.idx, end_of(doc[noun.i + 1])), f"{noun.text} {is_}")
        second = Edit(Span(doc[close].idx, end_of(doc[close])), f". {again}")
        yield Change((first, second), (), "", (is_, again.lower()))


def _pointing(doc: Doc) -> Iterator[Change]:
    for pattern, opening in POINTING.items():
        for match in re.finditer(rf",(?: and)? ({pattern}),?(?= )", doc.text):
            gone = tuple(re.findall(r"\w+", match[0]))
            come = tuple(re.findall(r"\w+", opening.lower()))
            yield Change((Edit(Span(*match.span()), f". {opening}"),), gone, "", come)


def _last(doc: Doc) -> int:
    """Return the number of the last word of the sentence."""
    return max((token.i for token in doc if not token.is_punct), default=0)


WAYS = (_relative, _apposition, _pointing)
