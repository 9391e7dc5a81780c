"""Of the rarer words of our leaflets, nearly all are known to the rules or left on purpose."""

from tests.bench.bench_coverage import CLASSES, coverage, share
from tests.bench.samples import leaflets

LEAST = 0.85


def test_at_least_85_percent_of_the_rarer_words_of_our_leaflets_were_looked_at() -> None:
    found = coverage(leaflets())
    assert set(found) == set(CLASSES)
    missing = found["missing"].most_common(40)
    assert share(found) >= LEAST, missing
