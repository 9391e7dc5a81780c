"""The concept map: which words stand for which drawing, and where they mean something else.

``rules/words/pictures.yml`` is checked by hand, drawing by drawing. Matching words to the names of
drawings would put a meal beside "Do not eat", and a steam room beside "go home".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from literacy.document import Span
from literacy.errors import RuleError
from literacy.folders import rules_folder
from literacy.words.inflect import inflections
from literacy.words.search import folded
from literacy.words.segment import words
from literacy.words.spelling import spellings

_MOST_WORDS = 7  # of one phrase


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of the map. With a phrase of ``unless`` in the sentence, it is not meant."""

    id: str
    drawing: str
    alt: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    concept: Concept
    span: Span


def find_concepts(text: str) -> Iterator[Hit]:
    """Yield the concepts that ``text`` speaks of, the longest phrase first; no two overlap."""
    plain, forms, spans = folded(text), _forms(), words(text)
    at = 0
    while at < len(spans):
        step = 1
        for size in range(min(_MOST_WORDS, len(spans) - at), 0, -1):
            span = Span(spans[at].start, spans[at + size - 1].end)
            concept = forms.get(plain[span.start : span.end])
            if concept and not _is_other_sense(plain, concept):
                yield Hit(concept, span)
                step = size
                break
        at += step


@cache
def concepts(path: Path | None = None) -> tuple[Concept, ...]:
    """Return the concept map, in the order of its file.

    Raises:
        RuleError: an entry lacks a part, or stands for the same words as another.
    """
    path = path or rules_folder() / "words" / "pictures.yml"
    entries = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple(_concept(path, number, entry) for number, entry in enumerate(entries, start=1))


def _concept(path: Path, number: int, entry: dict[str, object]) -> Concept:
    parts = [entry.get(key) for key in ("id", "drawing", "alt", "phrases")]
    texts, phrases = parts[:3], parts[3]
    unless, rank = entry.get("unless", []), entry.get("rank", 0)
    if (
        not all(isinstance(text, str) and text for text in texts)
        or not isinstance(phrases, list)
        or not isinstance(unless, list)
        or not isinstance(rank, int)
        or not phrases
    ):
        raise RuleError(f"{path}:1: entry {number} needs id, drawing, alt and phrases in quotes")
    id, drawing, alt = (str(text) for text in texts)
    return Concept(id, drawing, alt, _folded(phrases), _folded(unless), rank)


def _folded(phrases: list[object]) -> tuple[str, ...]:
    return tuple(folded(str(phrase)) for phrase in phrases)


@cache
def _forms() -> dict[str, Concept]:
    """Map every form of every phrase to its concept; a phrase as written beats a bent one."""
    listed = {phrase: concept for concept in concepts() for phrase in concept.phrases}
    forms = dict(listed)
    for phrase, concept in listed.items():
        for bent in sorted(inflections(phrase)):
            for form in sorted(spellings(bent)):
                forms.setdefault(folded(form), concept)
    return forms


def _is_other_sense(plain: str, concept: Concept) -> bool:
    pattern = _unless(concept)
    return pattern is not None and pattern.search(plain) is not None


@cache
def _unless(concept: Concept) -> re.Pattern[str] | None:
    if not concept.unless:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, concept.unless))})(?!\w)")
