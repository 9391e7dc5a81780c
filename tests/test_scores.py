"""Scores, their ranges and their notes."""

import pytest

from literacy.document import BlockKind, DocumentBuilder
from literacy.measure.counts import Counts
from literacy.measure.scores import Light, explained_names, light, reading_age, score
from tests.conftest import paragraphs

LINES = tuple(f"Patient number {number} came to the clinic on a bus." for number in range(40))


def test_reading_age_is_the_median_grade_and_five_years() -> None:
    # 7.7733 (Flesch-Kincaid), 9.3871 (SMOG), 8.1333 (fog), 6.1575 (ARI), 8.1933 (Coleman-Liau)
    counts = Counts(10, 120, 540, 550, 190, 70, 12, 10, 30, 40, 20, 15)
    assert reading_age(counts) == pytest.approx(13.1333, abs=1e-4)


def test_an_empty_document_has_no_score_and_says_why() -> None:
    found = score(paragraphs())
    assert found.reading_age.value is None
    assert found.reading_age.note == "There are no sentences to measure."
    assert {each.value for each in found.scores} == {None}
    assert found.difficulty is None
    assert found.counts["words"] == 0


def test_a_document_of_headings_says_that_it_has_only_those() -> None:
    build = DocumentBuilder("test")
    build.add(BlockKind.HEADING, "Your operation", level=1)
    note = score(build.done()).reading_age.note
    assert note.startswith("There are only headings, table cells or captions")


def test_a_text_in_another_language_has_no_score_and_says_why() -> None:
    french = "Prenez deux comprimés avec un verre d'eau. Appelez le médecin si vous avez mal. "
    found = score(paragraphs(french * 3))
    assert found.reading_age.value is None
    assert found.reading_age.note.startswith("The text does not seem to be English")
    assert found.difficulty is None


def test_dense_medical_english_is_english() -> None:
    dense = "Monitor the anticoagulant prophylaxis. Contraindications include thrombocytopenia."
    assert score(paragraphs(dense)).reading_age.value is not None


def test_a_short_text_has_a_number_with_a_note_and_a_wide_range() -> None:
    short = score(paragraphs("Take two tablets with water."))
    long = score(paragraphs(*LINES))
    assert short.reading_age.value is not None
    assert short.reading_age.note.startswith("A rough idea only")
    assert long.reading_age.note == ""
    assert _width(short.reading_age) > _width(long.reading_age)


def test_smog_says_that_it_was_made_for_thirty_sentences() -> None:
    found = score(paragraphs(*LINES[:29]))
    smog = next(each for each in found.scores if each.formula == "smog_index")
    assert smog.note == "made for 30 sentences or more"


def test_every_value_lies_in_its_range() -> None:
    for each in score(paragraphs(*LINES)).scores:
        assert each.low <= each.value <= each.high, each  # type: ignore[operator]


def test_the_same_text_gives_the_same_scores() -> None:
    assert score(paragraphs(*LINES)) == score(paragraphs(*LINES))


def test_the_policy_is_given_with_every_score() -> None:
    policy = score(paragraphs("Rest.")).policy
    assert "headings, table cells" in policy
    assert "list item" in policy


def test_names_that_the_text_explains_are_set_aside() -> None:
    text = "You have osteoporosis (weak bones). Osteoporosis is common. You may get asthma."
    made = paragraphs(text)
    assert [made.slice(span) for span in explained_names(made)] == ["osteoporosis", "Osteoporosis"]
    found = score(made)
    assert found.without_names.value < found.reading_age.value  # type: ignore[operator]


def test_without_names_to_set_aside_both_ages_are_equal() -> None:
    found = score(paragraphs(*LINES))
    assert found.without_names == found.reading_age


@pytest.mark.parametrize(
    ("age", "expected"),
    [(11, Light.GREEN), (11.1, Light.AMBER), (13, Light.AMBER), (13.1, Light.RED)],
)
def test_the_light_turns_at_11_and_13(age: float, expected: Light) -> None:
    assert light(age) is expected


def _width(found: object) -> float:
    return found.high - found.low  # type: ignore[attr-defined, no-any-return]
