"""The report for a terminal: the reading age, what to do first, the scores, the other findings.

The other findings are counted, and told when all are asked for. Colour only repeats what the words
say, and is off unless asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from literacy.exporters import report_words as words
from literacy.exporters.markup import clean
from literacy.findings import Finding, Report, Score
from literacy.ranking import FEW, Group, groups

_WIDTH = 88
_INDENT = " " * 6
_COLOURS = {"green": "32", "amber": "33", "red": "31"}


def report_text_bytes(report: Report) -> bytes:
    return report_text(report, is_whole=True).encode()


def report_text(report: Report, *, colour: bool = False, is_whole: bool = False) -> str:
    """Return the report as text, with all findings if ``is_whole``.

    With ``colour``, headings are bold and the age has its light.
    """
    found = groups(report.findings)
    lines = [*_head(report, colour), *_first(found, colour, is_whole=is_whole)]
    lines += [*_scores(report, colour), *_figures(report, colour)]
    if is_whole and found[FEW:]:
        lines += ["", _style("The other findings", "1", colour)]
        lines += _groups(found[FEW:], FEW + 1, is_whole=True)
    lines += _checklists(report, colour)
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


def _first(found: tuple[Group, ...], colour: bool, *, is_whole: bool) -> Iterator[str]:
    """Yield the groups to begin with, and how many there are beside them."""
    yield ""
    if not found:
        yield "Nothing was found."
        return
    yield _style("What to do first", "1", colour)
    yield from _groups(found[:FEW], 1, is_whole=is_whole)
    if found[FEW:] and not is_whole:
        yield _wrapped(f"There is more: {words.tally(_all(found[FEW:]))}. --all shows everything.")
    elif not found[FEW:]:
        yield _wrapped(f"That is all: {words.tally(_all(found))}.")


def _groups(found: Iterable[Group], start: int, *, is_whole: bool) -> Iterator[str]:
    for number, group in enumerate(found, start):
        unsafe = " (error)" if group.is_unsafe else ""
        yield f"  {number}. {_place(group.first)}{unsafe}"
        yield from _told(group.first)
        for line in filter(None, (words.again(len(group.again)), words.gained(group))):
            yield _wrapped(line, _INDENT)
        for finding in group.again if is_whole else ():
            yield f"{_INDENT}- {_place(finding)}{_instead(finding)}"


def _all(found: Iterable[Group]) -> list[Finding]:
    return [finding for group in found for finding in group.findings]


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


def _place(finding: Finding) -> str:
    place = _line(finding.place) or "in the text"
    quoted = _line(words.quote(finding.text))
    return f'{place}: "{quoted}"' if quoted else place


def _told(finding: Finding) -> Iterator[str]:
    yield _wrapped(finding.message, _INDENT)
    if offered := _offered(finding):
        yield _wrapped(f"Instead: {offered}", _INDENT)
    elif finding.why:  # the only help there is
        yield _wrapped(finding.why, _INDENT)


def _instead(finding: Finding) -> str:
    offered = _line(_offered(finding))
    return f". Instead: {offered}" if offered else ""


def _offered(finding: Finding) -> str:
    return " / ".join(words.quote(each.text) or "(take it out)" for each in finding.suggestions)


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
