"""How often the range of a 300-word extract holds the score of its whole text.

    python -m tests.bench.bench_ranges [FILE|FOLDER...]

An extract is a run of neighbouring sentences with their lines and lists. Whole texts have at least
600 words counted. Texts named are measured beside our sample leaflets; every text weighs the same
in the last column.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

import literacy
from literacy.document import BlockKind, Document, DocumentBuilder, Span
from literacy.findings import Score, Scores
from literacy.measure.counts import count
from tests.bench.samples import leaflets, read

WORDS = 300
LEAST = 600  # words in a whole text


def main() -> None:
    """Print, for each formula, the share of ranges that hold and how wide they are."""
    documents = leaflets() + read(map(Path, sys.argv[1:]))
    held: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    wide: dict[str, list[float]] = defaultdict(list)
    for number, document in enumerate(documents):
        whole = literacy.score(document)
        if whole.counts["words"] < LEAST:
            continue
        for extract in _extracts(document):
            for one, all_ in zip(_each(literacy.score(extract)), _each(whole), strict=True):
                held[one.formula][str(number)].append(_holds(one, all_))
                wide[one.formula].append((one.high or 0) - (one.low or 0))
    print(f"{'':34}{'extracts':>9}{'held':>8}{'by text':>9}{'width':>8}")
    for formula, texts in held.items():
        every = [one for text in texts.values() for one in text]
        by_text = fmean(fmean(text) for text in texts.values())
        print(
            f"{formula:34}{len(every):9}{fmean(every):8.1%}{by_text:9.1%}{fmean(wide[formula]):8.1f}"
        )


def _each(scores: Scores) -> tuple[Score, ...]:
    return (scores.reading_age, *scores.scores)


def _holds(extract: Score, whole: Score) -> bool:
    assert extract.low is not None
    assert extract.high is not None
    assert whole.value is not None
    return extract.low <= whole.value <= extract.high


def _extracts(document: Document) -> Iterator[Document]:
    rows = count(document).rows
    start = 0
    while start < len(rows):
        size, end = 0, start
        while end < len(rows) and size < WORDS:
            size += len(rows[end].words)
            end += 1
        if size >= WORDS:
            yield _part(document, Span(rows[start].start, rows[end - 1].end))
        start = end


def _part(document: Document, span: Span) -> Document:
    """Return the blocks in ``span``, the first and the last of them cut to it."""
    build = DocumentBuilder(document.name)
    for block in document.blocks:
        if block.span.overlaps(span) and block.kind is not BlockKind.IMAGE:
            start, end = max(block.span.start, span.start), min(block.span.end, span.end)
            build.add(block.kind, document.text[start:end], level=block.level, cell=block.cell)
    return build.done()


if __name__ == "__main__":
    main()
