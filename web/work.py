"""What is done with a leaflet: check it, revise it, compose its Easy Read draft.

Each function takes files and returns files, and calls ``step`` as it gets on. They run in a process
with limits (see ``bench``), take no database, no folder and no request, and may be run again at any
time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from literacy.document import Document
from literacy.errors import ExportError
from literacy.exporters.revised import revise as revise_file
from literacy.findings import Finding, Report, Score
from literacy.plain import packed, unpacked
from literacy.rewriting.choose import choose

from .kept import Revised, without_pictures
from .records import State, Work

Step = Callable[[State], None]
EASY_READ_FILES = ("html", "docx", "pdf")
REPORT_FILES = ("json", "csv", "html")
NOTICED = 0.05  # years of reading age; a change that makes a text harder by less is not spoken of


@dataclass(frozen=True, slots=True)
class Task:
    """A job with the files it starts from."""

    work: Work
    name: str
    profile: str
    accepted: dict[str, int]
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the lists of leaflets show."""

    age: float | None = None
    findings: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a task: its outcome, and the files it made."""

    outcome: Outcome = field(default_factory=Outcome)
    files: Mapping[str, bytes] = field(default_factory=dict)


def read(task: Task, pipeline: Any) -> Made:
    """Read the upload: a step of its own, with narrower limits."""
    document: Document = pipeline.read(task.files["upload"], task.name)
    return Made(files={"document.json": packed(document)})


def do(task: Task, pipeline: Any, step: Step) -> Made:
    """Do one piece of work with the verbs of ``pipeline``."""
    return {Work.CHECK: check, Work.REVISE: revise, Work.COMPOSE: compose}[task.work](
        task, pipeline, step
    )


def check(task: Task, pipeline: Any, step: Step) -> Made:
    """Analyse the document that was read."""
    step(State.CHECKING)
    document = unpacked(Document, task.files["document.json"])
    report = _without_foreign_scores(pipeline.analyse(document, task.profile))
    found = pipeline.gains(report.document, report.findings)
    harder = {step.finding: -step.gain for step in found if step.gain <= -NOTICED}
    step(State.WRITING)
    light = replace(report, document=without_pictures(report.document))
    files = {
        "harder.json": packed(harder),
        "document.json": packed(report.document),
        "report-kept.json": packed(light),
    }
    files |= {f"report.{format}": pipeline.export(report, format) for format in REPORT_FILES}
    return Made(Outcome(report.reading_age.value, len(report.findings)), files)


def revise(task: Task, pipeline: Any, step: Step) -> Made:
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
    files = {"revised.json": packed(revised), "revised.txt": pipeline.export(after, "txt")}
    files |= _word_files(task, pipeline, before, after)
    return Made(Outcome(report.reading_age.value, len(report.findings)), files)


def compose(task: Task, pipeline: Any, step: Step) -> Made:
    """Draft the Easy Read version of the text as decided, in every format."""
    step(State.READING)
    _, after, _ = _revised(task, pipeline)
    step(State.CHECKING)
    easy = pipeline.easy_read(after)
    step(State.WRITING)
    files = {"easy-read.json": packed(easy)}
    files |= {f"easy-read.{format}": pipeline.export(easy, format) for format in EASY_READ_FILES}
    return Made(files=files)


def _without_foreign_scores(report: Report) -> Report:
    """Take the scores from a text that is not in English: the formulas say nothing about it."""
    if report.language == "en":
        return report
    none = Score("reading_age", None, note="The scores are made for English.")
    return replace(report, reading_age=none, without_names=none, difficulty=None, scores=())


def _revised(task: Task, pipeline: Any) -> tuple[Document, Document, tuple[str, ...]]:
    """Return the document, the same with the accepted changes, and the findings that clashed."""
    document = unpacked(Document, task.files["document.json"])
    report = unpacked(Report, task.files["report-kept.json"])
    chosen = choose(document, report.findings, task.accepted)
    left = tuple(f.key for f in report.findings if _is_left(f, task.accepted, chosen))
    return document, pipeline.rewrite(document, chosen), left


def _is_left(finding: Finding, accepted: dict[str, int], chosen: tuple[Any, ...]) -> bool:
    number = accepted.get(finding.key, -1)
    if not 0 <= number < len(finding.suggestions):
        return False
    suggestion = finding.suggestions[number]
    return bool(suggestion.edits) and suggestion not in chosen


def _word_files(task: Task, pipeline: Any, before: Document, after: Document) -> dict[str, bytes]:
    """Return the Word files. A Word upload comes back as itself, with tracked changes and clean."""
    if before.format == "docx":
        # A file too odd to be changed in place still gets a plain Word file, below.
        with suppress(ExportError):
            return dict(_same_file(task.files["upload"], before, after))
    return {"revised.docx": pipeline.export(after, "docx")}


def _same_file(upload: bytes, before: Document, after: Document) -> Iterator[tuple[str, bytes]]:
    yield "revised-tracked.docx", revise_file(upload, before, after)
    yield "revised.docx", revise_file(upload, before, after, tracked=False)
