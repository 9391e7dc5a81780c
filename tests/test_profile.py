"""Figures beyond grades."""

import pytest

from literacy.document import BlockKind, DocumentBuilder
from literacy.measure.profile import MEANINGS, NORMAL, SOURCES, figures
from tests.conftest import paragraphs


def _value(name: str, *texts: str, passive_sentences: int | None = None) -> float:
    found = figures(paragraphs(*texts), passive_sentences)
    return next(figure.value for figure in found if figure.name == name)


def test_a_text_without_sentences_has_no_figures() -> None:
    assert figures(paragraphs()) == ()


def test_every_figure_has_a_source_a_range_and_a_meaning() -> None:
    assert MEANINGS.keys() == SOURCES.keys() == NORMAL.keys()
    names = {figure.name for figure in figures(paragraphs("Rest."), 0)}
    assert names == NORMAL.keys()


def test_sentences_are_measured_in_words() -> None:
    texts = ("Rest now. Drink a lot of water today.",)
    assert _value("words_per_sentence", *texts) == 4.0  # (2 + 6) / 2
    assert _value("longest_sentence", *texts) == 6


def test_long_sentences_have_more_than_twenty_words() -> None:
    assert _value("long_sentences", "word " * 20, "word " * 21) == 50.0


def test_paragraphs_are_measured_without_the_items_of_lists() -> None:
    build = DocumentBuilder("test")
    build.add(BlockKind.PARAGRAPH, "Bring these two things.")
    build.add(BlockKind.LIST_ITEM, "a coat")
    found = {figure.name: figure.value for figure in figures(build.done())}
    assert found["words_per_paragraph"] == 4.0


def test_words_that_carry_meaning_make_the_density() -> None:
    # nurse, checks, wound of five words
    assert _value("lexical_density", "The nurse checks the wound.") == 60.0


def test_the_same_word_again_lowers_the_diversity() -> None:
    # four different words of five: 80 per cent
    assert _value("lexical_diversity", "The nurse checks the wound.") == 80.0
    assert _value("lexical_diversity", "one two " * 50) == pytest.approx(4.0)  # two of fifty


def test_personal_words_and_numbers_are_counted_in_a_hundred_words() -> None:
    text = "You may ring us on ward 12 at 9am."  # nine words; you and us; 12 and 9am
    assert _value("personal_words", text) == pytest.approx(22.2)
    assert _value("numbers", text) == pytest.approx(22.2)


def test_passives_are_left_out_unless_somebody_counted_them() -> None:
    assert "passive_sentences" not in {each.name for each in figures(paragraphs("Rest. Eat."))}
    assert _value("passive_sentences", "Rest. Eat.", passive_sentences=1) == 50.0
