"""How long a check takes beside spaCy's bare parse of the same sentences, in one run.

    python -m tests.bench.bench_analyse [FILE|FOLDER...]

The bare parse gives every sentence in batches to the same model as it comes, with all components
but the one for named entities, and forgets it. A check parses those it asks for, runs all rules,
proves every rewrite and scores. Both begin with nothing parsed.
"One sentence edited" is a text of 2,000 words checked again after one word of it was changed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from spacy.language import Language

import literacy
from literacy import parse
from literacy.document import Document
from tests.bench.samples import leaflets, read

SIZE = 2000  # words


def main() -> None:
    """Print both times, their ratio, and the time after an edit."""
    documents = read(map(Path, sys.argv[1:])) or leaflets()
    plain = parse.load_model()
    _bare(plain, documents[0])
    literacy.analyse(documents[0])
    bare = ours = 0.0
    for document in documents:
        bare += _seconds(lambda document=document: _bare(plain, document))  # type: ignore[misc]
        parse._docs.clear()
        ours += _seconds(lambda document=document: literacy.analyse(document))  # type: ignore[misc]
    print(f"{len(documents)} texts: bare parse {bare:.2f} s, check {ours:.2f} s, ", end="")
    print(f"{bare / ours:.2f} of its speed")
    print(f"one sentence edited: {min(_edited(documents)) * 1000:.0f} ms")


def _bare(nlp: Language, document: Document) -> None:
    parsed = parse.parse(document)
    for _ in nlp.pipe(map(parsed.text, parsed.sentences), batch_size=64):
        pass


def _edited(documents: list[Document]) -> list[float]:
    texts = (document.slice(block.span) for document in documents for block in document.blocks)
    words = "\n\n".join(texts).split(" ")[:SIZE]
    literacy.analyse(" ".join(words))
    times = []
    for new in ("clearly", "slowly", "quietly"):
        words[SIZE // 2] = new
        text = " ".join(words)
        times.append(_seconds(lambda text=text: literacy.analyse(text)))  # type: ignore[misc]
    return times


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
