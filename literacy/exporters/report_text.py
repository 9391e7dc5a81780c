"""The report for a terminal: the reading age, what to do first, the scores, the findings.

Colour only repeats what the words say, and is off unless asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from literacy.exporters import report_words as words
from literacy.exporters.markup import clean
from literacy.findings import Finding, Report, Score

_WIDTH = 88
_INDENT = " " * 6
_COLOURS = {"green": "32", "amber": "33", "red": "31"}


def report_text_bytes(report: Report) -> bytes:
    return report_text(report).encode()


def report_text(report: Report, *, colour: bool = False) -> str:
    """Return the report as text; with ``colour``, headings are bold and the age has its light."""
    lines = [*_head(report, colour), *_first(report, colour), *_scores(report, colour)]
    lines += _figures(report, colour)
    lines += [*_findings(report, colour), *_checklists(report, colour)]
    return "\n".join(lines).rstrip() + "\n"


def _head(report: Report, colour: bool) -> Iterator[str]:
    yield _style(_line(report.document.name), "1", colour)
    yield ""
    name, _ = words.light(report.reading_age)
    yield _style(words.reading_age(report.reading_age), _COLOURS.get(name, "1"), colour)
    if report.reading_age.note:
        yield _line(f"Note: {report.reading_age.note}.".replace("..", "."))
    if report.without_names.value is not None:
        without = words.figure(report.without_names.value)
        yield f"Without the names of conditions, medicines and tests: {without} years."
    yield words.size(report)
    yield _wrapped(f"{words.AIM} {words.CAUTION}")
    for note in report.notes:
        yield _wrapped(note)


def _first(report: Report, colour: bool) -> Iterator[str]:
    steps = [(report.finding(step.finding), step.gain) for step in report.next_steps]
    if not steps:
        return
    yield from ("", _style("What to do first", "1", colour))
    for number, (finding, years) in enumerate(steps, start=1):
        if finding is not None:
            yield f"  {number}. {_place(finding)}"
            yield from _told(finding)
            if gain := words.gain(years):
                yield _wrapped(f"This {gain}.", _INDENT)


def _scores(report: Report, colour: bool) -> Iterator[str]:
    if not report.scores:
        return
    titles = words.formula_titles()
    names = [_line(titles.get(score.formula, score.formula)) for score in report.scores]
    wide = max(map(len, names))
    yield from ("", _style("Scores", "1", colour))
    for name, score in zip(names, report.scores, strict=True):
        yield f"  {name:<{wide}}  {_value(score)}".rstrip()


def _value(score: Score) -> str:
    note = _line(score.note)
    return f"{words.figure(score.value):>6}  {words.between(score):<14}  {note}".rstrip()


def _figures(report: Report, colour: bool) -> Iterator[str]:
    if report.figures:
        yield from ("", _style("Beyond grades", "1", colour))
    for each in report.figures:
        usual = f"(hospital leaflets: {each.low:g} to {each.high:g})"
        yield f"  {words.figure_name(each):<24}{each.value:>6}  {usual}"
        yield _wrapped(each.meaning, _INDENT)


def _findings(report: Report, colour: bool) -> Iterator[str]:
    yield ""
    if not report.findings:
        yield "Nothing was found."
    for title, findings in words.by_severity(report):
        yield _style(title[0].upper() + title[1:], "1", colour)
        for finding in findings:
            yield f"  {_place(finding)}"
            yield from _told(finding)
        yield ""


def _place(finding: Finding) -> str:
    place = _line(finding.place) or "in the text"
    quoted = _line(words.quote(finding.text))
    return f'{place}: "{quoted}"' if quoted else place


def _told(finding: Finding) -> Iterator[str]:
    yield _wrapped(finding.message, _INDENT)
    offered = [words.quote(each.text) or "(take it out)" for each in finding.suggestions]
    if offered:
        yield _wrapped(f"Instead: {' / '.join(offered)}", _INDENT)


def _wrapped(text: str, indent: str = "") -> str:
    return fill(
        _line(text),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _checklists(report: Report, colour: bool) -> Iterator[str]:
    if report.checklists:
        yield from ("", _style("Checklists", "1", colour))
    for checklist in report.checklists:
        yield f"  {_line(words.checklist_line(checklist))}"


def _line(text: str) -> str:
    """Return a text of somebody else's on one line, without codes a terminal would obey."""
    return " ".join(clean(text).split())


def _style(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
