"""Rules proved by their examples, and what is said of those that fail."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from literacy.cli import app
from literacy.pipeline.proving import faults, replacing
from literacy.rulebase.load import load_file, standard_rules
from tests.test_house import OWN


def told(folder: Path, text: str) -> list[str]:
    path = folder / "own.yml"
    path.write_text(text, encoding="utf-8")
    (rule,) = load_file(path, "house")
    return list(faults(rule, replacing(standard_rules())))


def test_rule_that_holds_has_no_faults(tmp_path: Path) -> None:
    assert told(tmp_path, OWN) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('      - "Chart your mood in this room."\n', "", "needs 2 bad and 2 good examples"),
        ("The chart is in", "The chart room is in", "good example is found at 'chart room'"),
        ("[chart room -> records office]", "[chart -> records]", "not the one mark"),
        ("-> records offices", "-> record office", "first suggestion gives"),
        ("say: [records office]", "say: [our chart room]", "does not end the finding"),
        ("say: [records office]", "say: [room to utilise]", "sets off everyday.utilise"),
    ],
)
def test_each_fault_is_told(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert OWN.count(old) == 1
    assert any(fault in line for line in told(tmp_path, OWN.replace(old, new)))


def test_command_proves_a_file_of_own_rules(tmp_path: Path) -> None:
    path = tmp_path / "own.yml"
    path.write_text(OWN, encoding="utf-8")
    good = CliRunner().invoke(app, ["rules", "--prove", str(path)])
    assert (good.exit_code, good.output) == (0, f"{path}: 1 rule holds.\n")
    path.write_text(OWN.replace("The chart is in", "The chart room is in"), encoding="utf-8")
    bad = CliRunner().invoke(app, ["rules", "--prove", str(path)])
    assert bad.exit_code == 1
    assert bad.output.startswith(f"{path}:2: ours.chart-room: good example is found")
