"""A short run of the fuzz harness: see ``tests/fuzz/README.md``."""

import logging
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.corpus import ENDINGS, seeds
from tests.fuzz.mutations import damaged
from tests.fuzz.promises import attempt

EACH = 50
WALLED = 10


@pytest.fixture(autouse=True)
def _quiet():
    """Silence the parsers: what they log of a damaged file is of no use here."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("seed", seeds(), ids=lambda seed: seed.name)
def test_a_whole_file_is_read(seed):
    outcome = attempt(seed.data, seed.name)
    assert (outcome.result, outcome.why) == ("text", "")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_damaged_file_is_a_document_or_an_error_of_ours(ending):
    results = Counter()
    for number in range(EACH):
        seed, data = damaged(number, (ending,))
        outcome = attempt(data, seed.name, isolated=number < WALLED)
        assert (outcome.is_broken, outcome.why, outcome.surprise) == (False, "", ""), number
        results[outcome.result] += 1
    # Damage that never lets a text through, or always, would try nothing.
    assert 0 < results["text"] < EACH


@settings(max_examples=60)
@given(st.binary(max_size=2000), st.sampled_from(ENDINGS))
def test_any_bytes_at_all_are_a_document_or_an_error_of_ours(data, ending):
    outcome = attempt(data, f"a.{ending}")
    assert not outcome.is_broken, outcome.why
    assert not outcome.surprise


@settings(max_examples=100)
@given(st.text(max_size=500), st.sampled_from(("html", "md", "txt")))
def test_any_text_at_all_is_a_document_or_an_error_of_ours(text, ending):
    outcome = attempt(text.encode("utf-8", "replace"), f"a.{ending}")
    assert not outcome.is_broken, outcome.why
    assert not outcome.surprise


def test_the_same_number_is_the_same_file():
    assert [damaged(number) for number in range(30)] == [damaged(number) for number in range(30)]
