from pathlib import Path

import pytest

from literacy import batch
from literacy.batch import Checked, check_file, check_files, leaflets, worst_first
from literacy.errors import ReadError, ReadKind
from literacy.findings import Severity


def page(path: Path, text: str = "Take the tablet with food.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_gives_its_leaflets_in_order_each_once(tmp_path):
    wanted = [page(tmp_path / name) for name in ("a.txt", "b/c.HTML", "d.doc")]
    for name in (".git/x.txt", "b/.hidden.md", "~$a.docx", "code.py"):
        page(tmp_path / name)
    assert leaflets([tmp_path, tmp_path / "a.txt"]) == wanted


@pytest.mark.parametrize("folder", [".cache/leaflets", "a/../../here"])
def test_a_folder_may_stand_in_a_hidden_one_or_be_named_from_above(tmp_path, folder, monkeypatch):
    (tmp_path / "here" / "a").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    one = page(Path(folder) / "one.txt")
    assert leaflets([Path(folder)]) == [one]


def test_a_file_named_by_hand_is_taken_whatever_its_name():
    assert leaflets([Path(".secret.py")]) == [Path(".secret.py")]


def test_a_bad_file_is_an_outcome_and_the_rest_go_on(tmp_path):
    bad, good = tmp_path / "none.txt", page(tmp_path / "good.txt")
    first, second = check_files([bad, good], "plain")
    assert isinstance(first.error, ReadError)
    assert (first.report, first.age) == (None, None)
    assert second.error is None
    assert second.report is not None


def test_a_surprise_in_one_file_is_its_outcome(tmp_path, monkeypatch):
    def broken(path: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(batch, "read", broken)
    checked = check_file(tmp_path / "a.txt", "plain")
    assert str(checked.error).startswith("a.txt could not be checked (ZeroDivisionError).")


def test_several_jobs_give_what_one_gives_in_the_same_order(tmp_path):
    files = [page(tmp_path / f"{n}.txt", f"Take {n} tablets prior to food.") for n in range(3)]
    assert list(check_files(files, "plain", jobs=2)) == list(check_files(files, "plain"))


def test_findings_are_counted_at_a_severity_or_above(tmp_path):
    checked = check_file(page(tmp_path / "a.txt", "Take it prior to food."), "plain")
    assert checked.report is not None
    found = [finding.severity for finding in checked.report.findings]
    assert checked.count(Severity.ADVICE) == len(found) > 0
    assert checked.count(Severity.ERROR) == found.count(Severity.ERROR)


def test_what_could_not_be_read_comes_first_then_the_hardest(tmp_path):
    easy = check_file(page(tmp_path / "easy.txt", "Rest now. " * 40), "plain")
    hard = check_file(
        page(tmp_path / "hard.txt", "Administration of anticoagulation requires caution. " * 40),
        "plain",
    )
    unread = Checked(Path("x.txt"), error=ReadError(ReadKind.EMPTY, "x.txt is empty."))
    assert worst_first([easy, hard, unread]) == [unread, hard, easy]
