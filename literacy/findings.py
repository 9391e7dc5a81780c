"""What analysis says about a document: findings, suggestions, scores, and the report.

The attribute names are those of the JSON report, which flattens a finding's ``span`` into ``start``
and ``end``. All of these are plain frozen data that ``literacy.plain`` writes and reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from literacy.document import Document, Span


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for advice."""
        return list(Severity).index(self)


class Safety(StrEnum):
    """How far a suggestion may be trusted to keep the meaning."""

    SAFE = "safe"  # may be accepted in bulk
    REVIEW = "review"  # one person, one decision


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put ``text`` where ``span`` is. A deletion has empty text, an insertion an empty span."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One way to answer a finding. Its edits are taken together or not at all.

    ``text`` is what the person reads: the new words, or the new sentences.
    """

    edits: tuple[Edit, ...]
    text: str
    safety: Safety = Safety.REVIEW


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in the text that a rule speaks about, with all a person needs to decide.

    ``gain`` is what its first suggestion alone takes off the reading age, in years, found by
    rescoring; below 0 it adds years.
    """

    rule: str
    kind: str
    span: Span
    text: str
    place: str
    message: str
    severity: Severity = Severity.WARNING
    why: str = ""
    source: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    gain: float = 0.0

    @property
    def key(self) -> str:
        return f"{self.rule}@{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class Taken:
    """A suggestion that was taken: its finding, and the words it changed.

    ``span`` counts in the text as it was before any suggestion was taken.
    """

    finding: Finding
    span: Span


@dataclass(frozen=True, slots=True)
class Score:
    """A formula's answer. ``value`` is None when the text cannot carry one, and ``note`` says why.

    ``low`` and ``high`` bound the middle 90% of the values that resampled sentences give.
    """

    formula: str
    value: float | None
    low: float | None = None
    high: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything ``literacy.score`` measures: no language model is needed for it.

    ``reading_age`` is in UK years (its ``formula`` is "reading_age"); ``without_names`` is the same
    with conditions, medicines and tests set aside. ``counts`` maps a count's name to its value.
    """

    reading_age: Score
    without_names: Score
    difficulty: float | None
    scores: tuple[Score, ...]
    counts: dict[str, int]
    policy: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure beyond grades. From ``low`` to ``high`` is what is usual in health leaflets."""

    name: str
    value: float
    low: float
    high: float
    meaning: str
    source: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """A finding to take first. ``gain`` is in years of reading age, worked out by rescoring."""

    finding: str
    gain: float


class Verdict(StrEnum):
    """A checklist answer. ``PERSON`` means that only a person can give it."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A question of a published checklist, the answer a program can give, and its evidence."""

    id: str
    question: str
    verdict: Verdict
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist filled in as far as a program can; ``score`` is the share of yes, in per cent."""

    id: str
    title: str
    score: float | None
    items: tuple[ChecklistItem, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything known about one version of one document."""

    document: Document
    profile: str
    language: str
    words: int
    sentences: int
    reading_age: Score
    without_names: Score
    difficulty: float | None
    scores: tuple[Score, ...]
    findings: tuple[Finding, ...]
    next_steps: tuple[NextStep, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    counts: dict[str, int] | None = None
    policy: str = ""
    notes: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()

    def finding(self, key: str) -> Finding | None:
        return next((finding for finding in self.findings if finding.key == key), None)


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that a lay reader needs help with: ``text[start:end] == .text``.

    ``difficulty`` runs from 1 (easy) to 6 (hard). ``gloss`` is empty where the rule base has none.
    """

    start: int
    end: int
    text: str
    difficulty: float
    gloss: str = ""
