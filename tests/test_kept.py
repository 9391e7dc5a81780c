import json

from literacy.folders import rules_folder
from literacy.rulebase import kept as module
from literacy.rulebase.kept import kept
from literacy.rulebase.load import load_rules, standard_rules
from literacy.rulebase.packed import packed, unpacked


def test_what_was_worked_out_is_not_worked_out_twice(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    asked = []
    answers = [kept("sums", lambda: asked.append(1) or [1, 2]) for _ in range(2)]
    assert (answers, asked) == ([[1, 2], [1, 2]], [1])


def test_other_files_are_worked_out_anew(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kept("sums", lambda: "old")
    monkeypatch.setattr(module, "_digest", lambda: "of other files")
    assert kept("sums", lambda: "new") == "new"


def test_a_damaged_file_is_worked_out_anew(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kept("sums", lambda: "right")
    (file,) = tmp_path.rglob("sums.json")
    file.write_text(file.read_text()[:-2])
    assert kept("sums", lambda: "right again") == "right again"


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert kept("sums", lambda: "right") == "right"


def test_every_rule_comes_back_as_it_was():
    rules = load_rules(rules_folder())
    assert tuple(unpacked(json.loads(json.dumps(packed(rule)))) for rule in rules) == rules
    assert standard_rules() == rules
