"""Names that no rewrite may touch: medicines and named conditions.

``rules/words/medicines.txt`` and ``conditions.txt`` hold them in both spellings, in lower case; a
plural is found too. The longest name wins, so "acute lymphoblastic leukaemia" is one name.
``same_names.tsv`` says which names of conditions are one condition: "hypertension" is "high blood
pressure".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from literacy.document import Span
from literacy.folders import rules_folder
from literacy.words.search import at_word_edges, folded

FILES = {"condition": "conditions.txt", "medicine": "medicines.txt"}


@dataclass(frozen=True, slots=True)
class ProtectedName:
    """A name in a text; ``kind`` is "condition" or "medicine"."""

    span: Span
    kind: str


def protected_names(text: str) -> tuple[ProtectedName, ...]:
    """Return the names in ``text``, in order; no two overlap."""
    finder, kinds = _finder()
    plain = folded(text)
    found = []
    for index, start, end in finder.find_matches_as_indexes(plain, overlapping=True):
        end += plain.startswith("s", end) and not plain.startswith("ss", end)
        if at_word_edges(plain, start, end):
            found.append(ProtectedName(Span(start, end), kinds[index]))
    return _longest(found)


def same_name(name: str) -> str:
    """Return the plain name of the condition that ``name`` stands for, in lower case."""
    plain = folded(name)
    return _same_names().get(plain) or _same_names().get(plain.removesuffix("s")) or plain


@cache
def _same_names() -> dict[str, str]:
    lines = (rules_folder() / "words" / "same_names.tsv").read_text(encoding="utf-8").splitlines()
    groups = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {name: group[0] for group in groups for name in group}


def _longest(found: list[ProtectedName]) -> tuple[ProtectedName, ...]:
    kept: list[ProtectedName] = []
    for name in sorted(found, key=lambda name: (name.span.start, -name.span.end)):
        if not kept or kept[-1].span.end <= name.span.start:
            kept.append(name)
    return tuple(kept)


@cache
def _finder() -> tuple[AhoCorasick, list[str]]:
    names: dict[str, str] = {}
    for kind, file in FILES.items():
        text = (rules_folder() / "words" / file).read_text(encoding="utf-8")
        lines = zip(text.splitlines(), folded(text, lines=True).splitlines(), strict=True)
        names.update((plain, kind) for line, plain in lines if line and line[0] != "#")
    names.update(dict.fromkeys(_same_names(), "condition"))
    return AhoCorasick(list(names), MatchKind.Standard), list(names.values())
