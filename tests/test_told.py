"""An explanation is of the words in the text, and is not told twice."""

import pytest

from literacy.words.told import is_named, is_told


@pytest.mark.parametrize(
    ("found", "explanation"),
    [
        ("left ventricle", "A ventricle is a lower chamber of the heart."),  # of its kind
        ("speech therapy", "Speech and language therapy is help with talking."),
        ("watchful waiting", "Active surveillance or watchful waiting is having checks."),
        ("PCA", "Patient-controlled analgesia (PCA) is a pump."),
        ("biopsies", "A biopsy is a small sample."),
        ("atria", "The atrium is an upper chamber of the heart."),
        ("X-rays", "An X-ray is a picture of the inside of the body."),
        ("incontinent", "If you are incontinent, you leak pee or poo."),
        ("adjuvant radiotherapy", "Adjuvant treatment is extra treatment."),
        ("haemodialysis", "Home haemodialysis is cleaning the blood at home."),
    ],
)
def test_the_subject_of_an_explanation_may_be_wider_or_longer(found, explanation):
    assert is_named(found, explanation)


@pytest.mark.parametrize(
    ("found", "explanation"),
    [
        ("treatment plan", "A care plan is a note of your needs."),
        ("stomach ulcer", "A peptic ulcer is an open sore in the stomach."),
        ("diverticulosis", "Diverticulitis is infection of small pouches in the bowel."),
        ("Lewy body dementia", "Vascular dementia is caused by too little blood."),
        ("heart rhythm problem", "An arrhythmia is when your heart beats too fast."),
        ("U&Es", "Urea and electrolytes is a blood test."),
    ],
)
def test_another_thing_or_another_name_is_not_what_is_explained(found, explanation):
    assert not is_named(found, explanation)


def test_what_the_sentence_says_itself_is_not_told_again():
    gloss = "A gallstone is a small hard lump that forms in the gallbladder."
    assert is_told("gallstone", gloss, "A gallstone is a hard lump formed in the gallbladder.")
    assert not is_told("gallstone", gloss, "A gallstone can hurt after a meal.")


def test_a_few_shared_words_prove_nothing():
    assert not is_told("clot", "A clot is thick blood.", "Blood is taken, and a clot is rare.")
