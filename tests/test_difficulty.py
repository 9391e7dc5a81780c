"""How hard words and sentences are for a lay reader, and which words need explaining."""

from hypothesis import given
from hypothesis import strategies as st

from literacy.measure.counts import count
from literacy.measure.difficulty import document_difficulty, sentence_difficulty
from literacy.words.difficulty import word_difficulty
from tests.conftest import paragraphs


def test_words_are_ordered_from_everyday_to_medical() -> None:
    words = ["take", "doctor", "kidney", "hypertension", "thrombocytopenia", "MRI"]
    found = [word_difficulty(word) for word in words]
    assert found == sorted(found)
    assert found[0] < 1.5
    assert found[-1] > 4


def test_both_spellings_are_equally_hard() -> None:
    assert abs(word_difficulty("haemoglobin") - word_difficulty("hemoglobin")) < 0.3


def test_an_abbreviation_is_harder_than_the_same_letters_in_a_word() -> None:
    assert word_difficulty("AIDS") > word_difficulty("aids")


def test_a_plain_sentence_is_easier_than_the_clinical_one() -> None:
    plain, clinical = sentence_difficulty(
        [
            "Your blood is not clotting well, so we stopped the tablets.",
            "Anticoagulant therapy was discontinued owing to thrombocytopenia.",
        ]
    )
    assert plain < clinical - 1


def test_adding_a_hard_word_never_makes_a_sentence_easier() -> None:
    base, harder = sentence_difficulty(["Rest at home.", "Rest at home postoperatively."])
    assert base < harder


def test_a_document_has_the_mean_of_its_sentences_and_an_empty_one_has_none() -> None:
    one, two = sentence_difficulty(["Rest at home.", "Thrombocytopenia resolved."])
    found = document_difficulty(count(paragraphs("Rest at home. Thrombocytopenia resolved.")))
    assert found == round((one + two) / 2, 2)
    assert document_difficulty(count(paragraphs("..."))) is None


@given(st.lists(st.text(max_size=60), max_size=5))
def test_there_is_one_difficulty_a_sentence_from_1_to_6(texts: list[str]) -> None:
    found = sentence_difficulty(texts)
    assert len(found) == len(texts)
    assert all(1 <= each <= 6 for each in found)
