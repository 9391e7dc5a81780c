"""The report as one page to read, keep or send: findings explained, and the text with its marks.

A mark carries the number of its finding, so that nothing depends on colour; the number is a link to
the finding and the finding links back.
"""

from __future__ import annotations

from collections.abc import Iterator

from literacy.exporters import report_words as words
from literacy.exporters.marked_text import marked_text
from literacy.exporters.markup import address, safe
from literacy.exporters.shell import page
from literacy.findings import Checklist, Finding, Report, Score
from literacy.rulebase.model import Source

SHEETS = ("screen.css", "report.css")
_FIGURE_HEAD = ("Figure", "Here", "Usual in leaflets", "What it means, and who says so")


def report_html(report: Report) -> bytes:
    """Return the report as a page that needs no other file."""
    numbers = {
        finding.key: number
        for number, finding in enumerate(
            (each for _, group in words.by_severity(report) for each in group), start=1
        )
    }
    parts = (
        _age(report), _first(report, numbers), _scores(report), _findings(report, numbers),
        marked_text(report, numbers), _checklists(report.checklists), _figures(report),
        _counting(report),
    )  # fmt: skip
    name = safe(report.document.name)
    body = f"<main>\n<h1>How easy is {name} to read?</h1>\n{''.join(parts)}</main>"
    return page(f"Report on {report.document.name}", body, sheets=SHEETS).encode()


def _age(report: Report) -> str:
    name, _ = words.light(report.reading_age)
    note = f"<p>Note: {safe(report.reading_age.note)}</p>\n" if report.reading_age.note else ""
    without = ""
    if report.without_names.value is not None:
        years = words.figure(report.without_names.value)
        without = f"<p>Without the names of conditions, medicines and tests: {years} years.</p>\n"
    said = "".join(f"<p>{safe(text)}</p>\n" for text in report.notes)
    return (
        f'<section class="age {name or "none"}">\n'
        f'<p class="years">{safe(words.reading_age(report.reading_age))}</p>\n{note}{without}'
        f"<p>{safe(words.size(report))} {words.AIM}</p>\n<p>{words.CAUTION}</p>\n{said}</section>\n"
    )


def _first(report: Report, numbers: dict[str, int]) -> str:
    rows = "".join(
        f"<li>{_step(finding, step.gain, numbers)}</li>\n"
        for step in report.next_steps
        if (finding := report.finding(step.finding)) is not None
    )
    return _headed("first", "What to do first", f"<ol>\n{rows}</ol>\n") if rows else ""


def _step(finding: Finding, years: float, numbers: dict[str, int]) -> str:
    gain = words.gain(years)
    number = numbers[finding.key]
    return (
        f'<a href="#finding-{number}">{safe(finding.message)}</a>'
        f"<br>{_where(finding)}{f'<br>This {gain}.' if gain else ''}"
    )


def _scores(report: Report) -> str:
    titles, scales = words.formula_titles(), words.formula_scales()
    rows = "".join(_score(score, titles, scales) for score in report.scores)
    if not rows:
        return ""
    head = "".join(
        f'<th scope="col">{name}</th>' for name in ("Formula", "Score", "Likely range", "Note")
    )
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>"
    return _headed("scores", "Scores", f'<div class="table">{table}</div>\n')


def _score(score: Score, titles: dict[str, str], scales: dict[str, str]) -> str:
    scale = f"<br><small>{safe(scales[score.formula])}</small>" if score.formula in scales else ""
    name = safe(titles.get(score.formula, score.formula))
    cells = (words.figure(score.value), words.between(score), score.note)
    rest = "".join(f"<td>{safe(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row">{name}{scale}</th>{rest}</tr>\n'


def _findings(report: Report, numbers: dict[str, int]) -> str:
    sources = words.sources()
    groups = "".join(
        f"<h3>{title[0].upper()}{title[1:]}</h3>\n"
        + "".join(_finding(report, each, numbers[each.key], sources) for each in findings)
        for title, findings in words.by_severity(report)
    )
    return _headed("findings", "Findings", groups or "<p>Nothing was found.</p>\n")


def _finding(report: Report, finding: Finding, number: int, sources: dict[str, Source]) -> str:
    shown = words.is_marked(report.document, finding.span)
    back = f' <a href="#mark-{number}">See it in the text</a>' if shown else ""
    lines = "".join(f"<p>{line}</p>\n" for line in _lines(finding, sources))
    return (
        f'<article class="finding {finding.severity.value}" id="finding-{number}">\n'
        f"<h4>{number}. {safe(finding.message)}</h4>\n"
        f"<p>{_where(finding)}{back}</p>\n{lines}</article>\n"
    )


def _lines(finding: Finding, sources: dict[str, Source]) -> Iterator[str]:
    for suggestion in finding.suggestions:
        text = safe(suggestion.text) if suggestion.text else "take these words out"
        yield f"Instead: <strong>{text}</strong> ({_SAFETY[suggestion.safety.value]})"
    if finding.why:
        yield f"Why: {safe(finding.why)}"
    if finding.source:
        named = "; ".join(_source(key, sources) for key in finding.source)
        yield f"Source: {named}"


_SAFETY = {"safe": "keeps the meaning", "review": "check that the meaning stays"}


def _source(key: str, sources: dict[str, Source]) -> str:
    source = sources.get(key)
    if source is None:
        return safe(key)
    target = address(source.url)
    title = safe(source.title)
    return f'<a href="{safe(target)}" rel="noreferrer">{title}</a>' if target else title


def _where(finding: Finding) -> str:
    quoted = words.quote(finding.text)
    place = safe(finding.place[:1].upper() + finding.place[1:]) or "In the text"
    return f"{place}: “{safe(quoted)}”" if quoted else place


def _checklists(checklists: tuple[Checklist, ...]) -> str:
    inner = "".join(map(_checklist, checklists))
    return _headed("checklists", "Checklists", inner) if inner else ""


def _checklist(checklist: Checklist) -> str:
    rows = "".join(
        f'<tr><th scope="row">{safe(item.question)}</th><td>{words.answer(item.verdict)}</td>'
        f"<td>{safe(item.evidence)}</td></tr>\n"
        for item in checklist.items
    )
    head = '<th scope="col">Question</th><th scope="col">Answer</th><th scope="col">Seen</th>'
    note = f"<p>{safe(checklist.note)}</p>\n" if checklist.note else ""
    title = f"<h3>{safe(words.checklist_line(checklist))}</h3>\n{note}"
    if not rows:
        return title
    return (
        f'{title}<div class="table"><table>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table></div>\n"
    )


def _figures(report: Report) -> str:
    rows = "".join(
        f'<tr><th scope="row">{words.figure_name(each)}</th><td>{each.value}</td>'
        f"<td>{each.low:g} to {each.high:g}</td><td>{safe(each.meaning)} "
        f"<small>{safe(each.source)}</small></td></tr>\n"
        for each in report.figures
    )
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{each}</th>' for each in _FIGURE_HEAD)
    return _headed(
        "figures",
        "Beyond grades",
        f'<div class="table"><table>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table></div>\n",
    )


def _counting(report: Report) -> str:
    if not report.policy:
        return ""
    return _headed(
        "counting", "How words and sentences are counted", f"<p>{safe(report.policy)}</p>\n"
    )


def _headed(id: str, title: str, inner: str) -> str:
    return f'<section>\n<h2 id="{id}">{title}</h2>\n{inner}</section>\n'
