"""Beyond grades: figures that show what a text is like, each with its source and a normal range.

A normal range is where the middle 80% of our sample leaflets lie, as
``python -m tests.bench.bench_figures`` prints it. Those are written as hospitals write, so it says
what is usual and not what is good; where a source sets a limit, the sentence beside the figure
gives it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from literacy.document import BlockKind, Document
from literacy.findings import Figure
from literacy.measure.counts import Tally, count
from literacy.words.function_words import function_words

WINDOW = 50  # words, of which the different ones are counted
LONG_SENTENCE = 20  # words
PERSONAL = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves".split()
)

MEANINGS = {
    "words_per_sentence": "Words in a sentence, on average. Aim for 15 to 20 at most.",
    "longest_sentence": "Words in the longest sentence. Over 25, most readers lose the thread.",
    "long_sentences": "Per cent of sentences with more than 20 words. Split the longest first.",
    "words_per_paragraph": "Words in a paragraph, on average. A long one hides its main point.",
    "lexical_density": "Per cent of words that carry meaning. A high figure is packed and formal.",
    "lexical_diversity": "Different words in every 50, in per cent. The same word for the same "
    "thing keeps it low, and is easier to follow.",
    "personal_words": "“You”, “we” and words like them in 100 words. They speak to the reader.",
    "numbers": "Numbers in 100 words. Many numbers close together are hard to weigh.",
    "passive_sentences": "Per cent of sentences that hide who acts. Keep to 20 or fewer.",
}
SOURCES = {
    "words_per_sentence": "NHS digital service manual",
    "longest_sentence": "GOV.UK content guidance",
    "long_sentences": "NHS digital service manual",
    "words_per_paragraph": "CDC Clear Communication Index",
    "lexical_density": "Ure 1971",
    "lexical_diversity": "Covington and McFall 2010",
    "personal_words": "Flesch 1948, human interest",
    "numbers": "CDC Clear Communication Index",
    "passive_sentences": "PEMAT: 80% active",
}
NORMAL = {
    "words_per_sentence": (19.0, 22.0),
    "longest_sentence": (42.0, 60.0),
    "long_sentences": (38.0, 58.0),
    "words_per_paragraph": (39.0, 46.0),
    "lexical_density": (51.0, 57.0),
    "lexical_diversity": (81.0, 86.0),
    "personal_words": (1.0, 4.0),
    "numbers": (4.0, 6.5),
    "passive_sentences": (38.0, 59.0),
}


def figures(document: Document, passive_sentences: int | None = None) -> tuple[Figure, ...]:
    """Return the figures of ``document``; none where it has no sentences.

    Args:
        passive_sentences: how many there are, if somebody has parsed them.
    """
    tally = count(document)
    if not tally.rows:
        return ()
    values = _values(document, tally)
    if passive_sentences is not None:
        values["passive_sentences"] = 100 * passive_sentences / len(tally.rows)
    return tuple(
        Figure(name, round(value, 1), *NORMAL[name], MEANINGS[name], SOURCES[name])
        for name, value in values.items()
    )


def _values(document: Document, tally: Tally) -> dict[str, float]:
    lengths = [len(row.words) for row in tally.rows]
    found = [word.lower().replace("’", "'") for row in tally.rows for word in row.words]
    per_cent = 100 / len(found)
    paragraphs = _paragraphs(document, tally)
    return {
        "words_per_sentence": len(found) / len(lengths),
        "longest_sentence": max(lengths),
        "long_sentences": 100 * sum(size > LONG_SENTENCE for size in lengths) / len(lengths),
        "words_per_paragraph": sum(paragraphs) / len(paragraphs) if paragraphs else 0.0,
        "lexical_density": per_cent * sum(word not in function_words() for word in found),
        "lexical_diversity": 100 * _diversity(found),
        "personal_words": per_cent * sum(word in PERSONAL for word in found),
        "numbers": per_cent * sum(word[0].isdecimal() for word in found),
    }


def _paragraphs(document: Document, tally: Tally) -> list[int]:
    """Return the words of each paragraph; an item of a list is none."""
    sizes: Counter[int] = Counter()
    for row in tally.rows:
        block = document.block_at(row.span)
        if block is not None and block.kind is BlockKind.PARAGRAPH:
            sizes[block.span.start] += len(row.words)
    return list(sizes.values())


def _diversity(found: list[str]) -> float:
    """Return the share of different words in every run of ``WINDOW`` words, on average."""
    size = min(WINDOW, len(found))
    kinds = list(_kinds(found, size))
    return sum(kinds) / len(kinds) / size


def _kinds(found: list[str], size: int) -> Iterator[int]:
    """Yield how many different words each run of ``size`` has, moving on one word at a time."""
    inside = Counter(found[:size])
    yield len(inside)
    for gone, new in zip(found, found[size:], strict=False):
        inside[new] += 1
        inside[gone] -= 1
        if not inside[gone]:
            del inside[gone]
        yield len(inside)
