"""Every check run on a parsed document, and a proposal made for every finding that can have one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from literacy import plugins
from literacy.errors import RuleError
from literacy.findings import Finding, Safety
from literacy.parse import Parsed
from literacy.rewriting.figures import figures_at_once
from literacy.rewriting.propose import propose
from literacy.rulebase.model import Rule

UNEXPLAINED = "unexplained_abbreviation"


def find(parsed: Parsed, rules: Iterable[Rule]) -> Iterator[Finding]:
    """Yield every finding of ``rules`` with its suggestions, in the order of the text.

    Raises:
        RuleError: a rule names a check that does not exist.
    """
    rules = tuple(rules)
    # Nearly every sentence of running text is asked for, and one batch costs least.
    parsed.prepare(sentence for sentence in parsed.sentences if sentence.is_prose)
    # All checks are begun before one is asked for its findings, see ``Parsed.expect``.
    begun = [_begun(parsed, name, group) for name, group in _by_check(rules).items()]
    found = list(chain.from_iterable(begun))
    found.sort(key=lambda finding: (finding.span, finding.rule))
    known = {rule.id: rule for rule in rules}
    proposed = figures_at_once(parsed, propose(parsed, found, known))
    yield from _without_echoes(_without_twins(proposed), known)


def _without_echoes(findings: Iterable[Finding], rules: dict[str, Rule]) -> Iterator[Finding]:
    """Leave out a finding where a rule of the same kind says more about the same words."""
    findings = list(findings)
    most: defaultdict[object, int] = defaultdict(int)
    for one in findings:
        place = one.span, rules[one.rule].kind
        most[place] = max(most[place], _told(one, rules))
    for one in findings:
        if _told(one, rules) == most[one.span, rules[one.rule].kind]:
            yield one


def _told(finding: Finding, rules: dict[str, Rule]) -> int:
    """Return 2 for a proposal, 1 for advice on these words, 0 for advice on any short form."""
    return 2 if finding.suggestions else int(rules[finding.rule].check != UNEXPLAINED)


def _without_twins(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out a finding whose proposals another makes of the same words, with as much proof."""
    kept: dict[object, Finding] = {}
    for finding in findings:
        offered = tuple(suggestion.edits for suggestion in finding.suggestions)
        place = (finding.span, offered) if offered else (finding.span, finding.rule)
        if place not in kept or _safe(finding) > _safe(kept[place]):
            kept[place] = finding
    yield from kept.values()


def _safe(finding: Finding) -> int:
    return sum(suggestion.safety is Safety.SAFE for suggestion in finding.suggestions)


def _begun(parsed: Parsed, name: str, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    if name not in plugins.plugins("literacy.checks"):
        raise RuleError(f"{rules[0].place}: there is no check called {name!r}")
    found: Iterator[Finding] = plugins.load("literacy.checks", name)(parsed, rules)
    return found


def _by_check(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    groups: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        groups[rule.check].append(rule)
    return {name: tuple(group) for name, group in groups.items()}
