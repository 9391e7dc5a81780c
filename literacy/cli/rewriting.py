"""The command ``literacy rewrite``: accepted suggestions go back into the leaflet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from literacy.cli.progress import waiting
from literacy.cli.saving import format_of, save
from literacy.document import Document
from literacy.errors import UsageError
from literacy.exporters.changes import Returned
from literacy.findings import Report, Suggestion, Taken
from literacy.parse import parse
from literacy.pipeline.analysing import analyse
from literacy.pipeline.finding import find
from literacy.pipeline.reading import contents, export, read
from literacy.pipeline.returning import OWN, returned
from literacy.pipeline.rewriting import simplified_with_reasons
from literacy.pipeline.trail import Trail
from literacy.rewriting.choose import choose
from literacy.rulebase.profile import load_profile

_ENDINGS = {"htm": "html", "markdown": "md"}
_NEW = ("docx", "html", "pdf", "txt", "md")  # what can be made from any leaflet
_SHORT = {
    "docx": "Word file",
    "html": "web page",
    "pdf": "PDF",
    "txt": "text",
    "md": "Markdown file",
}
SCHEMA = "literacy.decisions/1"


def rewrite_file(
    file: Path, output: Path, accept: str, profile: str, *, tracked: bool
) -> Iterator[str]:
    """Write the rewritten leaflet and yield what was done, and what could not be."""
    format = format_of(output, (*_NEW, *(one for one in OWN if one not in _NEW), *_ENDINGS))
    format = _ENDINGS.get(format, format)
    _keep(file, output)
    data = contents(file)
    with waiting(f"Reading and changing {file.name}"):
        before = read(data, file.name)
        _refuse(before, format, output)
        after, taken, notes = _rewritten(before, accept, profile)
        is_own = format == before.format
        if is_own:
            done = returned(data, before, after, taken, tracked=tracked)
        else:
            done = Returned(export(after, format))
    save(output, done.data)
    yield f"Wrote {output}: {_count(before, after)} of {len(before.blocks)} paragraphs changed."
    if not is_own:
        yield f"This is a new {_SHORT[format]} with the words of {file.name}, not its layout."
    yield from map(str, done.left_out)
    yield from notes


def _keep(file: Path, output: Path) -> None:
    if output.exists() and output.resolve() == file.resolve():
        raise UsageError(
            f"{output.name} is the leaflet itself, which would be lost. Name another file to write."
        )


def _refuse(before: Document, format: str, output: Path) -> None:
    if format == before.format == "pdf":
        raise UsageError(
            f"A PDF cannot be changed in place. Name a Word file to write, such as "
            f"{output.with_suffix('.docx').name}."
        )
    if format not in _NEW and format != before.format:
        raise UsageError(
            f"{output.name}: only a file of this kind can come back as one. Name a Word file to "
            f"write, such as {output.with_suffix('.docx').name}."
        )


def _count(before: Document, after: Document) -> int:
    return sum(old != new for (_, old), (_, new) in zip(before, after, strict=True))


def _rewritten(
    before: Document, accept: str, profile: str
) -> tuple[Document, tuple[Taken, ...], list[str]]:
    if accept == "none":
        return before, (), []
    if accept == "safe":
        after, taken = simplified_with_reasons(before, profile)
        return after, taken, list(_waiting_for_a_person(after, profile))
    report = analyse(before, profile)
    accepted = _accepted(Path(accept), report)
    chosen = choose(before, report.findings, accepted)
    trail = Trail(before)
    trail.take(report.findings, chosen)
    return trail.document, tuple(trail.taken), list(_clashes(report, accepted, chosen))


def _clashes(
    report: Report, accepted: dict[str, int], chosen: tuple[Suggestion, ...]
) -> Iterator[str]:
    """Name what was accepted and could not be made beside the rest."""
    for key, number in accepted.items():
        finding = report.finding(key)
        wanted = finding.suggestions[number] if finding else None
        if wanted is not None and wanted not in chosen:
            yield f"Not changed: {key} touches the same words as another of your choices."


def _waiting_for_a_person(document: Document, profile: str) -> Iterator[str]:
    found = find(parse(document), load_profile(profile).rules)
    count = sum(bool(finding.suggestions) for finding in found)
    if count:
        yield (
            f"{count} more proposals need your decision. See them with `literacy check`, or decide "
            "on the page that `literacy serve` starts."
        )


def _accepted(path: Path, report: Report) -> dict[str, int]:
    accepted = {one["finding"]: one["suggestion"] for one in _decisions(path)}
    if unknown := [key for key in accepted if report.finding(key) is None]:
        raise UsageError(
            f"{path.name}: this leaflet has no finding {', '.join(map(repr, unknown))}. Was it "
            "changed since the check? Check it again and decide anew."
        )
    for key, number in accepted.items():
        finding = report.finding(key)
        if finding is None or not 0 <= number < len(finding.suggestions):
            raise UsageError(f"{path.name}: finding {key!r} has no suggestion {number}.")
    return accepted


def _decisions(path: Path) -> list[dict[str, Any]]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(
            f"--accept takes safe, none, or a file of decisions; {path} cannot be opened."
        ) from error
    except ValueError as error:
        raise UsageError(f"{path.name} is not JSON: {error}") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise UsageError(f'{path.name} is not a file of decisions: "schema" is not "{SCHEMA}".')
    accepted = data.get("accepted")
    if not isinstance(accepted, list) or not all(map(_is_decision, accepted)):
        raise UsageError(
            f'{path.name}: "accepted" must be a list of {{"finding": KEY, "suggestion": 0}}.'
        )
    return accepted


def _is_decision(one: Any) -> bool:
    return (
        isinstance(one, dict)
        and isinstance(one.get("finding"), str)
        and isinstance(one.get("suggestion"), int)
    )
