"""Is each original harder than its easy version?

    python -m tests.bench.bench_pairs FOLDER

The folder holds ``original`` and ``easy_read``, with files of the same names.
"""

from __future__ import annotations

import sys
from pathlib import Path

import literacy


def main() -> None:
    """Print both figures of each pair, and how many are in order."""
    folder = Path(sys.argv[1])
    in_order = [0, 0]
    names = sorted(path.name for path in (folder / "original").iterdir())
    print(f"{'':34}{'reading age':>22}{'difficulty':>18}")
    for name in names:
        hard = literacy.score(literacy.read(folder / "original" / name))
        easy = literacy.score(literacy.read(folder / "easy_read" / name))
        ages = hard.reading_age.value or 0.0, easy.reading_age.value or 0.0
        levels = hard.difficulty or 0.0, easy.difficulty or 0.0
        in_order[0] += ages[0] > ages[1]
        in_order[1] += levels[0] > levels[1]
        print(f"{name:34}{ages[0]:12.1f}{ages[1]:10.1f}{levels[0]:10.2f}{levels[1]:8.2f}")
    print(f"in order: {in_order[0]} and {in_order[1]} of {len(names)}")


if __name__ == "__main__":
    main()
