"""The text of a report with its findings marked, from offsets alone.

What the report opens on is marked strongly, the rest quietly. Findings may overlap; the text is cut
wherever one begins or ends, and each piece is marked if any finding covers it. A finding's number
stands at its end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from literacy.document import Block, BlockKind, Span
from literacy.exporters.markup import safe
from literacy.exporters.report_words import is_marked
from literacy.findings import Finding, Report

LONG = 60  # characters: a finding longer than this is about a sentence
_NAMES = {BlockKind.HEADING: "heading", BlockKind.LIST_ITEM: "item", BlockKind.TABLE_CELL: "cell"}


def marked_text(report: Report, numbers: dict[str, int], strong: Collection[str]) -> str:
    """Return the text as HTML, block by block.

    ``numbers`` gives each finding's number by key; ``strong`` holds the keys to mark strongly.
    """
    document = report.document
    shown = sorted(
        (finding for finding in report.findings if is_marked(document, finding.span)),
        key=lambda finding: (finding.span, numbers[finding.key]),
    )
    blocks = "".join(
        _block(
            report, block, [each for each in shown if block.span.covers(each.span)], numbers, strong
        )
        for block in document.blocks
        if len(block.span)
    )
    return f'<section>\n<h2 id="text">The text with its marks</h2>\n{blocks}</section>\n'


def _block(
    report: Report,
    block: Block,
    findings: Sequence[Finding],
    numbers: dict[str, int],
    strong: Collection[str],
) -> str:
    name = _NAMES.get(block.kind, "plain")
    before = "Picture: " if block.kind is BlockKind.IMAGE else ""
    inner = "".join(_pieces(report, block, findings, numbers, strong))
    return f'<p class="{name}">{before}{inner}</p>\n'


def _pieces(
    report: Report,
    block: Block,
    findings: Sequence[Finding],
    numbers: dict[str, int],
    strong: Collection[str],
) -> Iterator[str]:
    edges = {block.span.start, block.span.end}
    for finding in findings:
        edges |= {finding.span.start, finding.span.end}
    yield from _ending(findings, block.span.start, numbers)
    for start, end in pairwise(sorted(edges)):
        piece = Span(start, end)
        text = safe(report.document.slice(piece)).replace("\n", "<br>")
        over = [each for each in findings if each.span.covers(piece)]
        yield f'<mark class="{_look(over, strong)}">{text}</mark>' if over else text
        yield from _ending(findings, end, numbers)


def _ending(findings: Sequence[Finding], end: int, numbers: dict[str, int]) -> Iterator[str]:
    return (_number(numbers[finding.key]) for finding in findings if finding.span.end == end)


def _look(findings: Sequence[Finding], strong: Collection[str]) -> str:
    """Return the classes of a mark. Words of their own stand out from a sentence that is marked."""
    short = [each for each in findings if len(each.span) <= LONG]
    told = short or findings
    gravest = min(told, key=lambda each: each.severity.rank).severity.value
    is_strong = any(each.key in strong for each in told)
    return f"{gravest}{'' if short else ' long'}{'' if is_strong else ' later'}"


def _number(number: int) -> str:
    return (
        f'<a class="number" id="mark-{number}" href="#finding-{number}" '
        f'aria-label="Finding {number}">{number}</a>'
    )
