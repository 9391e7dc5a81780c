"""What the rewriter reaches in the sample leaflets, and what it costs.

    python -m tests.bench.bench_rewrite [FILE|FOLDER...]

A sentence is long with more than 20 words, and hard from 4 on the scale of ``literacy.difficulty``.
The cost is that of all rewriters of sentences with their proofs, the parse of the text itself left
out, since every check needs it.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import literacy
from literacy import plugins
from literacy.document import Document
from literacy.parse import parse
from literacy.pipeline.finding import find
from literacy.pipeline.rewriting import simplified
from literacy.rulebase.model import Rule
from literacy.rulebase.profile import load_profile
from literacy.words.segment import word_count
from tests.bench.samples import leaflets, read

LONG, HARD, EASY = 20, 4.0, 15


@dataclass
class Tally:
    """Counts over all texts. ``seconds`` is the cost a sentence, one figure a text."""

    hard: int = 0
    with_any: int = 0
    with_division: int = 0
    short: Counter[str] = field(default_factory=Counter)
    sentences: Counter[str] = field(default_factory=Counter)
    falls: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def rewriters(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules whose check is a rewriter of sentences."""
    ours = plugins.BUILTIN["literacy.checks"]
    return tuple(r for r in rules if ours.get(r.check, "").startswith("literacy.rewriting"))


def tally(document: Document, counts: Tally) -> None:
    rules = load_profile("plain").rules
    parsed = parse(document)
    prose = [sentence for sentence in parsed.sentences if sentence.is_prose]
    parsed.prepare(prose)
    start = time.perf_counter()
    list(find(parsed, rewriters(rules)))
    counts.seconds.append((time.perf_counter() - start) / max(len(prose), 1))
    found = [finding for finding in find(parsed, rules) if finding.suggestions]
    grades = literacy.difficulty([parsed.text(sentence) for sentence in prose])
    for sentence, grade in zip(prose, grades, strict=True):
        if word_count(parsed.text(sentence)) > LONG or grade >= HARD:
            kinds = {one.kind for one in found if sentence.span.covers(one.span)}
            counts.hard += 1
            counts.with_any += bool(kinds)
            counts.with_division += "sentences" in kinds
    easy = simplified(document, "easy-read")
    counts.falls.append(_grade(document) - _grade(simplified(document)))
    for name, version in (("before", document), ("after", easy)):
        _lengths(version, name, counts)


def _lengths(document: Document, name: str, counts: Tally) -> None:
    parsed = parse(document)
    lengths = [word_count(parsed.text(one)) for one in parsed.sentences if one.is_prose]
    counts.short[name] += sum(length <= EASY for length in lengths)
    counts.sentences[name] += len(lengths)


def _grade(document: Document) -> float:
    scores = literacy.score(document).scores
    return next(s.value or 0.0 for s in scores if s.formula == "flesch_kincaid_grade")


def main() -> None:
    """Print the figures of all texts together."""
    counts = Tally()
    literacy.analyse("We begin with a model that is loaded.")
    for document in read(map(Path, sys.argv[1:])) or leaflets():
        tally(document, counts)
    print(f"long or hard sentences: {counts.hard}")
    print(f"  with a proposal: {counts.with_any / counts.hard:.0%}")
    print(f"  with a proposal for the sentence: {counts.with_division / counts.hard:.0%}")
    print(f"Flesch-Kincaid grade falls by {sum(counts.falls) / len(counts.falls):.2f}, safe alone")
    for name in ("before", "after"):
        share = counts.short[name] / counts.sentences[name]
        print(f"sentences of {EASY} words at most, {name} Easy Read: {share:.0%}")
    print(f"cost a sentence: {median(counts.seconds) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
