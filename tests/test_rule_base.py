"""The rules as a whole: none undoes another, none says again what another says."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from literacy.rulebase.compile import compiled
from literacy.rulebase.load import standard_rules
from literacy.rulebase.model import Rule
from literacy.words.search import folded

RULES = standard_rules()
# Rules that speak wherever their words stand: the others look at what is around first.
ALWAYS = tuple(rule for rule in RULES if rule.find and not (rule.when or rule.unless or rule.gloss))


def test_no_two_rules_look_for_the_same_words_in_the_same_place() -> None:
    claimed = defaultdict(list)
    for rule in RULES:
        if rule.find and not rule.when:
            for phrase in rule.find.phrases:
                words = phrase if rule.find.case else folded(phrase)
                claimed[words, rule.find.pos, rule.unless].append(rule.id)
    assert [(key[0], ids) for key, ids in claimed.items() if len(ids) > 1] == []


def test_no_plain_words_hold_what_another_rule_replaces() -> None:
    assert [(rule.id, *fight) for rule in RULES for fight in _fights(rule)] == []


def _fights(rule: Rule) -> Iterator[tuple[str, str]]:
    if rule.find is None or rule.find.pattern:
        return
    for say in rule.say:
        for found in compiled(ALWAYS).candidates(say.replace("{", "").replace("}", "")):
            other = found.rule
            if other.id != rule.id and other.find and not (other.find.pos or other.find.pattern):
                yield other.id, say


@pytest.mark.parametrize("rule", [r for r in RULES if r.gloss], ids=lambda rule: rule.id)
def test_an_explanation_is_one_whole_sentence(rule: Rule) -> None:
    assert rule.gloss[:2].lower() != rule.gloss[:2]  # "hCG is" begins small
    assert rule.gloss.endswith(".")
    assert ". " not in rule.gloss


def test_no_example_stands_twice() -> None:
    seen = defaultdict(list)
    for rule in RULES:
        for example in (*rule.bad, *rule.good):
            seen[example.text].append(rule.id)
    assert {text: ids for text, ids in seen.items() if len(set(ids)) < len(ids)} == {}


def test_reasons_are_of_their_own() -> None:
    """A template repeated over rules tells a writer nothing about the word before them."""
    seen = defaultdict(list)
    for rule in RULES:
        seen[rule.why].append(rule.id)
    assert {why: ids for why, ids in seen.items() if len(ids) > 100} == {}
