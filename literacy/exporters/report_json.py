"""The report as JSON, by the schema that lies beside this module (``literacy.report/1``).

Offsets count Unicode characters of the document's text, from 0. A number that is not known is
null, never 0.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from literacy.errors import ReadError
from literacy.exporters import report_words as words
from literacy.findings import Checklist, Edit, Figure, Finding, Report, Score, Suggestion
from literacy.ranking import ranks

SCHEMA = "literacy.report/1"
_CHECKLISTS = ("pemat", "cdc_index")


def report_json(report: Report) -> dict[str, Any]:
    """Return a report as data for JSON."""
    ranked = ranks(report.findings)
    checklists = {checklist.id: _checklist(checklist) for checklist in report.checklists}
    return {
        "schema": SCHEMA,
        "document": {
            "name": report.document.name,
            "format": report.document.format,
            "title": report.document.title,
            "words": report.words,
            "sentences": report.sentences,
            "language": report.language,
        },
        "profile": report.profile,
        "reading_age": _score(report.reading_age),
        "without_names": _score(report.without_names),
        "difficulty": report.difficulty,
        "scores": [{"formula": score.formula, **_score(score)} for score in report.scores],
        "light": words.light(report.reading_age)[0] or None,
        "figures": [_figure(figure) for figure in report.figures],
        "next_steps": [{"finding": step.finding, "gain": step.gain} for step in report.next_steps],
        "findings": [_finding(finding, ranked[finding.key]) for finding in report.findings],
        "checklists": {**dict.fromkeys(_CHECKLISTS), **checklists},
        "counts": dict(report.counts or {}),
        "policy": report.policy,
        "notes": list(report.notes),
    }


def error_json(name: str, error: ReadError) -> dict[str, Any]:
    """Return what stands in place of a report for a file that could not be read."""
    return {
        "schema": SCHEMA,
        "document": {"name": name},
        "error": {"kind": error.kind.value, "message": str(error)},
    }


def report_schema() -> dict[str, Any]:
    """Return the JSON schema of the report."""
    path = Path(__file__).with_name("report_schema.json")
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def report_json_bytes(report: Report) -> bytes:
    return json_bytes(report_json(report))


def json_bytes(data: Any) -> bytes:
    """Return JSON as people and programs like it: indented, and in the order given."""
    return (json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _score(score: Score) -> dict[str, Any]:
    return {"value": score.value, "low": score.low, "high": score.high, "note": score.note}


def _finding(finding: Finding, rank: int) -> dict[str, Any]:
    return {
        "key": finding.key,
        "rule": finding.rule,
        "kind": finding.kind,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.text,
        "place": finding.place,
        "message": finding.message,
        "why": finding.why,
        "source": list(finding.source),
        "severity": finding.severity.value,
        "rank": rank,
        "gain": finding.gain,
        "suggestions": [_suggestion(suggestion) for suggestion in finding.suggestions],
    }


def _suggestion(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "text": suggestion.text,
        "safety": suggestion.safety.value,
        "edits": [_edit(edit) for edit in suggestion.edits],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "name": figure.name,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "meaning": figure.meaning,
        "source": figure.source,
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {"start": edit.span.start, "end": edit.span.end, "text": edit.text}


def _checklist(checklist: Checklist) -> dict[str, Any]:
    return {
        "title": checklist.title,
        "score": checklist.score,
        "note": checklist.note,
        "items": [
            {
                "id": item.id,
                "question": item.question,
                "verdict": item.verdict.value,
                "evidence": item.evidence,
            }
            for item in checklist.items
        ],
    }
