"""Names that no rewrite may touch: medicines and named conditions.

``rules/words/medicines.txt`` and ``conditions.txt`` hold them in both spellings, in lower case; a
plural is found too. The longest name wins, so "acute lymphoblastic leukaemia" is one name.
``same_names.tsv`` says which names of conditions are one condition: "hypertension" is "high blood
pressure".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from literacy.document import Span
from literacy.folders import rules_folder
from literacy.words.search import at_word_edges, folded

FILES = {"condition": "conditions.txt", "medicine": "medicines.txt"}
# Names are found by their first letters, then compared: all their letters take ten times as long to
# make ready, and a text holds few of these beginnings that no name goes on from.
_BEGINNING = 12


@dataclass(frozen=True, slots=True)
class ProtectedName:
    """A name in a text; ``kind`` is "condition" or "medicine"."""

    span: Span
    kind: str


def protected_names(text: str) -> tuple[ProtectedName, ...]:
    """Return the names in ``text``, in order; no two overlap."""
    finder, names = _finder()
    plain = folded(text)
    places = finder.find_matches_as_indexes(plain, overlapping=True)
    found = [_name_at(plain, start, names[index]) for index, start, _ in places]
    return _longest(filter(None, found))


def _name_at(plain: str, start: int, names: list[str]) -> ProtectedName | None:
    """Return the first of ``names`` that stands at ``start``."""
    for name in names:
        if plain.startswith(name, start):
            end = start + len(name)
            end += plain.startswith("s", end) and not plain.startswith("ss", end)
            if at_word_edges(plain, start, end):
                return ProtectedName(Span(start, end), _kinds()[name])
    return None


def same_name(name: str) -> str:
    """Return the plain name of the condition that ``name`` stands for, in lower case."""
    plain = folded(name)
    return _same_names().get(plain) or _same_names().get(plain.removesuffix("s")) or plain


@cache
def _same_names() -> dict[str, str]:
    lines = (rules_folder() / "words" / "same_names.tsv").read_text(encoding="utf-8").splitlines()
    groups = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {name: group[0] for group in groups for name in group}


def _longest(found: Iterable[ProtectedName]) -> tuple[ProtectedName, ...]:
    kept: list[ProtectedName] = []
    for name in sorted(found, key=lambda name: (name.span.start, -name.span.end)):
        if not kept or kept[-1].span.end <= name.span.start:
            kept.append(name)
    return tuple(kept)


@cache
def _finder() -> tuple[AhoCorasick, list[list[str]]]:
    """Return what finds the beginnings of names, and the names of each, the longest first."""
    names: dict[str, list[str]] = {}
    for name in sorted(_kinds(), key=len, reverse=True):
        names.setdefault(name[:_BEGINNING], []).append(name)
    finder = AhoCorasick(list(names), MatchKind.Standard, store_patterns=False)
    return finder, list(names.values())


@cache
def _kinds() -> dict[str, str]:
    """Return the kind of every name."""
    kinds: dict[str, str] = {}
    for kind, file in FILES.items():
        text = (rules_folder() / "words" / file).read_text(encoding="utf-8")
        lines = folded(text, lines=True).splitlines()
        kinds |= dict.fromkeys((line for line in lines if line and line[0] != "#"), kind)
    return kinds | dict.fromkeys(_same_names(), "condition")
