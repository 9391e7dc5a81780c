"""What is done with a leaflet: check it, revise it, compose its Easy Read draft.

Each function takes files and returns files, and calls ``step`` as it gets on. They run in a process
with limits (see ``bench``), take no database, no folder and no request, and may be run again at any
time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from literacy.document import Document
from literacy.errors import ExportError
from literacy.findings import Finding, Report, Score
from literacy.pipeline.returning import OWN, returned
from literacy.pipeline.trail import Trail
from literacy.plain import packed, unpacked
from literacy.rewriting.choose import choose

from .kept import Revised, without_pictures
from .records import State, Work

Step = Callable[[State], None]
EASY_READ_FILES = ("html", "docx", "pdf")
REPORT_FILES = ("json", "csv", "html")
_TRACKED = ("docx", "odt")  # the formats with tracked changes
REVISED_FILES = (
    *(f"revised.{format}" for format in ("txt", "docx", "odt", "html", "md")),
    *(f"revised-tracked.{format}" for format in _TRACKED),
)
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
    trail, before, left = _revised(task)
    after = trail.document
    step(State.CHECKING)
    report = _without_foreign_scores(pipeline.analyse(after, task.profile))
    step(State.WRITING)
    files = {f"revised.{format}": pipeline.export(after, format) for format in ("txt", "docx")}
    own, left_out = own_files(task.files["upload"], before, trail)
    light = without_pictures(after)
    revised = Revised(
        light, report.reading_age, len(report.findings), left,
        report.without_names, report.difficulty, report.scores, left_out,
    )  # fmt: skip
    files |= {"revised.json": packed(revised), **own}
    return Made(Outcome(report.reading_age.value, len(report.findings)), files)


def compose(task: Task, pipeline: Any, step: Step) -> Made:
    """Draft the Easy Read version of the text as decided, in every format."""
    step(State.READING)
    trail, _, _ = _revised(task)
    step(State.CHECKING)
    easy = pipeline.easy_read(trail.document)
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


def _revised(task: Task) -> tuple[Trail, Document, tuple[str, ...]]:
    """Return the way to the new text, the document before, and the findings that clashed."""
    document = unpacked(Document, task.files["document.json"])
    report = unpacked(Report, task.files["report-kept.json"])
    chosen = choose(document, report.findings, task.accepted)
    left = tuple(f.key for f in report.findings if _is_left(f, task.accepted, chosen))
    trail = Trail(document)
    trail.take(report.findings, chosen)
    return trail, document, left


def _is_left(finding: Finding, accepted: dict[str, int], chosen: tuple[Any, ...]) -> bool:
    number = accepted.get(finding.key, -1)
    if not 0 <= number < len(finding.suggestions):
        return False
    suggestion = finding.suggestions[number]
    return bool(suggestion.edits) and suggestion not in chosen


def own_files(
    upload: bytes, before: Document, trail: Trail
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return the upload with the new text, tracked where it can be, and what it could not hold."""
    files: dict[str, bytes] = {}
    left_out: list[str] = []
    ways = {"revised-tracked": True} if before.format in _TRACKED else {}
    ways |= {"revised": False} if before.format in OWN else {}
    # A file too odd to be changed in place still gets a plain Word file and a text.
    with suppress(ExportError):
        for name, tracked in ways.items():
            taken = tuple(trail.taken)
            done = returned(upload, before, trail.document, taken, tracked=tracked, isolated=False)
            files[f"{name}.{before.format}"] = done.data
            left_out += map(str, done.left_out)
    return files, tuple(dict.fromkeys(left_out))
