"""Plainer words in place of the found ones, bent to fit: tense, number, capital letter, a or an.

The form is read from the found word itself, with spaCy's tag where the word alone leaves a doubt
("reduced" may be past or participle). Each suggestion is an edit of the found words, and one of the
article before them where its sound changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from literacy.document import Span
from literacy.findings import Edit, Suggestion
from literacy.parse import Parsed, Sentence
from literacy.rulebase.model import Rule
from literacy.words.inflect import inflect
from literacy.words.search import folded
from literacy.words.spelling import spellings

VERB_TAGS = ("VBZ", "VBG", "VBD", "VBN")
FORMS_OF_BE = {"are": "VBP", "was": "VBD", "were": "VBD"}
# Sounds that letters hide: "an hour", "an 8-hour shift"; "a user", "a urine test", "a one-off".
VOWEL_SOUND = re.compile(r"[aeiou]|hour|honest|honour|heir|x-ray|8|1[18](?!\d)", re.I)
VOWEL_EXCEPTION = re.compile(
    r"one(?!\w)|once\b|eu|ewe|u(?:ni(?!n|m[ap]|dent)|s[aeiu]|t[ei]|r[aeio]|vu|k\b|v\b|bi)", re.I
)
# Read out letter by letter ("an MRI", "an HIV test", "a UTI"), not as a word ("a SARS test").
SPELT = re.compile(r"(?:[A-Z](?=[B-DF-HJ-NP-TV-Z])|HIV|MOT|U)[A-Z0-9]*s?(?!\w)")
SPELT_WITH_VOWEL = frozenset("AEFHILMNORSX")
PLURAL_SUBJECTS = {"you", "we", "they"}


def substitute(parsed: Parsed, rule: Rule, span: Span) -> Iterator[Suggestion]:
    """Yield one suggestion for each of the rule's plainer words, the best first."""
    sentence = parsed.sentence_at(span)
    if sentence is None:
        return
    for say in rule.say:
        text = say
        if rule.find and rule.find.pattern:
            text = _expanded(rule.find.pattern, say, parsed.document.text, span)
        elif is_short_form(rule):
            is_plural = re.search(r"[A-Z]s$", parsed.document.slice(span))
            text = inflect(say, "NNS") if is_plural else say
        elif not (rule.find and rule.find.exact):
            text = _bent(parsed, sentence, span, rule, say)
        article = tuple(_article(parsed, sentence, span, text))
        found = parsed.document.slice(span)
        at_start = sentence.span.start == span.start
        if is_short_form(rule):  # in mid sentence the capitals of "SpR" are its own
            text = _in_case(found, text, at_start) if at_start else text
        else:
            text = text.upper() if _is_all_capitals(found) else _in_case(found, text, at_start)
        yield Suggestion((*article, Edit(span, text)), text, rule.safety)


def is_short_form(rule: Rule) -> bool:
    """Tell whether the rule looks for capitals that are no shouting: "DNACPR"."""
    return bool(rule.find and rule.find.case)


def _expanded(pattern: str, say: str, text: str, span: Span) -> str:
    # Matched in its place, since a pattern may look at what stands around it.
    match = re.compile(pattern).match(text, span.start)
    return match.expand(say) if match else say


def _bent(parsed: Parsed, sentence: Sentence, span: Span, rule: Rule, say: str) -> str:
    at = span.shift(-sentence.span.start)
    found = parsed.doc(sentence).char_span(at.start, at.end, alignment_mode="expand")
    if found is None:
        return say
    pos = rule.find.pos if rule.find else ""
    tag = _tag(found, pos)
    text = inflect(say, tag)
    is_were = found[0].lower_ == "were" or _has_plural_subject(found.root)
    if tag == "VBD" and text.startswith("was ") and is_were:
        text = "were" + text[3:]
    return text.replace("{", "").replace("}", "")


def _tag(found: SpacySpan, pos: str) -> str:
    """Return the Penn tag of the form that stands in the text; empty for a plain form."""
    verb, noun = found[0], found.root
    if pos == "VERB" or (not pos and noun.pos_ == "VERB" and noun.i == verb.i):
        return _verb_tag(verb)
    if pos == "NOUN" or (not pos and noun.pos_ in ("NOUN", "PROPN")):
        return "NNS" if noun.tag_ in ("NNS", "NNPS") else ""
    return ""


def _verb_tag(verb: Token) -> str:
    lemma = verb.lemma_.lower()
    word = verb.lower_
    if word in FORMS_OF_BE:
        return FORMS_OF_BE[word]
    fits = [tag for tag in VERB_TAGS if word in spellings(inflect(lemma, tag))]
    if verb.tag_ in fits or not fits or word == lemma:
        return verb.tag_ if verb.tag_ in fits else ""
    if {"VBD", "VBN"} <= set(fits):
        helped = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
        return "VBN" if helped or verb.dep_ in ("acl", "amod") else "VBD"
    return fits[0]


def _has_plural_subject(verb: Token) -> bool:
    return any(
        child.dep_ == "nsubj" and (child.lower_ in PLURAL_SUBJECTS or child.tag_ == "NNS")
        for child in verb.children
    )


def _in_case(old: str, new: str, at_start: bool) -> str:
    # "IV fluids" in mid sentence begins with a capital only because its short form does.
    if old[:1].isupper() and (at_start or not (old.isupper() or old[1:2].isupper())):
        return new[:1].upper() + new[1:]
    return new


def _is_all_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 4 and all(char.isupper() for char in letters)


def _article(parsed: Parsed, sentence: Sentence, span: Span, new: str) -> Iterator[Edit]:
    """Yield the edit of "a" or "an" before the found words, where the new ones sound otherwise."""
    before = parsed.document.text[sentence.span.start : span.start]
    match = re.search(r"\b(an?)(?=\s+[\"'“‘(]?$)", before, re.I)
    if match is None:
        return
    right = "an" if has_vowel_sound(new) else "a"
    if folded(match[1]) != right:
        place = Span(*match.span(1)).shift(sentence.span.start)
        if _is_all_capitals(parsed.document.slice(span)):
            yield Edit(place, right.upper())
        else:
            yield Edit(place, right.capitalize() if match[1][0].isupper() else right)


def has_vowel_sound(text: str) -> bool:
    """Tell whether "an" stands before ``text``: "an hour", "a user"."""
    if SPELT.match(text):
        return text[0] in SPELT_WITH_VOWEL
    return bool(VOWEL_SOUND.match(text)) and not VOWEL_EXCEPTION.match(text)
