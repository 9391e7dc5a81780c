"""Check many files: each in turn, none able to stop the rest, the worst first at the end.

Each file is read and analysed behind the wall, in processes of its own. With several jobs, so many
workers each load the language model once, and fork those processes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from literacy.errors import LiteracyError, ReadError, ReadKind
from literacy.findings import Report, Severity
from literacy.pipeline import walled
from literacy.pipeline.reading import contents
from literacy.wall.workers import Workers

READABLE = {".docx", ".odt", ".fodt", ".pdf", ".html", ".htm", ".xhtml"}
READABLE |= {".md", ".markdown", ".txt"}
# Leaflets in formats that we do not read: named in the result, so that none is missed in silence.
KNOWN = {".doc", ".rtf", ".ppt", ".pptx", ".pages", ".docm", ".dotx"}


MOST_JOBS = 64
WORK = "literacy.pipeline.behind"  # what the workers of a batch do


@dataclass(frozen=True, slots=True)
class Checked:
    """One file's outcome: a report, or the error that stood in the way.

    ``written`` is the report in the format that was asked for.
    """

    path: Path
    report: Report | None = None
    error: LiteracyError | None = None
    written: bytes = b""

    @property
    def age(self) -> float | None:
        return self.report.reading_age.value if self.report else None

    def count(self, severity: Severity) -> int:
        """Return how many findings are at ``severity`` or above."""
        findings = self.report.findings if self.report else ()
        return sum(finding.severity.rank <= severity.rank for finding in findings)


def leaflets(paths: Iterable[Path]) -> list[Path]:
    """Return the files to check: each file as named, and each leaflet in each folder."""
    found: list[Path] = []
    for path in paths:
        found += _in_folder(path) if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def check_files(
    files: list[Path], profile: str, jobs: int = 1, format: str = ""
) -> Iterator[Checked]:
    """Yield the outcome of each file as it is ready, in the order of ``files``.

    Args:
        format: what to write each report in, if anything.
    """
    jobs = max(min(jobs, len(files), MOST_JOBS), 1)
    workers = _workers(WORK)
    one = partial(
        check_file, profile=profile, workers=workers, format=format, is_alone=len(files) == 1
    )
    pool = ThreadPoolExecutor(jobs)
    is_done = False
    try:
        yield from pool.map(one, files)
        is_done = True
    finally:
        # When the person has had enough, no file is begun any more and none is waited for.
        pool.shutdown(wait=is_done, cancel_futures=True)
        if not is_done:
            workers.stop()


@cache
def _workers(work: str) -> Workers:
    """Return the workers of this process, which stay warm for the next batch."""
    return Workers(work, most=MOST_JOBS)


def check_file(
    path: Path, profile: str, workers: Workers, *, format: str = "", is_alone: bool = False
) -> Checked:
    """Read and analyse one file; whatever goes wrong is the outcome, not an exception."""
    try:
        data = contents(path)
        report, written = walled.check(
            workers, data, path.name, profile, format=format, is_alone=is_alone
        )
        return Checked(path, report, written=written)
    except LiteracyError as error:
        return Checked(path, error=error)
    except Exception as error:  # one file's surprise must not end a night's batch
        message = f"{path.name} could not be checked ({type(error).__name__}). Please report this."
        return Checked(path, error=ReadError(ReadKind.CORRUPT, message))


def worst_first(checked: Iterable[Checked]) -> list[Checked]:
    """Return files that could not be read first, then those hardest to read."""

    def order(one: Checked) -> tuple[bool, float, str]:
        return (one.error is None, -(one.age if one.age is not None else 99.0), str(one.path))

    return sorted(checked, key=order)


def _in_folder(folder: Path) -> list[Path]:
    # Only what is hidden inside the folder: it may itself stand in "..", or in a hidden one.
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in READABLE | KNOWN
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        and path.is_file()
    )
