"""What the next steps promise is what they bring."""

import pytest

import literacy
from literacy.document import Document
from tests.bench.bench_gains import gains, together
from tests.bench.samples import leaflets

MOST = 0.1  # years


@pytest.mark.parametrize("document", leaflets(), ids=lambda document: document.name)
def test_the_first_steps_bring_what_they_promise(document: Document) -> None:
    report = literacy.analyse(document)
    for promised, measured in gains(report):
        assert measured == pytest.approx(promised, abs=MOST)
    promised, measured = together(report)
    assert measured == pytest.approx(promised, abs=MOST)
