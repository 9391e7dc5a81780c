"""Nothing is opened, asked for or started while a leaflet is read, analysed and written.

The hook of Python sees what Python does; what the libraries below it do, ``strace`` alone sees.
"""

import pytest

from literacy.pipeline.walled import working_limits
from literacy.wall.limits import LIMITS
from literacy.wall.workers import Workers
from tests.bench.samples import LEAFLETS


@pytest.fixture(scope="module")
def workers():
    found = Workers("tests.opens_stub", 1)
    yield found
    found.stop()


@pytest.mark.parametrize("ending", ["docx", "odt", "pdf", "html", "md", "txt"])
def test_nothing_is_opened_but_the_program_itself(workers, ending):
    data = (LEAFLETS / f"asthma-inhalers.{ending}").read_bytes()
    request, files = {"name": f"a.{ending}"}, {"upload": data}
    answer, _ = workers.ask(request, files, working_limits(LIMITS))
    assert answer["met"] == []
    assert len(answer["made"]) == 12
