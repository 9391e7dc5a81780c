"""All phrases of a set of rules as one automaton: one pass over the text finds every candidate.

A candidate is a rule and a place; whether it is a finding is for ``checks.terms`` to say, which
looks at the sentence around it. Patterns are the few that words cannot say, and are run one by one
where the text holds what they need.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from literacy.document import Span
from literacy.rulebase.kept import kept
from literacy.rulebase.load import standard_rules
from literacy.rulebase.model import Find, Rule
from literacy.rulebase.needed import DIGIT, needed
from literacy.words.inflect import inflections
from literacy.words.search import at_word_edges, folded
from literacy.words.spelling import spellings

# "ICU-2" and "Ward ECG 4" are codes; "BP 140/90" and "Hb 95" are readings.
CODE_AFTER = re.compile(r"[-/][A-Z\d]|\d|\s\d(?![\d./])")
CODE_BEFORE = re.compile(r"[A-Z\d][-/]$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a rule's phrase stands. ``phrase`` is the phrase as the rule writes it."""

    rule: Rule
    phrase: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """The automaton, and for each of its forms the rules and phrases it stands for."""

    finder: AhoCorasick
    forms: tuple[tuple[tuple[Rule, str], ...], ...]
    patterns: tuple[tuple[Rule, re.Pattern[str], str], ...]  # and what the text must hold

    def candidates(self, text: str) -> Iterator[Candidate]:
        """Yield every candidate in ``text``, overlapping ones too."""
        plain = folded(text)
        for index, start, end in self.finder.find_matches_as_indexes(plain, overlapping=True):
            if at_word_edges(plain, start, end):
                for rule, phrase in self.forms[index]:
                    if _case_fits(rule, phrase, text, start, end):
                        yield Candidate(rule, phrase, Span(start, end))
        has_digit = bool(re.search(r"\d", text))
        for rule, pattern, must in self.patterns:
            if must in plain or (must == DIGIT and has_digit):
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
            pattern = rule.find.pattern
            patterns.append((rule, re.compile(pattern), needed(pattern)))
        for form, phrase in _forms(rule):
            forms.setdefault(form, []).append((rule, phrase))
    finder = AhoCorasick(list(forms), MatchKind.Standard)
    return Compiled(finder, tuple(map(tuple, forms.values())), tuple(patterns))


def _forms(rule: Rule) -> Iterator[tuple[str, str]]:
    assert rule.find is not None
    for phrase in rule.find.phrases:
        known = standard_forms().get(_key(rule.find, phrase))
        for form in known or _worked_out(rule.find, phrase):
            yield form, phrase


@cache
def standard_forms() -> dict[str, list[str]]:
    """Return the forms of every phrase of our own rules. To bend a word takes a while."""
    finds = [rule.find for rule in standard_rules() if rule.find]
    asked = {_key(find, phrase): (find, phrase) for find in finds for phrase in find.phrases}
    forms: dict[str, list[str]] = kept(
        "forms", lambda: {key: _worked_out(*pair) for key, pair in asked.items()}
    )
    return forms


def _key(find: Find, phrase: str) -> str:
    return f"{'exact' if find.exact or find.case else find.pos}:{phrase}"


def _worked_out(find: Find, phrase: str) -> list[str]:
    plain = folded(phrase)
    bent = {plain} if find.exact or find.case else inflections(plain, find.pos)
    return sorted({spelt for one in bent for spelt in spellings(one)})


def _case_fits(rule: Rule, phrase: str, text: str, start: int, end: int) -> bool:
    """Tell whether capitals agree where they count. "ECG-2" and "B/ECG" are codes."""
    if not (rule.find and rule.find.case):
        return True
    is_code = CODE_AFTER.match(text, end) or CODE_BEFORE.search(text[max(0, start - 2) : start])
    return text[start:end] == phrase and not is_code
