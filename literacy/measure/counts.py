"""Everything the formulas need, counted once from the structure of the document.

Only paragraphs and list items hold sentences. A heading, a table cell, a caption and the words that
describe a picture are never sentences and are not counted, so a document of nothing else has no
score. The end of a list item or of a line ends its sentence with or without a full stop. Counts are
kept for each sentence, so that scores can be worked out again for a sample of the sentences.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from literacy.document import BlockKind, Document, Span
from literacy.measure.features import ONE_SENTENCE, ONE_UNFAMILIAR_TYPE, unpacked, words_met
from literacy.words.segment import (
    SENTENCE_POLICY,
    WORD_POLICY,
    sentence_places,
    tokens,
    word_list,
    word_places,
)

STRUCTURE_POLICY = (
    "Sentences of paragraphs and list items are counted; headings, table cells, captions and "
    "descriptions of pictures are not."
)
POLICY = " ".join((STRUCTURE_POLICY, SENTENCE_POLICY, WORD_POLICY))

COUNTED = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)

_HARD, _UNFAMILIAR = attrgetter("hard"), attrgetter("unfamiliar")

Sentence = tuple[int, int, str]  # where a sentence starts and ends, and its text


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
    """One sentence: where it stands in the document, its text, its counts and its hardness.

    The counts are packed (``features``), because most are only ever added up. ``hardness`` is how
    much harder than easy words its different words are, together.
    """

    start: int
    end: int
    text: str
    packed: int
    hardness: float

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def words(self) -> list[str]:
        return word_list(self.text)

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
    inside = _inside(tally.rows, spans)
    left: list[SentenceCounts] = []
    for index, row in enumerate(tally.rows):
        if index in inside:
            text = document.text[row.start : row.end]
            left += rows([(row.start, row.end, _without(text, row.start, inside[index]))])
        else:
            left.append(row)
    return Tally(tuple(left), total(left))


def count_sentence(text: str) -> Counts:
    """Count one sentence that stands alone."""
    return total(rows([(0, len(text), text)]))


def rows(sentences: Iterable[Sentence]) -> Iterator[SentenceCounts]:
    """Yield the counts of every sentence that has a word."""
    seen: set[str] = set()
    return (_row(found, 0, seen) for found in map(_counted, sentences) if found.packed)


class _Counted(NamedTuple):
    """A sentence counted on its own; ``unfamiliar`` are the different unfamiliar words in it.

    ``packed`` is 0 where it has no words.
    """

    start: int
    end: int
    text: str
    packed: int
    hardness: float
    unfamiliar: set[str]


def _counted(sentence: Sentence) -> _Counted:
    start, end, text = sentence
    found = tokens(text)
    met = words_met()
    packed = sum(map(met.__getitem__, found))
    if not packed:
        return _Counted(start, end, text, 0, 0.0, set())
    first = found[0] if met[found[0]] else next(filter(met.__getitem__, found))
    packed += ONE_SENTENCE + met.capitals.get(first, 0)
    marked = [met.marked[token] for token in found if token in met.marked]
    hard = dict(chain.from_iterable(map(_HARD, marked)))
    unfamiliar = set(chain.from_iterable(map(_UNFAMILIAR, marked)))
    return _Counted(start, end, text, packed, sum(hard.values()), unfamiliar)


def _row(found: _Counted, offset: int, seen: set[str]) -> SentenceCounts:
    """Place a sentence in its document, where an unfamiliar word is new only once."""
    start, end, text, packed, hardness, unfamiliar = found
    new = unfamiliar - seen
    seen |= new
    packed += ONE_UNFAMILIAR_TYPE * len(new)
    return SentenceCounts(start + offset, end + offset, text, packed, hardness)


@lru_cache(maxsize=8192)
def _block(text: str) -> tuple[_Counted, ...]:
    """Count the sentences of one block. A block seen before is not counted again after an edit."""
    found = [_counted((start, end, text[start:end])) for start, end in sentence_places(text)]
    return tuple([sentence for sentence in found if sentence.packed])


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


def _inside(found: Sequence[SentenceCounts], spans: Iterable[Span]) -> dict[int, list[Span]]:
    """Return the spans that reach into each sentence, by its number, where there are any."""
    starts = [row.start for row in found]
    inside: dict[int, list[Span]] = {}
    for span in sorted(spans):
        first = max(bisect_right(starts, span.start) - 1, 0)
        for index in range(first, bisect_left(starts, span.end)):
            if span.start < found[index].end:
                inside.setdefault(index, []).append(span)
    return inside


def _without(text: str, offset: int, spans: Iterable[Span]) -> str:
    """Return ``text``, which starts at ``offset``, without the words that reach into ``spans``."""
    parts = []
    done = 0
    for span in spans:
        start, end = max(span.start - offset, 0), span.end - offset
        before = text.rfind(" ", 0, start) + 1
        behind = text.find(" ", end)
        for first, last in word_places(
            text, max(before, done), behind if behind >= 0 else len(text)
        ):
            if first < end and start < last:
                parts.append(text[done:first])
                done = last
    return " ".join((*parts, text[done:]))
