"""``python -m tests.fuzz``: damage many files, read each, and print what was broken."""

from __future__ import annotations

import argparse
import logging
import resource
import sys
from collections import Counter
from pathlib import Path
from time import monotonic

from tests.fuzz.corpus import ENDINGS, Seed
from tests.fuzz.mutations import damaged
from tests.fuzz.promises import Outcome, attempt

GIBIBYTE = 1024**3


def main() -> int:
    options = _options()
    logging.disable()  # a parser's complaints would drown what is found
    # A file that asks for all memory must meet a limit here too, where no wall stands.
    resource.setrlimit(resource.RLIMIT_AS, (3 * GIBIBYTE, 3 * GIBIBYTE))
    counts: Counter[tuple[str, str]] = Counter()
    surprises: Counter[str] = Counter()
    start, slowest = monotonic(), (0.0, 0)
    for number in range(options.first, options.first + options.files):
        seed, data = damaged(number, options.only)
        isolated = number % 100 < options.isolated
        outcome = attempt(data, seed.name, isolated=isolated)
        counts[seed.ending, outcome.result] += 1
        slowest = max(slowest, (outcome.seconds, number))
        _tell(number, seed, data, outcome, surprises, options.keep)
    _sum_up(counts, surprises, monotonic() - start, slowest)
    return int(any(result == "broken" for _, result in counts))


def _tell(
    number: int, seed: Seed, data: bytes, outcome: Outcome, surprises: Counter[str], keep: Path
) -> None:
    if outcome.is_broken or outcome.why:
        print(f"{number} {seed.name}: {outcome.result} {outcome.why}", flush=True)
    elif outcome.surprise:
        surprises[outcome.surprise] += 1
        if surprises[outcome.surprise] > 1:
            return
        print(f"{number} {seed.name}: surprised by it: {outcome.surprise}", flush=True)
    else:
        return
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{number}-{seed.name}").write_bytes(data)


def _sum_up(
    counts: Counter[tuple[str, str]],
    surprises: Counter[str],
    seconds: float,
    slowest: tuple[float, int],
) -> None:
    for (ending, result), count in sorted(counts.items()):
        print(f"{ending:5} {result:12} {count:7}")
    for place, count in surprises.most_common():
        print(f"surprise {count:5}  {place}")
    print(f"{counts.total()} files in {seconds:.0f} s; the slowest took {slowest[0]:.1f} s")
    print(f"the slowest was number {slowest[1]}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--files", type=int, default=1000, help="how many to try")
    parser.add_argument("--first", type=int, default=0, help="number of the first")
    parser.add_argument("--only", nargs="+", choices=ENDINGS, default=ENDINGS)
    parser.add_argument(
        "--isolated", type=int, default=5, help="of each hundred, how many go through the wall"
    )
    parser.add_argument("--keep", type=Path, help="a folder for the files that broke a promise")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
