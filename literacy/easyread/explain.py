"""Hard words: bold where they stand, explained after the row of their first mention, listed last.

A word that the text explains itself is bold and listed, and not explained a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ahocorasick_rs import AhoCorasick, MatchKind

from literacy.composed import HardWord, Row, RowKind, Run
from literacy.document import Document
from literacy.words.search import at_word_edges, folded
from literacy.words.segment import sentences

SUBJECT = re.compile(r"(?:an?|the)?\s*(.+?)\s+(?:is|are|means|mean|was)\b", re.IGNORECASE)
ASIDE = (" (", " means ", " is when ", " is a ", " is an ")


class Glossary:
    """The hard words of one document. Remembers which have been explained."""

    def __init__(self, document: Document, glosses: Mapping[str, str]) -> None:
        self._glosses = {folded(word): gloss for word, gloss in sorted(glosses.items())}
        self._words = list(self._glosses)
        self._finder = AhoCorasick(self._words, MatchKind.LeftmostLongest) if self._words else None
        self._text = folded(document.text)
        self._met: dict[str, str] = {}
        # An explanation of two sentences stands in two rows, in the text as in the draft.
        self._told = {
            folded(part): gloss
            for gloss in self._glosses.values()
            if folded(gloss) in self._text
            for part in _parts(gloss)
        }

    def explain(self, row: Row) -> tuple[Row, list[Row]]:
        """Return the row with its hard words bold, and the rows that explain the new ones."""
        if folded(row.text) in self._told:
            return replace(self._bold(row), kind=RowKind.EXPLANATION), []
        new = []
        for start, stop, word in self._found(row.text):
            gloss = self._glosses[word]
            if gloss in self._met:
                continue
            self._met[gloss] = _as_listed(row.text[start:stop])
            if not self._text_explains(word, gloss):
                new += [self._bold(_explanation(part)) for part in _parts(gloss)]
        return self._bold(row), new

    def hard_words(self) -> Iterator[HardWord]:
        """Yield the words met, in the order of the alphabet."""
        named = [HardWord(self._name(word, gloss), gloss) for gloss, word in self._met.items()]
        yield from sorted(named, key=lambda hard: hard.word.lower())

    def _text_explains(self, word: str, gloss: str) -> bool:
        if folded(gloss) in self._text:
            return True
        told = re.escape(word)
        return bool(re.search(rf"[a-z]+ \((?:an? |the )?{told}\)", self._text)) or any(
            f"{word}{aside}" in self._text for aside in ASIDE
        )

    def _name(self, word: str, gloss: str) -> str:
        """Return the word as its explanation names it: "biopsy" where the text has "biopsies"."""
        subject = SUBJECT.match(gloss)
        if subject and folded(subject[1]) in self._glosses:
            return subject[1] if subject[1].isupper() else _lower_start(subject[1])
        return word

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        if self._finder is None:
            return
        plain = folded(text)
        for index, start, end in self._finder.find_matches_as_indexes(plain):
            if at_word_edges(plain, start, end):
                yield start, end, self._words[index]

    def _bold(self, row: Row) -> Row:
        runs: list[Run] = []
        for run in row.runs:
            end = 0
            for start, stop, _ in () if run.link else self._found(run.text):
                runs += [Run(run.text[end:start])] if run.text[end:start] else []
                runs.append(Run(run.text[start:stop], bold=True))
                end = stop
            if run.text[end:]:
                runs.append(replace(run, text=run.text[end:]))
        return replace(row, runs=tuple(runs))


def _as_listed(found: str) -> str:
    """Return a word for the list: a short form keeps its capitals, the start of a sentence none."""
    return found if any(map(str.isupper, found[1:])) else found.lower()


def _lower_start(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _parts(gloss: str) -> list[str]:
    return [gloss[span.start : span.end] for span in sentences(gloss)]


def _explanation(text: str) -> Row:
    return Row((Run(text),), RowKind.EXPLANATION)
