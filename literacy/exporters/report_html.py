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
from literacy.findings import Checklist, Finding, Report, Score, Suggestion
from literacy.ranking import FEW, Group, groups
from literacy.rulebase.model import Source

STEPS = 5  # named at the top
SHEETS = ("screen.css", "report.css")
_FIGURE_HEAD = ("Figure", "Here", "Usual in leaflets", "What it means, and who says so")


def report_html(report: Report) -> bytes:
    """Return the report as a page that needs no other file."""
    found = groups(report.findings)
    ordered = [group.first for group in found]
    ordered += [finding for group in found for finding in group.again]
    numbers = {finding.key: number for number, finding in enumerate(ordered, start=1)}
    strong = {group.first.key for group in found[:FEW]}
    parts = (
        _age(report), _first(found, numbers), _scores(report), _findings(report, found, numbers),
        marked_text(report, numbers, strong), _checklists(report.checklists), _figures(report),
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


def _first(found: tuple[Group, ...], numbers: dict[str, int]) -> str:
    rows = "".join(f"<li>{_step(group, numbers)}</li>\n" for group in found[:STEPS])
    return _headed("first", "What to do first", f"<ol>\n{rows}</ol>\n") if rows else ""


def _step(group: Group, numbers: dict[str, int]) -> str:
    said = [_where(group.first), words.again(len(group.again)), words.gained(group)]
    return (
        f'<a href="#finding-{numbers[group.first.key]}">{safe(group.first.message)}</a>'
        f"<br>{'<br>'.join(filter(None, said))}"
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


def _findings(report: Report, found: tuple[Group, ...], numbers: dict[str, int]) -> str:
    sources = words.sources()
    told = [_group(report, group, numbers, sources) for group in found]
    tally = f"<p>{words.tally(report.findings)}.</p>\n" if found else "<p>Nothing was found.</p>\n"
    rest = "".join(told[FEW:])
    if rest:
        hidden = sum(len(group.findings) for group in found[FEW:])
        rest = f"<details>\n<summary>Show the other {hidden} findings</summary>\n{rest}</details>\n"
    return _headed("findings", "Findings", f"{tally}{''.join(told[:FEW])}{rest}")


def _group(
    report: Report, group: Group, numbers: dict[str, int], sources: dict[str, Source]
) -> str:
    """Return a finding in full, with the places where the same is found."""
    finding, number = group.first, numbers[group.first.key]
    lines = "".join(f"<p>{line}</p>\n" for line in _lines(finding, sources))
    return (
        f'<article class="finding {finding.severity.value}" id="finding-{number}">\n'
        f"<h3>{number}. {safe(finding.message)}</h3>\n"
        f"<p>{_where(finding)}{_back(report, finding, number)}</p>\n{lines}"
        f"{_again(report, group, numbers)}</article>\n"
    )


def _again(report: Report, group: Group, numbers: dict[str, int]) -> str:
    if not group.again:
        return ""
    rows = "".join(
        f'<li id="finding-{numbers[each.key]}">{numbers[each.key]}. {_where(each)}{_instead(each)}'
        f"{_back(report, each, numbers[each.key])}</li>\n"
        for each in group.again
    )
    said = words.again(len(group.again))
    return f'<details>\n<summary>{said}</summary>\n<ul class="again">\n{rows}</ul>\n</details>\n'


def _instead(finding: Finding) -> str:
    first = next(iter(finding.suggestions), None)
    return f"<br>Instead: <strong>{_text(first)}</strong>" if first else ""


def _text(suggestion: Suggestion) -> str:
    return safe(suggestion.text) if suggestion.text else "take these words out"


def _back(report: Report, finding: Finding, number: int) -> str:
    shown = words.is_marked(report.document, finding.span)
    return f' <a href="#mark-{number}">See it in the text</a>' if shown else ""


def _lines(finding: Finding, sources: dict[str, Source]) -> Iterator[str]:
    for suggestion in finding.suggestions:
        yield f"Instead: <strong>{_text(suggestion)}</strong> ({_SAFETY[suggestion.safety.value]})"
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
