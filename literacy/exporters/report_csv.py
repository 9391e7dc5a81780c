"""The findings as a table for a spreadsheet: one row a finding.

A cell that a spreadsheet would take for a formula gets an apostrophe before it. The file starts
with a byte order mark, without which Excel takes UTF-8 for something else.
"""

from __future__ import annotations

import csv
from io import StringIO

from literacy.exporters.markup import clean
from literacy.findings import Finding, Report
from literacy.ranking import ranks

COLUMNS = (
    "document", "place", "severity", "rule", "kind", "text", "message", "why", "source",
    "suggestion", "safety", "other_suggestions", "start", "end", "key", "rank", "gain",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def report_csv(report: Report) -> bytes:
    """Return the findings as CSV, in the order of the report."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    ranked = ranks(report.findings)
    for finding in report.findings:
        row = (*_row(report, finding), ranked[finding.key], finding.gain)
        writer.writerow([_cell(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _row(report: Report, finding: Finding) -> tuple[str | int, ...]:
    first = finding.suggestions[0] if finding.suggestions else None
    return (
        report.document.name,
        finding.place,
        finding.severity.value,
        finding.rule,
        finding.kind,
        finding.text,
        finding.message,
        finding.why,
        ", ".join(finding.source),
        first.text if first else "",
        first.safety.value if first else "",
        " | ".join(other.text for other in finding.suggestions[1:]),
        finding.span.start,
        finding.span.end,
        finding.key,
    )


def _cell(value: str | float) -> str | float:
    if isinstance(value, int | float):
        return value
    text = clean(value)
    return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(_FORMULA) else text
