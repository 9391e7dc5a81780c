"""PEMAT-P and the CDC Clear Communication Index, filled in as far as a program can see.

Each item is a question with the evidence found. Where only a person can judge, the verdict says so:
the score is of the answered items alone, and its note says how many wait for a person. Item numbers
are those of the published checklists; the questions are in our own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from literacy.checks.actions import active_share, instructions, says_you
from literacy.document import BlockKind
from literacy.findings import Checklist, ChecklistItem, Finding, Verdict
from literacy.parse import Parsed

ACTIVE_ENOUGH = 0.8  # PEMAT item 5
MOST_ITEMS = 7  # CDC item 8
HARD_WORDS = 3  # hard words in 100 that everyday language may hold; our own bound
CALCULATION = re.compile(r"\b(?:divide|multiply|subtract|add up|work out|calculate)\b", re.I)
CHANCE = re.compile(
    r"\d\s?%|per\s?cent|\b(?:\d+|one|two|a few|most) (?:in|out of) (?:every )?\d|"
    r"\b(?:risks?|chances?|likely|rare(?:ly)?|common(?:ly)?)\b",
    re.I,
)
STEPS = re.compile(r"\b(?:first|then|next|after that|finally|step \d)\b", re.I)
SUMMARY = re.compile(r"\b(?:summary|key points|at a glance|remember|in short|main points)\b", re.I)

Findings = tuple[Finding, ...]


def pemat(parsed: Parsed, findings: Findings) -> Checklist:
    """Return PEMAT-P (Shoemaker, Wolf and Brach 2014); 70% or more is the usual bar."""
    items = (
        _person("pemat-1", "Is its purpose clear at once?"),
        _person("pemat-2", "Is everything in it needed?"),
        _everyday("pemat-3", parsed, findings),
        _terms_explained("pemat-4", findings),
        _active("pemat-5", parsed),
        _clear_numbers("pemat-6", parsed, findings),
        _no_sums("pemat-7", parsed),
        _short_parts("pemat-8", parsed, findings),
        _headings("pemat-9", parsed),
        _person("pemat-10", "Does it come in a logical order?"),
        _found("pemat-11", "Is there a summary?", parsed, SUMMARY),
        _cues("pemat-12", parsed),
        *_pictures(parsed),
        _tables("pemat-19", parsed),
        _an_action("pemat-20", parsed),
        _speaks_to_reader("pemat-21", parsed),
        _steps("pemat-22", parsed),
        _person("pemat-23", "Is there a tool to act with, such as a diary or a tick list?"),
        *_picture_actions(parsed),
    )
    return _checklist("pemat", "PEMAT-P: easy to understand and to act on", items)


def cdc_index(parsed: Parsed, findings: Findings) -> Checklist:
    """Return the CDC Clear Communication Index (2013); 90% or more is the usual bar."""
    items = (
        _person("cdc-1", "Is there one main message?"),
        _person("cdc-2", "Does the main message come first?"),
        _cues("cdc-3", parsed),
        _person("cdc-4", "Does a picture carry the main message?"),
        _an_action("cdc-5", parsed),
        _active("cdc-6", parsed),
        _terms_explained("cdc-7", findings),
        _lists("cdc-8", parsed),
        _headings("cdc-9", parsed),
        _person("cdc-10", "Does the most important point come first?"),
        _person("cdc-11", "Does it say what is known and what is not?"),
        _person("cdc-12", "Does it say what to do?"),
        _person("cdc-13", "Does it say why that matters to the reader?"),
        _steps("cdc-14", parsed),
        _clear_numbers("cdc-15", parsed, findings),
        _person("cdc-16", "Does it say what the numbers mean?"),
        _no_sums("cdc-17", parsed),
        _person("cdc-18", "Does it say what the risk is?"),
        _person("cdc-19", "Does it give both the good and the bad?"),
        _risk_in_words("cdc-20", parsed, findings),
    )
    return _checklist("cdc_index", "CDC Clear Communication Index", items)


def _checklist(id: str, title: str, items: tuple[ChecklistItem, ...]) -> Checklist:
    yes = sum(item.verdict is Verdict.YES for item in items)
    no = sum(item.verdict is Verdict.NO for item in items)
    waiting = sum(item.verdict is Verdict.PERSON for item in items)
    score = round(100 * yes / (yes + no), 1) if yes + no else None
    note = f"From {yes + no} items that a program can answer. {waiting} wait for a person."
    return Checklist(id, title, score, items, note)


def _person(id: str, question: str, evidence: str = "") -> ChecklistItem:
    return ChecklistItem(id, question, Verdict.PERSON, evidence)


def _item(id: str, question: str, yes: bool, evidence: str) -> ChecklistItem:
    return ChecklistItem(id, question, Verdict.YES if yes else Verdict.NO, evidence)


def _absent(id: str, question: str, evidence: str) -> ChecklistItem:
    return ChecklistItem(id, question, Verdict.NOT_APPLICABLE, evidence)


def _of(findings: Findings, *kinds: str) -> Findings:
    return tuple(finding for finding in findings if finding.kind in kinds)


def _everyday(id: str, parsed: Parsed, findings: Findings) -> ChecklistItem:
    hard = len(_of(findings, "everyday", "medical"))
    words = max(1, len(parsed.document.text.split()))
    share = 100 * hard / words
    question = "Is the language everyday language?"
    return _item(id, question, share <= HARD_WORDS, f"{hard} hard words, {share:.1f} in 100.")


def _terms_explained(id: str, findings: Findings) -> ChecklistItem:
    left = _of(findings, "explain", "abbreviations")
    names = ", ".join(dict.fromkeys(finding.text for finding in left[:8]))
    question = "Is each term that must be there explained?"
    return _item(id, question, not left, f"Not explained: {names}." if left else "None left.")


def _active(id: str, parsed: Parsed) -> ChecklistItem:
    share = active_share(parsed)
    question = "Is at least 80% of it in the active voice?"
    if share is None:
        return _absent(id, question, "There are no sentences.")
    return _item(id, question, share >= ACTIVE_ENOUGH, f"{share:.0%} of sentences are active.")


def _clear_numbers(id: str, parsed: Parsed, findings: Findings) -> ChecklistItem:
    question = "Are the numbers whole, familiar and clear?"
    if not re.search(r"\d", parsed.document.text):
        return _absent(id, question, "There are no numbers.")
    wrong = _of(findings, "numbers")
    return _item(id, question, not wrong, f"{len(wrong)} findings about numbers.")


def _no_sums(id: str, parsed: Parsed) -> ChecklistItem:
    question = "Is the reader spared any sums?"
    if not re.search(r"\d", parsed.document.text):
        return _absent(id, question, "There are no numbers.")
    if found := CALCULATION.search(parsed.document.text):
        return _person(id, question, f"It says “{found[0]}”.")
    return _item(id, question, True, "Nothing asks for a sum.")


def _short_parts(id: str, parsed: Parsed, findings: Findings) -> ChecklistItem:
    long = [finding for finding in findings if finding.rule == "sentences.long-paragraph"]
    question = "Does it come in short parts?"
    return _item(id, question, not long, f"{len(long)} long paragraphs.")


def _headings(id: str, parsed: Parsed) -> ChecklistItem:
    count = sum(block.kind is BlockKind.HEADING for block in parsed.document.blocks)
    return _item(id, "Do its parts have headings?", count > 1, f"{count} headings.")


def _found(id: str, question: str, parsed: Parsed, pattern: re.Pattern[str]) -> ChecklistItem:
    match = pattern.search(parsed.document.text)
    return _person(id, question, f"It says “{match[0]}”." if match else "None was seen.")


def _cues(id: str, parsed: Parsed) -> ChecklistItem:
    kinds = {block.kind for block in parsed.document.blocks}
    seen = bool(parsed.document.marks) or BlockKind.LIST_ITEM in kinds
    question = "Do lists or bold words point to what matters?"
    return _item(id, question, seen, "There are some." if seen else "There are none.")


def _pictures(parsed: Parsed) -> Iterator[ChecklistItem]:
    count = len(parsed.document.assets)
    questions = (
        "Is there a picture wherever one would help?",
        "Do pictures help rather than distract?",
        "Do pictures have titles or captions?",
        "Are pictures clear?",
    )
    for number, question in enumerate(questions, start=15):
        if number > 15 and not count:
            yield _absent(f"pemat-{number}", question, "There are no pictures.")
        else:
            yield _person(f"pemat-{number}", question, f"{count} pictures.")


def _picture_actions(parsed: Parsed) -> Iterator[ChecklistItem]:
    yield _person("pemat-24", "Does it explain how to use any charts or tables?")
    yield _person("pemat-25", "Do pictures help the reader to act?")
    yield _person("pemat-26", "Does it help the reader to remember the steps?")


def _tables(id: str, parsed: Parsed) -> ChecklistItem:
    cells = [block.cell for block in parsed.document.blocks if block.cell]
    question = "Are tables simple, with headings to their rows or columns?"
    if not cells:
        return _absent(id, question, "There are no tables.")
    tables = {cell.table for cell in cells}
    headed = {cell.table for cell in cells if cell.is_header}
    evidence = f"{len(headed)} of {len(tables)} tables have a heading row."
    return _item(id, question, headed == tables, evidence)


def _an_action(id: str, parsed: Parsed) -> ChecklistItem:
    found = instructions(parsed)
    seen = "1 instruction:" if len(found) == 1 else f"{len(found)} instructions, such as"
    evidence = f"{seen} “{found[0]}”" if found else "None was seen."
    return _item(id, "Does it ask the reader to do something?", bool(found), evidence)


def _speaks_to_reader(id: str, parsed: Parsed) -> ChecklistItem:
    count = says_you(parsed)
    question = "Does it speak to the reader as “you”?"
    return _item(id, question, count > 0, f"“You” or “your” {count} times.")


def _steps(id: str, parsed: Parsed) -> ChecklistItem:
    ordered = sum(block.ordered for block in parsed.document.blocks)
    if ordered:
        return _item(id, "Is what to do broken into steps?", True, f"{ordered} numbered steps.")
    return _found(id, "Is what to do broken into steps?", parsed, STEPS)


def _lists(id: str, parsed: Parsed) -> ChecklistItem:
    blocks = parsed.document.blocks
    groups = groupby(blocks, key=lambda block: block.kind is BlockKind.LIST_ITEM)
    lengths = [len(list(group)) for is_list, group in groups if is_list]
    question = "Are there lists, none longer than 7 items?"
    if not lengths:
        return _item(id, question, False, "There are no lists.")
    return _item(id, question, max(lengths) <= MOST_ITEMS, f"The longest has {max(lengths)}.")


def _risk_in_words(id: str, parsed: Parsed, findings: Findings) -> ChecklistItem:
    question = "Is each chance given in numbers, and in words or a picture too?"
    if not CHANCE.search(parsed.document.text):
        return _absent(id, question, "No chance is given.")
    bare = [finding for finding in findings if finding.rule == "numbers.risk-word"]
    if bare:
        return _item(id, question, False, f"{len(bare)} risk words stand without a number.")
    return _person(id, question, "Each risk word has a number beside it.")
