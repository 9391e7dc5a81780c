"""A rule as data: what to look for, what to say, why, and examples that prove it.

The file ``rules/README.md`` tells how to write one; ``load`` reads them; ``compile`` turns all
phrases into one pass. A rule never holds code: what a phrase cannot say, a named check does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from literacy.document import Document, Span
from literacy.findings import Finding, Safety, Severity

MARK = re.compile(
    r"\[(?P<old>[^\[\]]+?)(?:\s*->\s*(?P<new>[^\[\]]*))?\]"
    r"|\{(?P<old2>[^{}]*?)\s*->\s*(?P<new2>[^{}]*)\}"
)


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the found words in brackets: ``Take it [prior to -> before] food.``

    ``span`` is the mark, which a bad example has and a good one has not. ``fixed`` is the text
    after the first suggestion, or None where the mark gives no new words. What the suggestion
    changes outside the mark stands in braces: ``{an -> a} [acute -> sudden] pain``.
    """

    text: str
    span: Span | None
    fixed: str | None

    @classmethod
    def parse(cls, marked: str) -> Example:
        text, fixed, end = "", "", 0
        span = None
        given = False
        for match in MARK.finditer(marked):
            between, end = marked[end : match.start()], match.end()
            old, new = match["old"] or match["old2"] or "", match["new"]
            new = new if match["old"] else match["new2"]
            text, fixed = text + between, fixed + between
            if match["old"]:
                span = Span(len(text), len(text) + len(old))
            given = given or new is not None
            text, fixed = text + old, fixed + (old if new is None else new)
        return cls(text + marked[end:], span, fixed + marked[end:] if given else None)


@dataclass(frozen=True, slots=True)
class Find:
    """What a rule looks for. Exactly one of ``phrases`` and ``pattern`` is given.

    ``pos`` narrows the head word to one part of speech (NOUN, VERB, ADJ, ADV). ``exact`` switches
    inflection off, ``case`` makes upper and lower case count. ``pattern`` is a regular expression.
    """

    phrases: tuple[str, ...] = ()
    pos: str = ""
    exact: bool = False
    case: bool = False
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """One test of a hit's surroundings: ``object: [medicine, dose]``. One listed word is enough.

    With ``kind`` "phrase", ``words`` are phrases that the hit must be part of.
    """

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of a rule file. ``kind`` is the name of the folder or file it stands in."""

    id: str
    kind: str
    why: str
    source: tuple[str, ...]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    find: Find | None = None
    say: tuple[str, ...] = ()
    gloss: str = ""
    when: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    check: str = "terms"
    limit: float = 0
    message: str = ""
    severity: Severity = Severity.WARNING
    safety: Safety = Safety.REVIEW
    place: str = ""  # file and line, for errors

    def __hash__(self) -> int:
        return hash(self.id)  # a tuple of thousands of rules is looked up at every check

    def finding(self, document: Document, span: Span, message: str = "") -> Finding:
        """Return a finding of this rule at ``span``; ``message`` defaults to the rule's own.

        A reason that is the whole message is not told twice.
        """
        block = document.block_at(span)
        told = message or self.message
        return Finding(
            rule=self.id,
            kind=self.kind,
            span=span,
            text=document.slice(span),
            place=block.place if block else "",
            message=told,
            severity=self.severity,
            why="" if told == self.why else self.why,
            source=self.source,
        )


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from: an entry of ``sources.yml``."""

    id: str
    title: str
    url: str = ""
    licence: str = ""
    notice: str = ""
