"""How much is found in leaflets that are plain already, and where.

    python -m tests.bench.bench_quiet [FILE|FOLDER...]

A good text should be left in peace: each finding here is read, and is either right or a fault.
"""

from __future__ import annotations

import sys
from pathlib import Path

import literacy
from literacy.document import Document
from literacy.findings import Report
from tests.bench.samples import read

PLAIN = Path(__file__).parents[2] / "corpora" / "plain"


def plain_leaflets() -> list[Document]:
    """Return every leaflet in plain words."""
    return read(sorted(PLAIN.glob("*.md")))


def per_hundred(report: Report) -> float:
    """Return how many findings there are in 100 words."""
    return 100 * len(report.findings) / report.words


def main() -> None:
    """Print the findings of each text, and how many there are in 100 words of it."""
    rates = []
    for document in read(map(Path, sys.argv[1:])) or plain_leaflets():
        report = literacy.analyse(document)
        rates.append(per_hundred(report))
        print(f"{rates[-1]:6.2f}  {document.name}, {report.words} words")
        for finding in report.findings:
            print(f"          {finding.rule}: {finding.text!r}")
    print(f"{sum(rates) / len(rates):6.2f}  mean, {max(rates):.2f} at most")


if __name__ == "__main__":
    main()
