"""What is usual for each figure beyond grades: the middle 80% of the sample leaflets.

python -m tests.bench.bench_figures
"""

from __future__ import annotations

from statistics import quantiles

import literacy
from tests.bench.samples import leaflets


def main() -> None:
    """Print the range of each figure."""
    reports = [literacy.analyse(document) for document in leaflets()]
    for index, figure in enumerate(reports[0].figures):
        values = [report.figures[index].value for report in reports]
        tenths = quantiles(values, n=10, method="inclusive")
        print(
            f"{figure.name:24}{tenths[0]:7.1f} to {tenths[-1]:.1f}   {min(values)} to {max(values)}"
        )


if __name__ == "__main__":
    main()
