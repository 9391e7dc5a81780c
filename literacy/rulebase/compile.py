"""All phrases of a set of rules as one automaton: one pass over the text finds every candidate.

A candidate is a rule and a place; whether it is a finding is for ``checks.terms`` to say, which
looks at the sentence around it. Patterns are the few that words cannot say, and are run one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from literacy.document import Span
from literacy.rulebase.model import Rule
from literacy.words.inflect import inflections
from literacy.words.search import at_word_edges, folded
from literacy.words.spelling import spellings

CODE_AFTER = re.compile(r"[-/][A-Z\d]|\s?\d")
CODE_BEFORE = re.compile(r"[A-Z\d][-/]$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a rule's phrase stands. ``phrase`` is the phrase as the rule writes it."""

    rule: Rule
    phrase: str
    span: Span


@dataclass(frozen=True, slots=True)
class Compiled:
    """The automaton, and for each of its forms the rules and phrases it stands for."""

    finder: AhoCorasick
    forms: tuple[tuple[tuple[Rule, str], ...], ...]
    patterns: tuple[tuple[Rule, re.Pattern[str]], ...]

    def candidates(self, text: str) -> Iterator[Candidate]:
        """Yield every candidate in ``text``, overlapping ones too."""
        plain = folded(text)
        for index, start, end in self.finder.find_matches_as_indexes(plain, overlapping=True):
            if at_word_edges(plain, start, end):
                for rule, phrase in self.forms[index]:
                    if _case_fits(rule, phrase, text, start, end):
                        yield Candidate(rule, phrase, Span(start, end))
        for rule, pattern in self.patterns:
            for match in pattern.finditer(text):
                yield Candidate(rule, "", Span(*match.span()))


@lru_cache(maxsize=8)
def compiled(rules: tuple[Rule, ...]) -> Compiled:
    """Compile the phrases of ``rules`` in every inflection and both spellings."""
    forms: dict[str, list[tuple[Rule, str]]] = {}
    patterns = []
    for rule in rules:
        if rule.find is None:
            continue
        if rule.find.pattern:
            patterns.append((rule, re.compile(rule.find.pattern)))
        for form, phrase in _forms(rule):
            forms.setdefault(form, []).append((rule, phrase))
    finder = AhoCorasick(list(forms), MatchKind.Standard)
    return Compiled(finder, tuple(map(tuple, forms.values())), tuple(patterns))


def _forms(rule: Rule) -> Iterator[tuple[str, str]]:
    assert rule.find is not None
    for phrase in rule.find.phrases:
        plain = folded(phrase)
        bent = {plain} if rule.find.exact or rule.find.case else inflections(plain, rule.find.pos)
        for form in sorted({spelt for one in bent for spelt in spellings(one)}):
            yield form, phrase


def _case_fits(rule: Rule, phrase: str, text: str, start: int, end: int) -> bool:
    """Tell whether capitals agree where they count. "ECG-2" and "B/ECG" are codes."""
    if not (rule.find and rule.find.case):
        return True
    is_code = CODE_AFTER.match(text, end) or CODE_BEFORE.search(text[max(0, start - 2) : start])
    return text[start:end] == phrase and not is_code
