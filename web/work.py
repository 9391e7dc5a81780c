"""What the workers do with a leaflet: check it, revise it, compose its Easy Read draft.

Each function fills the folder it is given and calls ``step`` as it gets on. They run in a process
with limits (see ``bench``), take no database and no request, and may be run again at any time.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from literacy.document import Document
from literacy.errors import ExportError
from literacy.exporters.revised import revise as revise_file
from literacy.findings import Finding, Report, Score
from literacy.rewriting.choose import choose

from .kept import Revised, keep, kept, without_pictures
from .records import State, Work

Step = Callable[[State], None]
EASY_READ_FILES = ("html", "docx", "pdf")
REPORT_FILES = ("json", "csv", "html")
NOTICED = 0.05  # years of reading age; a change that makes a text harder by less is not spoken of


@dataclass(frozen=True, slots=True)
class Task:
    """A job with its folders: ``home`` holds the upload, ``out`` is to be filled."""

    home: Path
    out: Path
    work: Work
    name: str
    profile: str
    accepted: dict[str, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the lists of leaflets show."""

    age: float | None = None
    findings: int = 0


def do(task: Task, pipeline: Any, step: Step) -> Outcome:
    """Do one piece of work with the verbs of ``pipeline``."""
    return {Work.CHECK: check, Work.REVISE: revise, Work.COMPOSE: compose}[task.work](
        task, pipeline, step
    )


def check(task: Task, pipeline: Any, step: Step) -> Outcome:
    """Read the upload and analyse it."""
    step(State.READING)
    document: Document = pipeline.read((task.home / "upload").read_bytes(), task.name)
    step(State.CHECKING)
    report = _without_foreign_scores(pipeline.analyse(document, task.profile))
    found = pipeline.gains(report.document, report.findings)
    harder = {step.finding: -step.gain for step in found if step.gain <= -NOTICED}
    step(State.WRITING)
    keep(task.out / "harder.json", harder)
    keep(task.out / "document.json", report.document)
    light = replace(report, document=without_pictures(report.document))
    keep(task.out / "report-kept.json", light)
    for format in REPORT_FILES:
        (task.out / f"report.{format}").write_bytes(pipeline.export(report, format))
    return Outcome(report.reading_age.value, len(report.findings))


def revise(task: Task, pipeline: Any, step: Step) -> Outcome:
    """Make the accepted changes, measure the new text and write it out."""
    step(State.READING)
    before, after, left = _revised(task, pipeline)
    step(State.CHECKING)
    report = _without_foreign_scores(pipeline.analyse(after, task.profile))
    step(State.WRITING)
    light = without_pictures(after)
    revised = Revised(
        light, report.reading_age, len(report.findings), left,
        report.without_names, report.difficulty, report.scores,
    )  # fmt: skip
    keep(task.out / "revised.json", revised)
    (task.out / "revised.txt").write_bytes(pipeline.export(after, "txt"))
    _write_word(task, pipeline, before, after)
    return Outcome(report.reading_age.value, len(report.findings))


def compose(task: Task, pipeline: Any, step: Step) -> Outcome:
    """Draft the Easy Read version of the text as decided, in every format."""
    step(State.READING)
    _, after, _ = _revised(task, pipeline)
    step(State.CHECKING)
    easy = pipeline.easy_read(after)
    keep(task.out / "easy-read.json", easy)
    step(State.WRITING)
    for format in EASY_READ_FILES:
        (task.out / f"easy-read.{format}").write_bytes(pipeline.export(easy, format))
    return Outcome()


def _without_foreign_scores(report: Report) -> Report:
    """Take the scores from a text that is not in English: the formulas say nothing about it."""
    if report.language == "en":
        return report
    none = Score("reading_age", None, note="The scores are made for English.")
    return replace(report, reading_age=none, without_names=none, difficulty=None, scores=())


def _revised(task: Task, pipeline: Any) -> tuple[Document, Document, tuple[str, ...]]:
    """Return the document, the same with the accepted changes, and the findings that clashed."""
    checked = task.home / f"{Work.CHECK}-0"
    document = kept(checked / "document.json", Document)
    report = kept(checked / "report-kept.json", Report)
    chosen = choose(document, report.findings, task.accepted)
    left = tuple(f.key for f in report.findings if _is_left(f, task.accepted, chosen))
    return document, pipeline.rewrite(document, chosen), left


def _is_left(finding: Finding, accepted: dict[str, int], chosen: tuple[Any, ...]) -> bool:
    number = accepted.get(finding.key, -1)
    if not 0 <= number < len(finding.suggestions):
        return False
    suggestion = finding.suggestions[number]
    return bool(suggestion.edits) and suggestion not in chosen


def _write_word(task: Task, pipeline: Any, before: Document, after: Document) -> None:
    """Write the Word files. A Word upload comes back as itself, with tracked changes and clean."""
    clean = task.out / "revised.docx"
    if before.format == "docx":
        upload = (task.home / "upload").read_bytes()
        # A file too odd to be changed in place still gets a plain Word file, below.
        with suppress(ExportError):
            (task.out / "revised-tracked.docx").write_bytes(revise_file(upload, before, after))
            clean.write_bytes(revise_file(upload, before, after, tracked=False))
    if not clean.exists():
        clean.write_bytes(pipeline.export(after, "docx"))
