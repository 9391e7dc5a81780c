import subprocess
import sys
from pathlib import Path

import pytest

import literacy
from literacy.batch import Checked, check_files, leaflets, worst_first
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


def check_file(path: Path) -> Checked:
    (checked,) = check_files([path], "plain")
    return checked


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
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("literacy.pipeline.walled.check", broken)
    checked = check_file(page(tmp_path / "a.txt"))
    assert str(checked.error).startswith("a.txt could not be checked (ZeroDivisionError).")


def test_a_file_that_kills_its_process_is_reported_and_the_rest_go_on(tmp_path, monkeypatch):
    monkeypatch.setattr("literacy.batch.WORK", "tests.batch_stub")
    files = [page(tmp_path / "a.txt"), page(tmp_path / "b.txt", "deadly"), page(tmp_path / "c.txt")]
    first, second, third = check_files(files, "plain", jobs=2)
    assert isinstance(second.error, ReadError)
    assert "b.txt" in str(second.error)
    assert first.report is not None
    assert third.report is not None


@pytest.mark.parametrize("text", ["Take the tablet prior to food.", "Nimm zwei Tabletten. " * 9])
def test_a_report_is_the_same_behind_the_wall_as_before_it(tmp_path, text):
    path = page(tmp_path / "a.txt", text)
    assert check_file(path).report == literacy.analyse(literacy.read(path), "plain")


def test_a_profile_of_ones_own_is_found_with_its_rules_from_any_folder(tmp_path, monkeypatch):
    page(tmp_path / "mine.yml", "based_on: plain\nleave_out: [everyday]\nglossary: {ward: A room.}")
    monkeypatch.chdir(tmp_path)
    path = page(tmp_path / "leaflet" / "a.txt", "You must not utilise the ward.")
    (checked,) = check_files([path], "mine.yml")
    assert checked.error is None
    assert checked.report == literacy.analyse(literacy.read(path), "mine.yml")


def test_a_batch_runs_in_a_script_without_a_main_guard(tmp_path):
    script = f"""
from pathlib import Path
from literacy.batch import check_files
print([one.error for one in check_files([Path({str(page(tmp_path / "a.txt"))!r})] * 2, "plain", 2)])
"""
    done = subprocess.run(
        [sys.executable, "-"],
        input=script,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("[None, None]", "")


def test_several_jobs_give_what_one_gives_in_the_same_order(tmp_path):
    files = [page(tmp_path / f"{n}.txt", f"Take {n} tablets prior to food.") for n in range(3)]
    assert list(check_files(files, "plain", jobs=2)) == list(check_files(files, "plain"))


def test_findings_are_counted_at_a_severity_or_above():
    checked = Checked(Path("a.txt"), literacy.analyse("Take it prior to food."))
    assert checked.report is not None
    found = [finding.severity for finding in checked.report.findings]
    assert checked.count(Severity.ADVICE) == len(found) > 0
    assert checked.count(Severity.ERROR) == found.count(Severity.ERROR)


def test_what_could_not_be_read_comes_first_then_the_hardest():
    easy, hard = (
        Checked(Path(f"{text[:4]}.txt"), literacy.analyse(text * 40))
        for text in ("Rest now. ", "Administration of anticoagulation requires caution. ")
    )
    unread = Checked(Path("x.txt"), error=ReadError(ReadKind.EMPTY, "x.txt is empty."))
    assert worst_first([easy, hard, unread]) == [unread, hard, easy]
