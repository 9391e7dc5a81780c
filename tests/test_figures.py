"""The small numbers of one sentence become figures together."""

import literacy


def numbers(text: str) -> list[tuple[str, int]]:
    found = literacy.analyse(text).findings
    return [(f.text, len(f.suggestions[0].edits)) for f in found if f.rule.startswith("numbers.")]


def test_the_numbers_of_one_sentence_are_one_proposal():
    assert numbers("Take two tablets every six hours for three days.") == [("two tablets", 3)]


def test_the_numbers_of_two_sentences_are_two_proposals():
    assert numbers("Rest for two days. Come back in six weeks.") == [
        ("two days", 1),
        ("six weeks", 1),
    ]


def test_a_number_that_opens_the_sentence_stays_a_word():
    assert numbers("Two tablets are enough.") == []
