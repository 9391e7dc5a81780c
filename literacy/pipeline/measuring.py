"""The verbs that only count: ``score``, ``difficulty`` and ``syllables``.

None of them loads the language model.
"""

from __future__ import annotations

from collections.abc import Iterable

from literacy.document import Document
from literacy.findings import Scores
from literacy.measure import scores
from literacy.measure.difficulty import sentence_difficulty
from literacy.pipeline.reading import as_document
from literacy.words import syllables as counter


def score(text_or_document: str | Document) -> Scores:
    """Measure a text: every formula with its range, the UK reading age, and the difficulty."""
    return scores.score(as_document(text_or_document))


def difficulty(sentences: Iterable[str]) -> list[float]:
    """Return how hard each sentence is for a lay reader, from 1 (easy) to 6 (hard).

    A text by itself is one sentence.
    """
    return sentence_difficulty([sentences] if isinstance(sentences, str) else sentences)


def syllables(word: str) -> int:
    """Return how many syllables a British speaker says in ``word``; numbers count as spoken."""
    return counter.syllables(word)
