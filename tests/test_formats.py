"""One text, one score: the same leaflet in every format."""

import pytest

import literacy
from tests.bench.samples import LEAFLETS

NAMES = sorted(path.stem for path in LEAFLETS.glob("*.md"))
MOST = 0.2  # years


@pytest.mark.parametrize("name", NAMES)
def test_a_leaflet_has_one_reading_age_in_every_format(name: str) -> None:
    files = sorted(LEAFLETS.glob(f"{name}.*"))
    assert len(files) >= 5
    ages = {
        file.suffix: literacy.score(literacy.read(file, isolated=False)).reading_age.value
        for file in files
    }
    assert None not in ages.values()
    assert max(ages.values()) - min(ages.values()) <= MOST, ages  # type: ignore[type-var, operator]
