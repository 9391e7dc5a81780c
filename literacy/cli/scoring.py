"""The command ``literacy score``: formulas and counts only."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

from literacy import plain
from literacy.batch import leaflets
from literacy.cli.progress import shown
from literacy.errors import LiteracyError, ReadError
from literacy.findings import Score, Scores
from literacy.measure.scores import light
from literacy.pipeline.measuring import score
from literacy.pipeline.reading import read

WARM_UP = "Frobnication is in no list."  # so that every list is looked into


@dataclass(frozen=True, slots=True)
class Scored:
    path: Path
    scores: Scores | None = None
    error: LiteracyError | None = None


def load_words() -> Thread:
    """Begin to load the word lists, which takes as long as another process takes to read a file."""
    thread = Thread(target=score, args=(WARM_UP,))
    thread.start()
    return thread


def score_files(paths: Iterable[Path], words: Thread | None = None) -> list[Scored]:
    """Score each file; ``words`` is what ``load_words`` returned."""
    files = leaflets(paths)
    found = (_score(path, words) for path in files)
    return list(shown(found, len(files), "Scoring"))


def status(results: list[Scored]) -> int:
    """Return 0 when all could be read, 1 when some could not, 2 when none could."""
    failed = sum(result.error is not None for result in results)
    return 0 if not failed else 2 if failed == len(results) else 1


def as_json(results: list[Scored]) -> str:
    things = [_data(result) for result in results]
    return json.dumps(things[0] if len(things) == 1 else things, indent=2, ensure_ascii=False)


def as_text(results: list[Scored]) -> str:
    return "\n\n".join(map(_text, results)) or "No leaflets were found there."


def _score(path: Path, words: Thread | None) -> Scored:
    try:
        document = read(path)
        if words:
            words.join()
        return Scored(path, score(document))
    except LiteracyError as error:
        return Scored(path, error=error)


def _data(result: Scored) -> dict[str, Any]:
    if result.scores is None:
        kind = result.error.kind.value if isinstance(result.error, ReadError) else "error"
        return {"name": result.path.name, "error": {"kind": kind, "message": str(result.error)}}
    return {"name": result.path.name, **plain.dump(result.scores)}


def _text(result: Scored) -> str:
    if result.scores is None:
        return f"{result.path.name}: {result.error}"
    scores = result.scores
    lines = [result.path.name, _line("UK reading age", scores.reading_age)]
    if scores.reading_age.value is not None:
        lines.append(f"{'  traffic light':32}{light(scores.reading_age.value):>6}")
    lines.append(_line("  without unavoidable names", scores.without_names))
    if scores.difficulty is not None:
        lines.append(f"{'Difficulty, 1 easy to 6 hard':32}{scores.difficulty:6.1f}")
    lines += [_line(one.formula, one) for one in scores.scores]
    return "\n".join(lines)


def _line(title: str, score: Score) -> str:
    note = f"  {score.note}" if score.note else ""
    if score.value is None:
        return f"{title:32}  none{note}"
    spread = "" if score.low is None else f"  ({score.low:.1f} to {score.high:.1f})"
    return f"{title:32}{score.value:6.1f}{spread}{note}"
