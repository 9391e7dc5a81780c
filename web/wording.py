"""The words of the page that depend on a result. They follow our own rules: short and plain."""

from __future__ import annotations

from literacy.errors import ReadKind
from literacy.findings import Safety, Score, Severity, Verdict

from .records import State, Work

TARGET, LIMIT = 11, 13  # years of reading age: on target up to the first, too hard above the second

KINDS = {
    ReadKind.ENCRYPTED: (
        "This file is locked",
        "Take the password off the file. Then upload it again.",
    ),
    ReadKind.CORRUPT: (
        "This file is damaged",
        "Open the file in the program that made it. Save a new copy. Then upload the copy.",
    ),
    ReadKind.EMPTY: ("This file is empty", "Check that you chose the right file."),
    ReadKind.NO_TEXT: (
        "This file has no text",
        "It may be a scan. Find the file it was printed from, or type the text into a new file.",
    ),
    ReadKind.UNSUPPORTED: (
        "We cannot read this kind of file",
        "Save it as a Word file (.docx) or a PDF. You can also paste its text.",
    ),
    ReadKind.TOO_LARGE: (
        "This file is too large",
        "Split it into parts, or take large pictures out. You can also paste its text.",
    ),
    ReadKind.TOO_SLOW: (
        "This file takes too long",
        "Split it into parts and try each part. You can also paste its text.",
    ),
    ReadKind.TOO_COMPLEX: (
        "This file is too complex",
        "Save a simpler copy, or paste its text.",
    ),
}
FAULT = ("Something went wrong", "This is our fault, not yours. Please try again.")

STATES = {
    State.WAITING: "Waiting its turn",
    State.READING: "Reading the file",
    State.CHECKING: "Checking the words",
    State.WRITING: "Writing the results",
    State.READY: "Ready",
    State.FAILED: "Could not be done",
}
STEPS = (State.WAITING, State.READING, State.CHECKING, State.WRITING, State.READY)

SEVERITIES = {
    Severity.ERROR: "Must change",
    Severity.WARNING: "Should change",
    Severity.ADVICE: "Think about it",
}
SAFETIES = {
    Safety.SAFE: "Safe to accept",
    Safety.REVIEW: "Check the meaning first",
}
VERDICTS = {
    Verdict.YES: "Yes",
    Verdict.NO: "No",
    Verdict.NOT_APPLICABLE: "Does not apply",
    Verdict.PERSON: "A person must say",
}
FORMULAS = {
    "reading_age": "UK reading age",
    "flesch_kincaid_grade": "Flesch-Kincaid grade",
    "smog_index": "SMOG",
    "gunning_fog": "Gunning Fog",
    "flesch_reading_ease": "Flesch reading ease",
    "coleman_liau_index": "Coleman-Liau",
    "automated_readability_index": "Automated readability index",
    "dale_chall_readability_score": "Dale-Chall",
    "new_dale_chall_readability_score": "New Dale-Chall",
    "spache_readability": "Spache",
    "linsear_write_formula": "Linsear Write",
    "lix": "LIX",
    "rix": "RIX",
    "mcalpine_eflaw": "McAlpine EFLAW",
    "forcast": "FORCAST",
}
MEANINGS = {
    "smog_index": "US school grade. Add 5 for a UK age.",
    "flesch_kincaid_grade": "US school grade. Add 5 for a UK age.",
    "gunning_fog": "US school grade. Add 5 for a UK age.",
    "coleman_liau_index": "US school grade. Add 5 for a UK age.",
    "automated_readability_index": "US school grade. Add 5 for a UK age.",
    "linsear_write_formula": "US school grade. Add 5 for a UK age.",
    "dale_chall_readability_score": "Up to 5 is easy. 8 or more is hard.",
    "new_dale_chall_readability_score": "A high score is easy.",
    "spache_readability": "US school grade, for young children's books.",
    "forcast": "US school grade, for forms and lists.",
    "flesch_reading_ease": "From 0 (hard) to 100 (easy). Aim for 70 or more.",
    "lix": "Up to 30 is easy. 50 or more is hard.",
    "rix": "Up to 2 is easy. 5 or more is hard.",
    "mcalpine_eflaw": "For people new to English. Aim for 20 or less.",
}
DIFFICULTIES = {
    1: "Its words are ones that people use each day.",
    2: "Most words are plain, and a few may be new to some readers.",
    3: "Many sentences have a word that some readers will not know.",
    4: "Most sentences have hard words, and many readers will need help.",
    5: "Most readers will need someone to explain it.",
    6: "It is written for people who work in health.",
}
WORKS = {
    Work.CHECK: "Checking your leaflet",
    Work.REVISE: "Making your changes",
    Work.COMPOSE: "Making your Easy Read draft",
}


def kind_words(kind: str) -> tuple[str, str]:
    """Return the heading for a kind of error and what the person can do."""
    return KINDS.get(ReadKind(kind), FAULT) if kind in set(ReadKind) else FAULT


def light(age: float | None) -> str:
    """Return "green", "amber", "red" or, without an age, "none"."""
    if age is None:
        return "none"
    return "green" if age <= TARGET else "amber" if age <= LIMIT else "red"


def light_words(age: float | None) -> str:
    return {
        "green": "On target",
        "amber": "A little too hard",
        "red": "Too hard",
        "none": "No score",
    }[light(age)]


def age_meaning(score: Score) -> str:
    """Say what a reading age means for the people who get the leaflet."""
    if score.value is None:
        return score.note or "There is too little text to give a reading age."
    years = round(score.value)
    if score.value <= TARGET:
        return f"Most people aged {years} can read this. NHS leaflets aim for 9 to 11."
    return f"A reader needs the skills of a {years} year old. NHS leaflets aim for 9 to 11."


def difficulty_meaning(difficulty: float | None) -> str:
    """Say in one sentence what a difficulty from 1 to 6 means."""
    if difficulty is None:
        return ""
    return DIFFICULTIES[min(max(round(difficulty), 1), 6)]


def harder(years: float) -> str:
    return f"This makes it harder by {_in_years(years)}."


def quoted(text: str) -> str:
    """Return the words of a finding without the white space and commas around them."""
    return text.strip(" \n,;:") or text


def change(before: Score, after: Score) -> str:
    """Say what the accepted changes do to the reading age."""
    if before.value is None or after.value is None:
        return ""
    harder = round(after.value - before.value, 1)
    if not harder:
        return "Your changes keep the reading age as it was."
    words = "harder" if harder > 0 else "easier"
    return f"Your changes make it {words} by {_in_years(abs(harder))}."


def number(value: float | None) -> str:
    return "none" if value is None else f"{value:.1f}".removesuffix(".0")


def spread(score: Score) -> str:
    """Return a score's range in words."""
    if score.low is None or score.high is None:
        return ""
    return f"{number(score.low)} to {number(score.high)}"


def kind_label(kind: str) -> str:
    """Return the name of a kind of finding, from its key in the rule base."""
    return kind.replace("-", " ").replace("_", " ").capitalize()


def again(count: int) -> str:
    """Say in how many more places a thing is found."""
    return f"We found it in {count} more {'place' if count == 1 else 'places'}."


def years(gain: float) -> str:
    """Say how much a change would help."""
    if gain < 0.05:
        return "Helps the reader"
    return f"Lowers the reading age by about {_in_years(max(gain, 0.1))}"


def _in_years(value: float) -> str:
    figure = number(value)
    return f"{figure} {'year' if figure == '1' else 'years'}"
