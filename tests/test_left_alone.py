"""Words that were looked at and are left as they are."""

import pytest

from literacy.folders import rules_folder
from literacy.rulebase.load import standard_rules
from literacy.words.difficulty import word_difficulty
from literacy.words.easy import is_familiar
from literacy.words.left_alone import FILE, is_left_alone, left_alone
from literacy.words.lookup import listing, look_up

REASONS = {"plain", "school", "health", "public", "needed", "people"}
HARD = 3.0  # of 6, by the people who rated words one by one
ROWS = [
    (*line.split("\t"), "")[:3]
    for line in (rules_folder() / "words" / FILE).read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(
    "word", ["kidney", "Kidneys", "diagnosed", "Diagnosing", "programmes", "behaviors",
             "discussing", "rearranged", "tissue's", "accurately", "self-employed"],
)  # fmt: skip
def test_forms_of_a_listed_word_are_left_alone(word: str) -> None:
    assert is_left_alone(word)


@pytest.mark.parametrize("word", ["preventer", "ischaemia", "necessitate", "non-kidney", "", "-"])
def test_other_words_are_not(word: str) -> None:
    assert not is_left_alone(word)


def test_every_word_has_a_known_reason_and_stands_once_in_order() -> None:
    listed = [word for word, *_ in ROWS]
    assert listed == sorted(set(listed))
    assert {reason for _, reason, _ in ROWS} <= REASONS
    assert left_alone() == {word: reason for word, reason, _ in ROWS}


def test_a_word_that_people_find_hard_says_why_it_is_left() -> None:
    ratings = listing(rules_folder() / "words" / "word_ratings.tsv", b"\t")
    rated = [(word, float(look_up(word, ratings) or 0), why) for word, _, why in ROWS]
    assert [word for word, rating, why in rated if rating > HARD and not why] == []


def test_words_listed_are_much_easier_than_words_that_rules_speak_of() -> None:
    listed = sorted(map(word_difficulty, left_alone()))
    single = [p for rule in standard_rules() if rule.find for p in rule.find.phrases if p.isalpha()]
    ruled = sorted(map(word_difficulty, single))
    assert listed[len(listed) // 2] < 2.2 < 2.7 < ruled[len(ruled) // 2]


def test_a_word_that_a_rule_always_replaces_or_explains_is_not_listed() -> None:
    ruled = {
        phrase.lower(): rule.id
        for rule in standard_rules()
        if rule.find and not (rule.when or rule.unless or rule.find.pos)
        for phrase in rule.find.phrases
    }
    assert {word: ruled[word] for word in left_alone() if word in ruled} == {}


def test_words_of_the_easy_list_are_not_listed_again() -> None:
    forms = ((word, word + "s") for word, reason, _ in ROWS if reason != "people")
    assert [word for word, plural in forms if is_familiar(word) and is_familiar(plural)] == []
