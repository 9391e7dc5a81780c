"""Everything the formulas need, counted once from the structure of the document.

Only paragraphs and list items hold sentences. A heading, a table cell, a caption and the words that
describe a picture are never sentences and are not counted, so a document of nothing else has no
score. The end of a list item or of a line ends its sentence with or without a full stop. Counts are
kept for each sentence, so that scores can be worked out again for a sample of the sentences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from literacy.document import BlockKind, Document, Span
from literacy.measure.features import ONE_SENTENCE, ONE_UNFAMILIAR_TYPE, unpacked, words_met
from literacy.words.segment import (
    SENTENCE_POLICY,
    WORD_POLICY,
    sentence_places,
    word_list,
    word_places,
)

STRUCTURE_POLICY = (
    "Sentences of paragraphs and list items are counted; headings, table cells, captions and "
    "descriptions of pictures are not."
)
POLICY = " ".join((STRUCTURE_POLICY, SENTENCE_POLICY, WORD_POLICY))

COUNTED = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)

Words = tuple[int, int, list[str]]  # where a sentence starts and ends, and its words


@dataclass(frozen=True, slots=True)
class Counts:
    """What one sentence, or all sentences together, contain; in the order of ``COLUMNS``.

    ``characters`` are letters and digits. A polysyllable has three syllables or more; a complex
    word is one that Gunning counts. ``unfamiliar`` words are not in the easy word list.
    """

    sentences: int
    words: int
    letters: int
    characters: int
    syllables: int
    monosyllables: int
    polysyllables: int
    complex_words: int
    long_words: int
    mini_words: int
    unfamiliar: int
    unfamiliar_types: float  # different unfamiliar words


class SentenceCounts(NamedTuple):
    """One sentence: where it stands in the document, its words, its counts and its hardness.

    The counts are packed (``features``), because most are only ever added up. ``hardness`` is how
    much harder than easy words its different words are, together.
    """

    start: int
    end: int
    words: list[str]
    packed: int
    hardness: float

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def counts(self) -> Counts:
        return Counts(*unpacked(self.packed))


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of every sentence with a word in it, and their total."""

    rows: tuple[SentenceCounts, ...]
    total: Counts


def count(document: Document, *, without: Collection[Span] = ()) -> Tally:
    """Count the sentences of ``document``, leaving out the words inside the spans ``without``."""
    found = tuple(_rows(document))
    tally = Tally(found, total(found))
    return set_aside(tally, document, without) if without else tally


def set_aside(tally: Tally, document: Document, spans: Collection[Span]) -> Tally:
    """Return ``tally`` without the words inside ``spans``.

    Only their sentences are counted again, each on its own, so that ``unfamiliar_types`` is not
    what it would be in a text without those words.
    """
    aside = _Aside(spans)
    left: list[SentenceCounts] = []
    for row in tally.rows:
        if aside.holds(row.start, row.end):
            left += rows([(row.start, row.end, aside.words_left(document, row))])
        else:
            left.append(row)
    return Tally(tuple(left), total(left))


def count_sentence(text: str) -> Counts:
    """Count one sentence that stands alone."""
    return total(rows([(0, len(text), word_list(text))]))


def rows(sentences: Iterable[Words]) -> Iterator[SentenceCounts]:
    """Yield the counts of every sentence that has a word."""
    seen: set[str] = set()
    return (_row(found, 0, seen) for found in map(_counted, sentences) if found.words)


class _Counted(NamedTuple):
    """A sentence counted on its own; ``unfamiliar`` are the different unfamiliar words in it."""

    start: int
    end: int
    words: list[str]
    packed: int
    hardness: float
    unfamiliar: set[str]


def _counted(sentence: Words) -> _Counted:
    start, end, found = sentence
    if not found:
        return _Counted(start, end, found, 0, 0.0, set())
    met = words_met()
    packed = ONE_SENTENCE + sum(map(met.__getitem__, found)) + met.capitals.get(found[0], 0)
    hard = {}
    unfamiliar = set()
    for low, key, hardness, is_familiar in filter(None, map(met.marked.get, found)):
        hard[key] = hardness
        if not is_familiar:
            unfamiliar.add(low)
    return _Counted(start, end, found, packed, sum(hard.values()), unfamiliar)


def _row(found: _Counted, offset: int, seen: set[str]) -> SentenceCounts:
    """Place a sentence in its document, where an unfamiliar word is new only once."""
    start, end, words, packed, hardness, unfamiliar = found
    new = unfamiliar - seen
    seen |= new
    packed += ONE_UNFAMILIAR_TYPE * len(new)
    return SentenceCounts(start + offset, end + offset, words, packed, hardness)


@lru_cache(maxsize=8192)
def _block(text: str) -> tuple[_Counted, ...]:
    """Count the sentences of one block. A block seen before is not counted again after an edit."""
    places = sentence_places(text)
    found = (_counted((start, end, word_list(text[start:end]))) for start, end in places)
    return tuple(sentence for sentence in found if sentence.words)


def total(found: Iterable[SentenceCounts]) -> Counts:
    """Return the counts of all sentences together."""
    return Counts(*unpacked(sum([row.packed for row in found])))


def _rows(document: Document) -> Iterator[SentenceCounts]:
    text = document.text
    seen: set[str] = set()
    for block in document.blocks:
        if block.kind in COUNTED:
            offset = block.span.start
            for sentence in _block(text[offset : block.span.end]):
                yield _row(sentence, offset, seen)


class _Aside:
    """Spans that are set aside, asked about many times."""

    def __init__(self, spans: Collection[Span]) -> None:
        self._spans = sorted(spans, key=attrgetter("start", "end"))
        self._starts = [span.start for span in self._spans]

    def words_left(self, document: Document, row: SentenceCounts) -> list[str]:
        sentence = document.text[row.start : row.end]
        return [
            sentence[start:end]
            for start, end in word_places(sentence)
            if not self.holds(start + row.start, end + row.start)
        ]

    def holds(self, start: int, end: int) -> bool:
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and start < self._spans[index].end
