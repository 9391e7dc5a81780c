"""Parts of speech, forms and lemmas from the model's own tables, each case looked up once.

spaCy's attribute ruler tries some 180 patterns at every word, a third of the time of a whole parse.
Most look at one word's tag and dependency, and a few at the word too, so the answer is kept and
given again. A sentence with a word that may begin another kind of pattern ("let's", "there is") is
left to spaCy itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import numpy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Token

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
ASKED = {"TAG", "DEP", "LOWER"}  # what a pattern of the common kind asks of its one word
GIVEN = {"POS", "MORPH", "LEMMA"}  # what it sets
MOST = 100_000  # cases kept

Key = TypeVar("Key")
Value = TypeVar("Value")
Word = dict[str, Any]  # of a pattern
Case = tuple[int, int, int]  # the word if a pattern names it, else 0; its tag; its dependency
Values = tuple[int, int, int]  # part of speech, form, lemma


def remembered(nlp: Language) -> Callable[[Doc], Doc] | None:
    """Return what does the work of the ruler and the lemmatizer of ``nlp``, None without them."""
    return _Remembered(nlp) if nlp.has_pipe(RULER) and nlp.has_pipe(LEMMATIZER) else None


class _Remembered:
    """The answers of a model's ruler and lemmatizer, and who gives them where none is kept."""

    def __init__(self, nlp: Language) -> None:
        ruler: Any = nlp.get_pipe(RULER)
        lemmatizer: Any = nlp.get_pipe(LEMMATIZER)
        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._strings = nlp.vocab.strings
        self._named, self._openers = _names(ruler.patterns), _openers(nlp, ruler.patterns)
        self._words: dict[int, int] = {0: 0}
        self._cases: dict[Case, Values | None] = {}
        self._lemmas: dict[Case, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        values = []
        for orth, lower, tag, dep in doc.to_array(["ORTH", "LOWER", "TAG", "DEP"]).tolist():
            found = self._values(doc, orth, lower, tag, dep)
            if found is None:
                return self._lemmatizer(self._ruler(doc))  # type: ignore[no-any-return]
            values.append(found)
        return _filled(doc, ["POS", "MORPH", "LEMMA"], values)

    def _values(self, doc: Doc, orth: int, lower: int, tag: int, dep: int) -> Values | None:
        """Return what a word is, None if only its sentence can tell."""
        word = self._words[lower] if lower in self._words else self._word(lower)
        case = word, tag, dep
        found = self._cases[case] if case in self._cases else self._ruled(doc, orth, case)
        if found is None or found[2]:
            return found
        key = orth, found[0], found[1]
        return key[1], key[2], self._lemmas.get(key) or self._lemma(doc, key)

    def _word(self, lower: int) -> int:
        is_named = self._named.search(self._strings[lower])
        return _kept(self._words, lower, lower if is_named else 0)

    def _ruled(self, doc: Doc, orth: int, case: Case) -> Values | None:
        one = self._alone(doc, orth, ["TAG", "DEP"], case[1:])
        if self._openers(one, allow_missing=True):
            return _kept(self._cases, case, None)
        word = self._ruler(one)[0]
        return _kept(self._cases, case, (word.pos, word.morph.key, word.lemma))

    def _lemma(self, doc: Doc, key: Case) -> int:
        word: Token = self._lemmatizer(self._alone(doc, key[0], ["POS", "MORPH"], key[1:]))[0]
        return _kept(self._lemmas, key, word.lemma)

    def _alone(self, doc: Doc, orth: int, names: list[int | str], values: tuple[int, ...]) -> Doc:
        return _filled(Doc(doc.vocab, words=[self._strings[orth]]), names, [values])


def _filled(doc: Doc, names: list[int | str], values: Sequence[tuple[int, ...]]) -> Doc:
    rows: Any = numpy.array(values, dtype="uint64")
    return doc.from_array(names, rows) if values else doc


def _openers(nlp: Language, rules: list[dict[str, Any]]) -> Matcher:
    """Return what finds the words that may begin a pattern of another kind."""
    matcher = Matcher(nlp.vocab)
    for rule in rules:
        for first, *more in rule["patterns"]:
            if more or first.keys() - ASKED or rule["attrs"].keys() - GIVEN:
                matcher.add("opener", [[first]])
    return matcher


def _names(rules: list[dict[str, Any]]) -> re.Pattern[str]:
    """Return what finds the words in lower case that a pattern names, and white space."""
    words = (word for rule in rules for pattern in rule["patterns"] for word in pattern)
    return re.compile("|".join([r"^\s", *(one for word in words for one in _named(word))]))


def _named(word: Word) -> Iterator[str]:
    lower = word.get("LOWER", {})
    if isinstance(lower, str):
        lower = {"IN": [lower]}
    yield from (rf"^{re.escape(one)}$" for one in lower.get("IN", ()))
    if "REGEX" in lower:
        yield lower["REGEX"]


def _kept(known: dict[Key, Value], key: Key, value: Value) -> Value:
    if len(known) >= MOST:
        known.clear()
    known[key] = value
    return value
