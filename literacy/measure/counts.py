"""Everything the formulas need, counted once from the structure of the document.

Only paragraphs and list items hold sentences. A heading, a table cell, a caption and the words that
describe a picture are never sentences and are not counted, so a document of nothing else has no
score. The end of a list item or of a line ends its sentence with or without a full stop. Counts are
kept for each sentence, so that scores can be worked out again for a sample of the sentences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter

from literacy.document import BlockKind, Document, Span
from literacy.words.easy import is_familiar
from literacy.words.segment import SENTENCE_POLICY, WORD_POLICY, sentences, word_list, words
from literacy.words.syllables import syllables

STRUCTURE_POLICY = (
    "Sentences of paragraphs and list items are counted; headings, table cells, captions and "
    "descriptions of pictures are not."
)
POLICY = " ".join((STRUCTURE_POLICY, SENTENCE_POLICY, WORD_POLICY))

COUNTED = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
LONG = 7  # letters, in a long word of LIX and RIX
MINI = 3  # letters at most, in a mini word of McAlpine

_WIDTH = 32
_MASK = 2**_WIDTH - 1
_SHIFTS = range(0, 10 * _WIDTH, _WIDTH)
_COMPLEX, _UNFAMILIAR = 5, 8  # their places among the features of a word


@dataclass(frozen=True, slots=True)
class Counts:
    """What one sentence, or all sentences together, contain.

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


FIELDS = tuple(field.name for field in fields(Counts))
columns_of = attrgetter(*FIELDS)  # ten times as fast as ``astuple``, which copies deeply


@dataclass(frozen=True, slots=True)
class SentenceCounts:
    """The counts of one sentence, where it stands in the document, and its words."""

    span: Span
    counts: Counts
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of every sentence with a word in it, and their total."""

    rows: tuple[SentenceCounts, ...]
    total: Counts


def count(document: Document, *, without: Collection[Span] = ()) -> Tally:
    """Count the sentences of ``document``, leaving out the words inside the spans ``without``."""
    aside = _Aside(without)
    known = _Known()
    rows = []
    for block, text in document:
        if block.kind not in COUNTED:
            continue
        for sentence in sentences(text):
            place = sentence.shift(block.span.start)
            found = aside.words_outside(text[sentence.start : sentence.end], place.start)
            if found:
                rows.append(SentenceCounts(place, known.count(found), tuple(found)))
    return Tally(tuple(rows), add(row.counts for row in rows))


def count_sentence(text: str) -> Counts:
    """Count one sentence that stands alone."""
    found = word_list(text)
    return _Known().count(found) if found else add(())


def add(counts: Iterable[Counts]) -> Counts:
    """Return the sum of ``counts``."""
    columns = zip(*map(columns_of, counts), strict=True)
    sums = [sum(column) for column in columns] or [0] * len(FIELDS)
    return Counts(*sums)


class _Aside:
    """Spans that are set aside, asked about many times."""

    def __init__(self, spans: Collection[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def words_outside(self, sentence: str, offset: int) -> list[str]:
        if not self._holds(offset, offset + len(sentence)):
            return word_list(sentence)
        return [
            sentence[span.start : span.end]
            for span in words(sentence)
            if not self._holds(span.start + offset, span.end + offset)
        ]

    def _holds(self, start: int, end: int) -> bool:
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and start < self._spans[index].end


class _Known(dict[str, int]):
    """The words met so far in one document, each with its features packed in one integer.

    Adding one integer a word, where there are ten features, is what makes counting fast. No feature
    of a sentence reaches 2 to the 32nd, so the sums never run into one another.
    """

    unfamiliar_types = 0

    def __missing__(self, word: str) -> int:
        features = _features(word)
        if features[_UNFAMILIAR] and word.lower() not in self:
            self.unfamiliar_types += 1
            self.setdefault(word.lower(), _packed(_features(word.lower())))
        self[word] = _packed(features)
        return self[word]

    def count(self, found: Sequence[str]) -> Counts:
        """Count the words of one sentence, of which there is at least one."""
        before = self.unfamiliar_types
        packed = sum(map(self.__getitem__, found))
        *sums, _names = ((packed >> shift) & _MASK for shift in _SHIFTS)
        # Gunning leaves out proper names; the first word of a sentence has a capital anyway.
        sums[_COMPLEX] += _features(found[0])[-1]
        return Counts(*(1, len(found), *sums, self.unfamiliar_types - before))


def _packed(features: tuple[int, ...]) -> int:
    return sum(feature << shift for feature, shift in zip(features, _SHIFTS, strict=True))


@lru_cache(maxsize=100_000)
def _features(word: str) -> tuple[int, ...]:
    """Return the columns of ``Counts`` from ``letters`` to ``unfamiliar`` for one word.

    One more stands at the end: a complex word with a capital, which may be a name.
    """
    letters = sum(map(str.isalpha, word))
    count = syllables(word)
    is_complex = count >= 3 and _is_complex(word.lower(), count)
    return (
        letters,
        letters + sum(map(str.isdecimal, word)),
        count,
        count <= 1,
        count >= 3,
        is_complex and not word[0].isupper(),
        letters >= LONG,
        letters <= MINI,
        not is_familiar(word),
        is_complex and word[0].isupper(),
    )


def _is_complex(word: str, count: int) -> bool:
    """Tell whether Gunning counts a word of three syllables or more.

    He leaves out compounds of short words, and verbs that -ed, -es or -ing makes so long.
    """
    parts = word.split("-")
    if len(parts) > 1:
        return any(syllables(part) >= 3 for part in parts)
    if count > 3:
        return True
    return not (
        word.endswith("ing")
        or (word.endswith("es") and syllables(word[:-2]) < syllables(word))
        or (word.endswith(("ted", "ded")) and len(word) > 4)
    )
