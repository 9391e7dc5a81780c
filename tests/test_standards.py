"""What the standards ask, and the rules that answer."""

from pathlib import Path

import pytest

from literacy.errors import RuleError
from literacy.folders import rules_folder
from literacy.rulebase.load import standard_rules
from literacy.rulebase.standards import load_standards, standards_table

ASKED = [f"N{n}" for n in range(1, 23)] + [f"Q{n}" for n in range(1, 14)]
ASKED += [f"E{n}" for n in range(1, 20)]


def test_each_demand_of_the_standards_is_answered_or_left_out_with_a_reason() -> None:
    standards = load_standards(rules_folder() / "standards.yml", standard_rules())
    assert [one.id for one in standards] == ASKED
    assert [one.id for one in standards if not (one.rules or one.also or one.left_out)] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("N1: short", "N1 needs 'asks'"),
        ("N1: {asks: short}", "say which rules answer it"),
        ("N1: {asks: short, rules: [nowhere]}", "called 'nowhere'"),
    ],
)
def test_wrong_entry_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "standards.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match=message):
        load_standards(path, standard_rules())


def test_table_shows_rules_and_reasons(tmp_path: Path) -> None:
    path = tmp_path / "standards.yml"
    text = "N1: {asks: short, rules: [layout], left_out: no way}"
    path.write_text(text, encoding="utf-8")
    row = "| N1 | short | layout; left out: no way |"
    assert list(standards_table(load_standards(path, standard_rules())))[2:] == [row]
