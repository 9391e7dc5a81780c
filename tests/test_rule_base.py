"""The rules as a whole: none undoes another, none says again what another says."""

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches

import pytest

from literacy.checks.terms import ADVICE
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


@pytest.mark.parametrize("rule", [r for r in RULES if r.gloss], ids=lambda rule: rule.id)
def test_an_explanation_names_what_it_explains(rule: Rule) -> None:
    """Beside "pertussis", "Whooping cough is a long-lasting cough" leaves a reader guessing."""
    assert rule.find is not None
    assert [p for p in rule.find.phrases if not _is_named(p, rule.gloss)] == []


def _is_named(phrase: str, gloss: str) -> bool:
    """Tell whether a gloss holds the phrase, a word of it, or its short or full form."""
    plain, words = folded(gloss), _words(folded(phrase))
    if any(re.search(rf"\b{re.escape(_stem(word))}", plain) for word in words if len(word) > 2):
        return True
    joined = "".join(words)
    longer = [word for word in _words(plain) if len(word) > 3]
    if any(_stem(word) in joined for word in longer) or get_close_matches(joined, longer, 1, 0.8):
        return True
    shorts = re.findall(r"\b[A-Z]{2,6}(?=s?\b)", gloss)
    return _stands_for(phrase, gloss) or any(_stands_for(short, phrase) for short in shorts)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text)


def _stem(word: str) -> str:
    return word[: max(4, len(word) - 4)]


def _stands_for(short: str, full: str) -> bool:
    """Tell whether the letters of a short form stand in the full one, in order."""
    letters = iter(folded(full))
    return len(short) <= 8 and all(letter in letters for letter in re.sub(r"\W", "", short.lower()))


def test_no_example_stands_twice() -> None:
    seen = defaultdict(list)
    for rule in RULES:
        for example in (*rule.bad, *rule.good):
            seen[example.text].append(rule.id)
    assert {text: ids for text, ids in seen.items() if len(set(ids)) < len(ids)} == {}


def test_a_rule_that_only_marks_says_what_to_write_instead() -> None:
    silent = [
        rule.id
        for rule in RULES
        if rule.kind in ("everyday", "medical") and not (rule.say or rule.gloss or rule.message)
        if not rule.why.startswith(ADVICE)
    ]
    assert silent == []


def test_reasons_are_of_their_own() -> None:
    """A template repeated over rules tells a writer nothing about the word before them."""
    seen = defaultdict(list)
    for rule in RULES:
        seen[rule.why].append(rule.id)
    assert {why: ids for why, ids in seen.items() if len(ids) > 100} == {}
