"""What a comment in the author's file says about a change: the reason, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from literacy.document import Block
from literacy.exporters.changes import Change, changed, reasons
from literacy.exporters.markup import clean
from literacy.exporters.report_words import quote, sources
from literacy.findings import Finding, Taken
from literacy.rulebase.model import Source


def about(place: str, text: str, made: tuple[Change, ...]) -> str:
    """Return which words a comment speaks of, where it cannot hang on them."""
    start, end = made[0].start, made[-1].end
    old, new = text[start:end].strip(), changed(text[:end], made)[start:].strip()
    if not old:
        return f"In {place}: “{quote(new)}” is new."
    return (
        f"In {place}: “{quote(old)}” became “{quote(new)}”."
        if new
        else f"In {place}: “{quote(old)}” is gone."
    )


def explained(
    made: tuple[Change, ...], block: Block, taken: tuple[Taken, ...]
) -> Iterator[tuple[tuple[Finding, ...], int, int]]:
    """Yield the findings behind changes, with the first and the last of those they explain."""
    found = [reasons(change, block, taken) for change in made]
    first = 0
    for n in range(1, len(found) + 1):
        if n == len(found) or found[n] != found[first]:
            yield found[first], first, n - 1
            first = n


def remark(findings: Iterable[Finding], where: str = "") -> tuple[str, ...]:
    """Return the lines of a comment. ``where`` names the words, if it hangs elsewhere."""
    lines = [where] if where else []
    for finding in findings:
        lines += _lines(finding)
    return tuple(dict.fromkeys(clean(line) for line in lines))


def _lines(finding: Finding) -> Iterator[str]:
    if finding.message and not (finding.suggestions and finding.why):
        yield finding.message  # the words to write stand there
    if finding.why:
        yield finding.why
    known = _sources()
    titles = (known[key].title if key in known else key for key in finding.source)
    if named := "; ".join(titles):
        yield f"Source: {named}."


@cache
def _sources() -> dict[str, Source]:
    return sources()
