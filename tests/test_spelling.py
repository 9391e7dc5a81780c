import pytest
from hypothesis import given
from hypothesis import strategies as st

from literacy.words.spelling import american, british, spellings


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("anaemia", "anemia"),
        ("haemorrhage", "hemorrhage"),
        ("oesophagus", "esophagus"),
        ("oedema", "edema"),
        ("diarrhoea", "diarrhea"),
        ("tumour", "tumor"),
        ("analyse", "analyze"),
    ],
)
def test_a_medical_word_has_both_spellings_whichever_is_given(ours, theirs):
    assert american(ours) == theirs
    assert british(theirs) == ours
    assert spellings(ours) == spellings(theirs) == {ours, theirs}


@pytest.mark.parametrize("word", ["shoe", "poet", "does", "advise", "rest", "prise"])
def test_a_word_that_only_looks_british_has_one_spelling(word):
    assert spellings(word) == {word}


def test_each_word_of_a_phrase_is_spelt_both_ways():
    assert spellings("Organise a paediatric clinic") == {
        "organise a paediatric clinic",
        "organise a pediatric clinic",
        "organize a paediatric clinic",
        "organize a pediatric clinic",
    }


@given(st.text(max_size=40))
def test_the_phrase_itself_in_lower_case_is_always_one_of_its_spellings(phrase):
    found = spellings(phrase)
    assert phrase.lower() in found
    assert len(found) <= 64
