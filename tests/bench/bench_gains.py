"""The gain that next steps promise, against the gain measured once they are taken.

    python -m tests.bench.bench_gains [FILE|FOLDER...]

For every sample leaflet and every text named, the first five steps are taken one after another, and
then all that can be taken together. A step that cannot be taken with those above it is taken alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

import literacy
from literacy.document import Document
from literacy.errors import LiteracyError
from literacy.findings import Report, Suggestion
from tests.bench.samples import leaflets, read

FIRST = 5


def gains(report: Report) -> list[tuple[float, float]]:
    """Return the gain promised and the gain measured of each of the first steps."""
    taken: list[Suggestion] = []
    pairs = []
    for step in report.next_steps[:FIRST]:
        wanted = _suggestion(report, step.finding)
        try:
            measured = _gain(report, [*taken, wanted]) - _gain(report, taken)
            taken.append(wanted)
        except LiteracyError:
            measured = _gain(report, [wanted])
        pairs.append((step.gain, measured))
    return pairs


def together(report: Report) -> tuple[float, float]:
    """Return the gains promised and measured of the first steps that can be taken together."""
    taken: list[Suggestion] = []
    promised = 0.0
    for step in report.next_steps[:FIRST]:
        more = [*taken, _suggestion(report, step.finding)]
        try:
            literacy.rewrite(report.document, more)
        except LiteracyError:
            continue
        taken, promised = more, promised + step.gain
    return promised, _gain(report, taken)


def _suggestion(report: Report, key: str) -> Suggestion:
    finding = report.finding(key)
    assert finding is not None
    return finding.suggestions[0]


def _gain(report: Report, taken: list[Suggestion]) -> float:
    return _age(report.document) - _age(literacy.rewrite(report.document, taken))


def _age(document: Document) -> float:
    value = literacy.score(document).reading_age.value
    assert value is not None
    return value


def main() -> None:
    """Print the largest difference of each text, and of all."""
    worst = [0.0, 0.0]
    for document in leaflets() + read(map(Path, sys.argv[1:])):
        report = literacy.analyse(document)
        single = max((abs(a - b) for a, b in gains(report)), default=0.0)
        promised, measured = together(report)
        worst = [max(worst[0], single), max(worst[1], abs(promised - measured))]
        print(f"{document.name:40}{single:8.3f}{promised:9.3f}{measured:9.3f}")
    print(
        f"furthest: {worst[0]:.3f} years for one step, {worst[1]:.3f} for the first five together"
    )


if __name__ == "__main__":
    main()
