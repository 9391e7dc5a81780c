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
from literacy.exporters.revised import revise
from literacy.findings import Report
from literacy.parse import parse
from literacy.pipeline.analysing import analyse
from literacy.pipeline.finding import find
from literacy.pipeline.reading import export, read
from literacy.pipeline.rewriting import rewrite, simplified
from literacy.rewriting.choose import choose
from literacy.rulebase.profile import load_profile

FORMATS = ("docx", "html", "pdf", "txt", "md")
SCHEMA = "literacy.decisions/1"


def rewrite_file(
    file: Path, output: Path, accept: str, profile: str, *, tracked: bool
) -> Iterator[str]:
    """Write the rewritten leaflet and yield what was done."""
    format = format_of(output, FORMATS)
    with waiting(f"Reading and changing {file.name}"):
        before = read(file)
        after, missed = _rewritten(before, accept, profile)
    if format == "docx" and before.format == "docx":
        save(output, revise(file.read_bytes(), before, after, tracked=tracked))
    else:
        save(output, export(after, format))
    changed = sum(old != new for (_, old), (_, new) in zip(before, after, strict=True))
    yield f"Wrote {output}: {changed} of {len(before.blocks)} paragraphs changed."
    yield from missed


def _rewritten(before: Document, accept: str, profile: str) -> tuple[Document, list[str]]:
    if accept == "none":
        return before, []
    if accept == "safe":
        after = simplified(before, profile)
        return after, list(_waiting_for_a_person(after, profile))
    report = analyse(before, profile)
    accepted = _accepted(Path(accept), report)
    chosen = choose(before, report.findings, accepted)
    missed = len(accepted) - len(chosen)
    notes = [f"{missed} of them touch the same words as another and were left."] if missed else []
    return rewrite(before, chosen), notes


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
    for key, number in accepted.items():
        finding = report.finding(key)
        if finding is None:
            raise UsageError(
                f"{path.name}: this leaflet has no finding {key!r}. Was it changed "
                "since the check? Check it again and decide anew."
            )
        if not 0 <= number < len(finding.suggestions):
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
