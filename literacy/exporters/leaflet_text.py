"""A document as plain text, and as Markdown that any reader of Markdown gives back alike.

Plain text is for a text message or a form with no formatting: words, bullets and numbers, and the
addresses of links. Markdown escapes whatever would start formatting that the source did not have,
HTML included.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from literacy.composed import Run
from literacy.document import Document
from literacy.exporters.markup import address, address_to_add, clean
from literacy.exporters.outline import Heading, Image, List, Part, Table, outline

Inline = Callable[[Iterable[Run]], str]

_BREAKING = re.compile(r"[<>\\]")  # would end the address of a link early
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_STARTS = re.compile(r"^(\s*)([-+]|\d{1,9}[.)]|=+|:)(?=\s|$|-|=)", re.MULTILINE)


def leaflet_txt(document: Document) -> bytes:
    """Return the document as plain text."""
    parts = (_plain(part) for part in outline(document))
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def leaflet_md(document: Document) -> bytes:
    """Return the document as Markdown."""
    parts = (_marked(part) for part in outline(document))
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _plain(part: Part) -> str:
    if isinstance(part, List):
        return "\n".join(_items(part, _words, 0))
    if isinstance(part, Table):
        return "\n".join(
            "\t".join(_words(cell.runs).replace("\n", " ") for cell in row) for row in part.rows
        )
    if isinstance(part, Image):
        return f"Picture: {clean(part.alt)}" if part.alt else ""
    return _words(part.runs)


def _words(runs: Iterable[Run]) -> str:
    def said(run: Run) -> str:
        added = address_to_add(run) if address(run.link) else ""
        return run.text + (f" ({added})" if added else "")

    return clean("".join(map(said, runs)))


def _marked(part: Part) -> str:
    if isinstance(part, Heading):
        plain = (Run(run.text, link=run.link) for run in part.runs)
        return "#" * part.level + " " + _one_line(plain)
    if isinstance(part, List):
        return "\n".join(_items(part, _inline, 0))
    if isinstance(part, Table):
        return _grid(part)
    if isinstance(part, Image):
        return f"Picture: {_escaped(part.alt)}" if part.alt else ""
    return _inline(part.runs)


def _items(part: List, inline: Inline, indent: int) -> Iterator[str]:
    for number, item in enumerate(part.items, start=1):
        sign = f"{number}. " if part.ordered else "- "
        inner = " " * (indent + len(sign))
        yield " " * indent + sign + inline(item.runs).replace("\n", f"\n{inner}")
        for nested in item.lists:
            yield from _items(nested, inline, len(inner))


def _grid(table: Table) -> str:
    """Return a Markdown table, which must have a header row: an empty one where there is none."""
    columns = len(table.rows[0])
    rows = [[_one_line(cell.runs) for cell in row] for row in table.rows]
    head = rows.pop(0) if table.header_rows else [""] * columns
    lines = [head, ["---"] * columns, *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _inline(runs: Iterable[Run]) -> str:
    return _STARTS.sub(_defused, "".join(map(_run, runs)))


def _one_line(runs: Iterable[Run]) -> str:
    return _inline(runs).replace("  \n", " ")


def _run(run: Run) -> str:
    text = _escaped(run.text).replace("\n", "  \n")
    words = text.strip()
    if not words:
        return text
    before, after = text[: text.index(words)], text[text.index(words) + len(words) :]
    if run.bold:
        words = f"**{words}**"
    if target := address(run.link):
        words = f"[{words}](<{_BREAKING.sub('', target)}>)"
    return f"{before}{words}{after}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", clean(text))


def _defused(match: re.Match[str]) -> str:
    """Put a backslash before what would start a list, a rule or a table at the start of a line."""
    space, sign = match.groups()
    last = sign[-1]
    return f"{space}{sign[:-1]}\\{last}" if sign[0].isdigit() else f"{space}\\{sign}"
