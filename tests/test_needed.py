import re

import pytest

from literacy.rulebase.load import standard_rules
from literacy.rulebase.needed import DIGIT, needed
from literacy.words.search import folded


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bprior to\b", "prior to"),
        (r"\b[Ff]a?eces\b", "eces"),
        (r"(?i)\bCAN['’]T\b", "can't"),
        (r"(?:once|twice) daily", " daily"),
        (r"(\d+) ?(?:mg|ml)", DIGIT),
        (r"(?:IV|oral)?", ""),
        (r"[^a]", ""),
        (r"[a-c]", ""),
        (r"(?<!not )now(?! and then)", "now"),
        (r"(?:very )+late", "very "),
        (r"(a)\1", "a"),
    ],
)
def test_the_longest_text_in_every_match_is_found(pattern, text):
    assert needed(pattern) == text


def test_every_pattern_needs_only_what_its_examples_hold():
    for rule in standard_rules():
        for example in rule.bad if rule.find and rule.find.pattern else ():
            must = needed(rule.find.pattern)
            found = [match[0] for match in re.finditer(rule.find.pattern, example.text)]
            assert all(must in folded(text) or must == DIGIT for text in found), rule.id
