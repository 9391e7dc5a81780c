import pytest
from hypothesis import given
from hypothesis import strategies as st

from literacy.words.inflect import inflect, inflections


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("travel", ["travels", "travelled", "travelled", "travelling"]),
        ("get", ["gets", "got", "got", "getting"]),
        ("stop", ["stops", "stopped", "stopped", "stopping"]),
        ("die", ["dies", "died", "died", "dying"]),
        ("lie down", ["lies down", "lay down", "lain down", "lying down"]),
        ("throw up", ["throws up", "threw up", "thrown up", "throwing up"]),
        ("hurt", ["hurts", "hurt", "hurt", "hurting"]),
        ("be sick", ["is sick", "was sick", "been sick", "being sick"]),
        ("take part", ["takes part", "took part", "taken part", "taking part"]),
        ("{wait} and rest", ["waits and rest", *["waited and rest"] * 2, "waiting and rest"]),
        ("can", ["can", "can", "can", "can"]),
    ],
)
def test_a_verb_bends_at_its_first_word_irregular_ones_too(verb, forms):
    assert [inflect(verb, tag) for tag in ("VBZ", "VBD", "VBN", "VBG")] == forms


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("person", "people"),
        ("child", "children"),
        ("baby", "babies"),
        ("diagnosis", "diagnoses"),
        ("virus", "viruses"),
        ("illness", "illnesses"),
        ("tablets", "tablets"),
        ("diabetes", "diabetes"),
        ("chance of harm", "chances of harm"),
        ("high blood pressure", "high blood pressures"),
        ("MRI", "MRI"),
    ],
)
def test_a_noun_bends_at_its_head_word(noun, plural):
    assert inflect(noun, "NNS") == plural


def test_every_form_of_a_phrase_is_looked_for_and_no_more():
    assert inflections("treat", "VERB") == {"treat", "treats", "treated", "treating"}
    assert inflections("Scan") == {"scan", "scans", "scanned", "scanning"}
    assert inflections("acute", "ADJ") == {"acute"}


@given(st.text(st.characters(exclude_characters="{}"), max_size=30), st.sampled_from(["", "JJ"]))
def test_a_tag_that_bends_nothing_leaves_the_phrase_as_it_is(phrase, tag):
    assert inflect(phrase, tag) == phrase


def test_a_phrase_with_to_be_is_looked_for_in_every_form_of_it():
    forms = {"be open", "being open", "been open", "is open", "are open", "am open"}
    assert inflections("be open", "VERB") == forms | {"was open", "were open"}
