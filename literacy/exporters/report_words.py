"""What the reports for people say alike: the reading age in words, names of formulas and sources.

A light is never only a colour: each has its word, and what it means for the writer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from literacy.document import Document, Span
from literacy.findings import Checklist, Figure, Finding, Report, Score, Severity, Verdict
from literacy.folders import rules_folder
from literacy.measure.formulas import FORMULAS
from literacy.ranking import Group, gain
from literacy.rulebase.load import load_sources
from literacy.rulebase.model import Source

AIM = "Aim for a reading age of 9 to 11."
CAUTION = "A reading age is a rough guide. It cannot tell whether people understand the leaflet."
_GREEN, _AMBER = 11.5, 13.5  # so that 11.4, shown as about 11, is green
_LONGEST_QUOTE = 90
_ANSWERS = {
    Verdict.YES: "Yes",
    Verdict.NO: "No",
    Verdict.NOT_APPLICABLE: "Does not apply",
    Verdict.PERSON: "A person must answer",
}
_ONE = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "piece of advice"}
_MANY = {
    Severity.ERROR: "errors",
    Severity.WARNING: "warnings",
    Severity.ADVICE: "pieces of advice",
}


def light(score: Score) -> tuple[str, str]:
    """Return the traffic light of a reading age and what it means; both empty without a value."""
    if score.value is None:
        return "", ""
    if score.value < _GREEN:
        return "green", "most people can read this"
    if score.value < _AMBER:
        return "amber", "many people will find this hard"
    return "red", "most people will find this hard"


def reading_age(score: Score) -> str:
    """Return a reading age as a sentence, with its range."""
    if score.value is None:
        return "There is no reading age for this text."
    name, meaning = light(score)
    return (
        f"Reading age {figure(score.value)} years{_range(score)}. {name.capitalize()}: {meaning}."
    )


def figure(value: float | None) -> str:
    return "none" if value is None else f"{value:.1f}"


def between(score: Score) -> str:
    """Return "7.9 to 9.1", or nothing where the range is not known."""
    if score.low is None or score.high is None:
        return ""
    return f"{figure(score.low)} to {figure(score.high)}"


def _range(score: Score) -> str:
    return f" (likely {between(score)})" if between(score) else ""


def formula_titles() -> dict[str, str]:
    return {formula.key: formula.title for formula in FORMULAS}


def formula_scales() -> dict[str, str]:
    return {formula.key: formula.scale for formula in FORMULAS}


def sources() -> dict[str, Source]:
    return load_sources(rules_folder() / "sources.yml")


def size(report: Report) -> str:
    """Return how long the text is, and how hard its sentences are."""
    hard = "" if report.difficulty is None else f" Difficulty {figure(report.difficulty)} of 6."
    return f"{_count(report.words, 'word')} in {_count(report.sentences, 'sentence')}.{hard}"


def tally(findings: Iterable[Finding]) -> str:
    """Return "1 error, 3 warnings and 2 pieces of advice"."""
    counts = Counter(finding.severity for finding in findings)
    said = [
        f"{counts[each]} {_ONE[each] if counts[each] == 1 else _MANY[each]}"
        for each in Severity
        if counts[each]
    ]
    return " and ".join(filter(None, (", ".join(said[:-1]), *said[-1:])))


def again(count: int) -> str:
    """Return how often a thing is found once more."""
    return f"The same is found in {_count(count, 'more place')}." if count else ""


def gained(group: Group) -> str:
    """Return what a group gains, or nothing where it is too little to name."""
    years = sum(map(gain, group.findings))
    if years < 0.05:
        return ""
    all_of_it = "These take" if group.again else "This takes"
    return f"{all_of_it} off about {years:.1f} years."


def quote(text: str) -> str:
    """Return a text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[: _LONGEST_QUOTE - 1].rstrip()}…"


def answer(verdict: Verdict) -> str:
    return _ANSWERS[verdict]


def checklist_line(checklist: Checklist) -> str:
    """Return the title and score of a checklist, and how many answers are still missing."""
    score = "no score yet" if checklist.score is None else f"{checklist.score:.0f}%"
    asked = sum(item.verdict is Verdict.PERSON for item in checklist.items)
    left = f"; {_count(asked, 'question')} for a person" if asked else ""
    return f"{checklist.title}: {score}{left}"


def is_marked(document: Document, span: Span) -> bool:
    """Tell whether a finding is marked in the text; one about many blocks is only listed."""
    return document.block_at(span) is not None


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def figure_name(figure: Figure) -> str:
    """Return the name of a figure as people write it."""
    return figure.name.replace("_", " ").capitalize()
