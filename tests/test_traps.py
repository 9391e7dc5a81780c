"""One text, one score: signs and layout that counters stumble over do not move our headline."""

import pytest

from tests.bench.traps import TRAPS, Trap, our_age

MOST = 0.3  # years


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_a_trap_leaves_the_reading_age_where_it_is(trap: Trap) -> None:
    assert our_age(trap.trapped) == pytest.approx(our_age(trap.plain), abs=MOST)
