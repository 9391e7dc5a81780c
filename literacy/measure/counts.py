"""Everything the formulas need, counted once from the structure of the document.

Only paragraphs and list items hold sentences. A heading, a table cell, a caption and the words that
describe a picture are never sentences and are not counted, so a document of nothing else has no
score. The end of a list item or of a line ends its sentence with or without a full stop. Counts are
kept for each sentence, so that scores can be worked out again for a sample of the sentences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from functools import lru_cache

from literacy.document import BlockKind, Document, Span
from literacy.words.easy import is_familiar
from literacy.words.segment import SENTENCE_POLICY, WORD_POLICY, sentences, words
from literacy.words.syllables import syllables

STRUCTURE_POLICY = (
    "Sentences of paragraphs and list items are counted; headings, table cells, captions and "
    "descriptions of pictures are not."
)
POLICY = " ".join((STRUCTURE_POLICY, SENTENCE_POLICY, WORD_POLICY))

COUNTED = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
LONG = 7  # letters, in a long word of LIX and RIX
MINI = 3  # letters at most, in a mini word of McAlpine


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


@dataclass(frozen=True, slots=True)
class SentenceCounts:
    """The counts of one sentence and where it stands in the document."""

    span: Span
    counts: Counts


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of every sentence with a word in it, and their total."""

    rows: tuple[SentenceCounts, ...]
    total: Counts


_COMPLEX = FIELDS.index("complex_words") - FIELDS.index("letters")


def count(document: Document, *, without: Collection[Span] = ()) -> Tally:
    """Count the sentences of ``document``, leaving out the words inside the spans ``without``."""
    aside = _Aside(without)
    seen: set[str] = set()
    rows = []
    for block, text in document:
        if block.kind not in COUNTED:
            continue
        for sentence in sentences(text):
            place = sentence.shift(block.span.start)
            counts = _count(_words_of(document.slice(place), place.start, aside), seen)
            if counts.words:
                rows.append(SentenceCounts(place, counts))
    return Tally(tuple(rows), add(row.counts for row in rows))


def count_sentence(text: str) -> Counts:
    """Count one sentence that stands alone."""
    return _count([text[span.start : span.end] for span in words(text)], set())


def add(counts: Iterable[Counts]) -> Counts:
    """Return the sum of ``counts``."""
    columns = zip(*map(astuple, counts), strict=True)
    sums = [sum(column) for column in columns] or [0] * len(FIELDS)
    return Counts(*sums)


class _Aside:
    """Spans that are set aside, asked about many times."""

    def __init__(self, spans: Collection[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def holds(self, start: int, end: int) -> bool:
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and start < self._spans[index].end


def _words_of(sentence: str, offset: int, aside: _Aside) -> Iterator[str]:
    for span in words(sentence):
        if not aside.holds(span.start + offset, span.end + offset):
            yield sentence[span.start : span.end]


def _count(found: Iterable[str], seen: set[str]) -> Counts:
    """Count the words of one sentence. ``seen`` gathers the unfamiliar words met so far."""
    features = [(word, _features(word)) for word in found]
    if not features:
        return add(())
    sums = [sum(column) for column in zip(*(row for _, row in features), strict=True)]
    new = {word.lower() for word, row in features if row[-1]} - seen
    seen |= new
    # Gunning leaves out proper names.
    sums[_COMPLEX] -= sum(row[_COMPLEX] for word, row in features[1:] if word[0].isupper())
    return Counts(*(1, len(features), *sums, len(new)))


@lru_cache(maxsize=100_000)
def _features(word: str) -> tuple[int, ...]:
    """Return the columns of ``Counts`` from ``letters`` to ``unfamiliar`` for one word."""
    letters = sum(map(str.isalpha, word))
    count = syllables(word)
    return (
        letters,
        letters + sum(map(str.isdecimal, word)),
        count,
        count <= 1,
        count >= 3,
        count >= 3 and _is_complex(word.lower(), count),
        letters >= LONG,
        letters <= MINI,
        not is_familiar(word),
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
