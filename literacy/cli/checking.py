"""The command ``literacy check``: files and folders, in any of the report's formats."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from literacy.batch import Checked, check_files, leaflets, worst_first
from literacy.cli.progress import shown
from literacy.cli.saving import save
from literacy.errors import LiteracyError, ReadError, ReadKind, UsageError
from literacy.exporters.report_csv import report_csv
from literacy.exporters.report_json import error_json, report_json
from literacy.exporters.report_text import report_text
from literacy.findings import Severity
from literacy.pipeline.walled import is_shipped
from literacy.rulebase.profile import load_profile

PASSED, FAILED, NOTHING_READ = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for."""

    profile: str = "plain"
    format: str = "text"
    output: Path | None = None
    max_age: float | None = None
    fail_on: str = "error"
    jobs: int = 1
    is_whole: bool = False


def check(paths: list[Path], options: Options, echo: Callable[[str], None]) -> int:
    """Check, write the result, and return the exit status."""
    if not is_shipped(options.profile):
        load_profile(options.profile)  # a wrong name is told before the work, not after it
    files = leaflets(paths)
    if not files:
        raise UsageError(f"No leaflets were found in {', '.join(map(str, paths))}.")
    is_single = len(paths) == 1 and not paths[0].is_dir()
    if options.format == "html" and not is_single and options.output is None:
        raise UsageError("HTML of several leaflets is a file each: name a folder with --output.")
    page = "html" if options.format == "html" else ""
    found = check_files(files, options.profile, options.jobs, page)
    checked = list(shown(found, len(files), "Checking"))
    checked = checked if is_single else worst_first(checked)
    if options.format == "html" and not is_single and options.output:
        _save_pages(checked, options.output)
    elif options.output:
        save(options.output, _written(checked, options, is_single).encode())
    else:
        echo(_written(checked, options, is_single))
    return status(checked, options)


def status(checked: list[Checked], options: Options) -> int:
    """Return 0 when all passed, 1 when something did not, 2 when nothing could be read."""
    if all(one.error for one in checked):
        return NOTHING_READ
    return FAILED if any(_fails(one, options) for one in checked) else PASSED


def _fails(one: Checked, options: Options) -> bool:
    if one.error:
        return True
    if options.max_age is not None and (one.age or 0) > options.max_age:
        return True
    return options.fail_on != "never" and one.count(Severity(options.fail_on)) > 0


def _written(checked: list[Checked], options: Options, is_single: bool) -> str:
    format = options.format
    if format == "json":
        things = [_json(one) for one in checked]
        return json.dumps(things[0] if is_single else things, indent=2, ensure_ascii=False)
    if format == "csv":
        return _csv(checked)
    if format == "html" and checked[0].report:
        return checked[0].written.decode()
    return _text(checked, is_single, options.is_whole)


def _csv(checked: list[Checked]) -> str:
    """Return the findings of all files as one table with one heading row."""
    tables = [report_csv(one.report).decode("utf-8-sig") for one in checked if one.report]
    rows = [table.splitlines(keepends=True) for table in tables]
    return "".join(rows[0][:1] + [line for table in rows for line in table[1:]]) if rows else ""


def _save_pages(checked: list[Checked], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, one in enumerate(checked, start=1):
        if one.report:
            save(folder / f"{number:03}-{one.path.stem}.html", one.written)
    save(folder / "index.txt", _text(checked, is_single=False).encode())


def _json(one: Checked) -> dict[str, object]:
    if one.report:
        return {**report_json(one.report), "path": str(one.path)}
    return {**error_json(one.path.name, _read_error(one.error)), "path": str(one.path)}


def _read_error(error: LiteracyError | None) -> ReadError:
    # A text too long to analyse was read, but is an error of size to whoever waits for its report.
    return error if isinstance(error, ReadError) else ReadError(ReadKind.TOO_LARGE, str(error))


def _text(checked: list[Checked], is_single: bool, is_whole: bool = False) -> str:
    if is_single:
        one = checked[0]
        return (
            report_text(one.report, is_whole=is_whole)
            if one.report
            else _trouble(one.path.name, one.error)
        )
    rows = [f"{'age':>5}  {'range':>12}  {'errors':>6}  {'warnings':>8}  {'advice':>6}  leaflet"]
    rows += [_row(one) for one in checked if one.report]
    rows += [
        f"could not be read: {_trouble(str(one.path), one.error)}" for one in checked if one.error
    ]
    count = sum(one.report is not None for one in checked)
    rows.append(f"{count} leaflets, the hardest first. Check one by name for its findings.")
    return "\n".join(rows)


def _trouble(name: str, error: LiteracyError | None) -> str:
    """Return the message with the file's name, which it may begin with by itself."""
    message = str(error)
    return message if Path(name).name in message.partition(" ")[0] else f"{name}: {message}"


def _row(one: Checked) -> str:
    assert one.report
    score = one.report.reading_age
    if score.value is None:
        return f"{'none':>5}  {'':>12}  {'':>6}  {'':>8}  {'':>6}  {one.path}: {score.note}"
    spread = "" if score.low is None else f"{score.low:.1f} to {score.high:.1f}"
    counts = [sum(f.severity is s for f in one.report.findings) for s in Severity]
    numbers = f"{counts[0]:>6}  {counts[1]:>8}  {counts[2]:>6}"
    return f"{score.value:>5.1f}  {spread:>12}  {numbers}  {one.path}"
