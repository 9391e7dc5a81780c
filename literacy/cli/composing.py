"""The command ``literacy easy-read``: a leaflet in, an Easy Read draft out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from literacy.cli.progress import waiting
from literacy.cli.saving import format_of, save
from literacy.composed import EasyRead
from literacy.errors import UsageError
from literacy.pipeline.composing import easy_read
from literacy.pipeline.reading import export, read
from literacy.words.language import language

FORMATS = ("pdf", "docx", "html")
MOST = 5  # rows quoted
FOREIGN = (
    "The text does not seem to be English, which the rules are made for. "
    "Its words are as they were."
)


def easy_read_file(
    file: Path, output: Path, profile: str, accept: str, pictures: Path | None
) -> Iterator[str]:
    """Write the draft and yield what its writer needs to know."""
    format = format_of(output, FORMATS)
    if accept not in ("safe", "none"):
        raise UsageError(f"--accept takes safe or none, not {accept!r}.")
    with waiting(f"Reading {file.name} and taking the safe changes"):
        document = read(file)
        draft = easy_read(document, profile, accept=accept, pictures=pictures)
    with waiting(f"Writing {output.name}"):
        save(output, export(draft, format))
    yield f"Wrote {output}. It is a draft: check it with a clinician and test it with readers."
    if language(document.text) != "en":
        yield FOREIGN
    yield from remarks(draft)


def remarks(draft: EasyRead) -> Iterator[str]:
    """Yield what still needs a person: parts left out, rows too long, rows without a picture."""
    yield from (
        part if part.startswith("Left out") else f"Left out: {part}" for part in draft.left_out
    )
    rows = [row for section in draft.sections for row in section.rows]
    long = sorted((row for row in rows if row.remark), key=lambda row: -len(row.text))
    yield from (f"“{row.text}”: {row.remark}" for row in long[:MOST])
    if len(long) > MOST:
        yield f"{len(long) - MOST} more rows are too long. The page shows them all: literacy serve."
    if long:
        yield "Shorten the leaflet first: decide on the proposals that `literacy check` lists."
    bare = sum(row.picture is None for row in rows)
    yield f"{len(rows)} rows, {bare} without a picture. Choose pictures for those yourself."
