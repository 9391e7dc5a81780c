"""A leaflet that is plain already is left in peace."""

from functools import cache

import pytest

import literacy
from literacy.document import Document
from literacy.findings import Report
from tests.bench.bench_quiet import per_hundred, plain_leaflets

MOST, MEAN = 2.0, 1.0  # findings in 100 words
LEAFLETS = plain_leaflets()


@cache
def report(name: str) -> Report:
    return literacy.analyse(next(one for one in LEAFLETS if one.name == name))


@pytest.mark.parametrize("leaflet", LEAFLETS, ids=lambda leaflet: leaflet.name)
def test_little_is_found_in_a_plain_leaflet(leaflet: Document) -> None:
    made = report(leaflet.name)
    found = [(finding.rule, finding.text) for finding in made.findings]
    assert per_hundred(made) <= MOST, found


def test_less_is_found_on_the_whole() -> None:
    rates = [per_hundred(report(leaflet.name)) for leaflet in LEAFLETS]
    assert sum(rates) / len(rates) <= MEAN


@pytest.mark.parametrize("leaflet", LEAFLETS, ids=lambda leaflet: leaflet.name)
def test_plain_leaflet_has_the_reading_age_that_the_public_needs(leaflet: Document) -> None:
    age = report(leaflet.name).reading_age.value
    assert age is not None
    assert age <= 9.5
    assert 250 <= report(leaflet.name).words <= 450


def test_there_are_ten() -> None:
    assert len(LEAFLETS) == 10
