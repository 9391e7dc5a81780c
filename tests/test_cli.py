"""The command line as a person or a script uses it: what is printed and written, and its status."""

import json
import subprocess
import sys
from pathlib import Path

import docx
import jsonschema
import pytest
from typer.testing import CliRunner

from literacy import read
from literacy.cli import WRONG_USE, app, main
from literacy.cli.walls import missing_walls
from literacy.exporters.report_json import report_schema
from tests.ooxml_files import field, paragraph, word

EASY = "We will call you. You can eat and drink as usual. Bring your letter with you.\n"
HARD = (
    "Anticoagulation should be discontinued prior to the administration of the anaesthetic, and "
    "additional investigations may subsequently be undertaken by the gastroenterology department.\n"
)


def run(*args):
    """Run the command in this process; return the exit status and what it printed."""
    result = CliRunner().invoke(app, [str(arg) for arg in args])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout


def run_both(*args):
    """Run the command in this process; return all that came of it."""
    return CliRunner().invoke(app, [str(arg) for arg in args])


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "easy.txt").write_text(EASY)
    (tmp_path / "hard.txt").write_text(HARD * 3)
    return tmp_path


def test_help_answers_without_loading_the_language_model():
    code = (
        "import sys\nfrom typer.testing import CliRunner\nfrom literacy.cli import app\n"
        "out = CliRunner().invoke(app, ['--help']).stdout\n"
        "print('easy-read' in out, 'spacy' in sys.modules, 'lxml' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout == "True False False\n"


def test_score_loads_no_language_model():
    code = (
        "import sys, literacy\nliteracy.score('We will call you. Bring your letter.')\n"
        "print('spacy' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout == "False\n"


def test_check_of_one_file_prints_one_object_that_follows_the_schema(folder):
    status, out = run("check", folder / "hard.txt", "--format", "json", "--fail-on", "never")
    report = json.loads(out)
    assert status == 0
    jsonschema.validate(report, report_schema())
    assert report["schema"] == "literacy.report/1"
    assert report["document"]["name"] == "hard.txt"
    assert "everyday.prior-to" in {finding["rule"] for finding in report["findings"]}


def test_check_of_a_folder_puts_the_hardest_first_and_goes_on_past_a_bad_file(folder):
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 not a Word file")
    status, out = run("check", folder, "--format", "json", "--fail-on", "never")
    names = [one["document"]["name"] for one in json.loads(out)]
    assert status == 1
    assert names == ["broken.docx", "hard.txt", "easy.txt"]
    assert json.loads(out)[0]["error"]["kind"] == "corrupt"


def test_check_fails_on_the_severity_and_the_age_asked_for(folder):
    assert run("check", folder / "hard.txt", "--fail-on", "warning")[0] == 1
    assert run("check", folder / "hard.txt", "--fail-on", "never")[0] == 0
    assert run("check", folder / "hard.txt", "--fail-on", "never", "--max-age", "11")[0] == 1
    assert run("check", folder / "easy.txt", "--fail-on", "never", "--max-age", "11")[0] == 0


def test_check_of_nothing_readable_ends_with_2(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    status, out = run("check", tmp_path / "empty.txt", "--format", "json")
    assert status == 2
    assert json.loads(out)["error"]["kind"] == "empty"


@pytest.mark.parametrize("format", ["text", "csv", "html"])
def test_check_writes_each_format_to_a_file(folder, format):
    out = folder / f"report.{format}"
    run("check", folder / "hard.txt", "--format", format, "--output", out, "--fail-on", "never")
    assert "prior to" in out.read_text()


def test_check_with_several_jobs_gives_what_one_gives(folder):
    one = run("check", folder, "--format", "json", "--fail-on", "never")
    two = run("check", folder, "--format", "json", "--fail-on", "never", "--jobs", "2")
    assert one == two


def test_check_with_several_jobs_names_a_file_that_cannot_be_read(folder):
    (folder / "empty.txt").touch()
    one = run("check", folder, "--format", "json", "--fail-on", "never")
    two = run("check", folder, "--format", "json", "--fail-on", "never", "--jobs", "2")
    assert one == two
    assert "empty.txt is empty" in two[1]


@pytest.mark.parametrize(
    "args",
    [
        ["check", "leaflet.txt", "--profile", "no-such"],
        ["rewrite", "leaflet.txt", "-o", "out.exe"],
        ["rewrite", "leaflet.txt", "-o", "out.txt", "--accept", "perhaps"],
        ["easy-read", "leaflet.txt", "-o", "out.txt"],
        ["rules", "no.such-rule"],
        ["check", "no-such-folder"],
    ],
)
def test_wrong_use_ends_with_2_and_a_sentence(args, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("leaflet.txt").write_text(EASY)
    monkeypatch.setattr(sys, "argv", ["literacy", *args])
    with pytest.raises(SystemExit) as end:
        main()
    printed = capsys.readouterr()
    assert end.value.code == WRONG_USE
    assert (printed.err + printed.out).strip()
    assert "Traceback" not in printed.err


def test_decisions_choose_what_is_rewritten(folder):
    report = json.loads(run("check", folder / "hard.txt", "--format", "json")[1])
    key = next(f["key"] for f in report["findings"] if f["rule"] == "everyday.prior-to")
    decisions = folder / "decisions.json"
    accepted = {"schema": "literacy.decisions/1", "accepted": [{"finding": key, "suggestion": 0}]}
    decisions.write_text(json.dumps(accepted))
    out = folder / "out.txt"
    status, _ = run("rewrite", folder / "hard.txt", "-o", out, "--accept", decisions)
    assert status == 0
    before = (folder / "hard.txt").read_text()
    assert out.read_text() == before.replace("prior to", "before", 1)


def test_a_word_file_comes_back_with_tracked_changes_unless_clean(tmp_path):
    word = docx.Document()
    word.add_paragraph("Take one tablet prior to food.")
    word.save(tmp_path / "a.docx")
    report = json.loads(run("check", tmp_path / "a.docx", "--format", "json")[1])
    accepted = [{"finding": f["key"], "suggestion": 0} for f in report["findings"]]
    decisions = tmp_path / "d.json"
    decisions.write_text(json.dumps({"schema": "literacy.decisions/1", "accepted": accepted}))
    for flags, tracked in (([], True), (["--clean"], False)):
        out = tmp_path / f"{tracked}.docx"
        run("rewrite", tmp_path / "a.docx", "-o", out, "--accept", decisions, *flags)
        xml = docx.Document(out).element.xml
        assert ("<w:del " in xml) is tracked
        assert read(out).text == "Take one tablet before food."


def test_a_decision_about_no_finding_is_refused_by_name(folder, monkeypatch, capsys):
    decisions = folder / "decisions.json"
    accepted = [{"finding": key, "suggestion": 0} for key in ("a@0-1", "b@0-1")]
    decisions.write_text(json.dumps({"schema": "literacy.decisions/1", "accepted": accepted}))
    argv = [
        "literacy",
        "rewrite",
        folder / "easy.txt",
        "-o",
        folder / "o.txt",
        "--accept",
        decisions,
    ]
    monkeypatch.setattr(sys, "argv", [str(one) for one in argv])
    with pytest.raises(SystemExit):
        main()
    assert "no finding 'a@0-1', 'b@0-1'" in capsys.readouterr().err
    assert not (folder / "o.txt").exists()


def test_what_the_file_cannot_hold_is_named(tmp_path):
    (tmp_path / "a.docx").write_bytes(
        word(paragraph("Wait. ", field("DOCPROPERTY x", "Utilise it.")))
    )
    result = run_both("rewrite", tmp_path / "a.docx", "-o", tmp_path / "b.docx")
    assert result.exit_code == 0
    why = "it stands in a field, which Word fills in by itself"
    assert f"Not changed, paragraph 1: “Utilise” to “Use”, because {why}." in result.stderr
    assert read(tmp_path / "b.docx").text == "Wait. Utilise it."


def test_a_pdf_comes_back_as_a_word_file_only(tmp_path, monkeypatch, capsys):
    (tmp_path / "a.txt").write_text("Utilise it.")
    run("rewrite", tmp_path / "a.txt", "-o", tmp_path / "a.pdf", "--accept", "none")
    argv = ["literacy", "rewrite", str(tmp_path / "a.pdf"), "-o", str(tmp_path / "b.pdf")]
    monkeypatch.setattr(sys, "argv", argv)
    with pytest.raises(SystemExit):
        main()
    assert "Name a Word file to write, such as b.docx." in capsys.readouterr().err
    result = run_both("rewrite", tmp_path / "a.pdf", "-o", tmp_path / "b.docx")
    assert "This is a new Word file with the words of a.pdf, not its layout." in result.stderr
    assert read(tmp_path / "b.docx").text == "Use it."


@pytest.mark.parametrize("ending", ["pdf", "docx", "html"])
def test_easy_read_is_written_in_each_format(folder, ending):
    out = folder / f"draft.{ending}"
    status, _ = run("easy-read", folder / "easy.txt", "-o", out)
    assert status == 0
    assert "Bring your letter with you." in read(out).text
    # The label stands on the cover, which a reader of web pages takes for the frame of the page.
    whole = out.read_text() if ending == "html" else read(out).text
    assert "This is a draft. Test it with readers" in whole


def test_rules_are_listed_as_text_json_and_a_page():
    listed = json.loads(run("rules", "--json")[1])
    fields = {"id", "find", "say", "when", "unless", "why", "source", "safety", "examples"}
    assert all(fields <= rule.keys() for rule in listed)
    assert "everyday.prior-to" in run("rules")[1]
    assert run("rules", "--markdown")[1].startswith("# The rules\n")
    assert "found in" in run("rules", "everyday.prior-to")[1]


def test_a_result_that_cannot_be_written_leaves_nothing_behind(folder, monkeypatch, capsys):
    monkeypatch.chdir(folder)
    argv = ["literacy", "rewrite", "easy.txt", "-o", "no/such/folder/out.txt"]
    monkeypatch.setattr(sys, "argv", argv)
    with pytest.raises(SystemExit):
        main()
    assert "cannot be written" in capsys.readouterr().err
    assert sorted(path.name for path in folder.iterdir()) == ["easy.txt", "hard.txt"]


def test_a_missing_protection_is_said_and_the_work_goes_on(folder, monkeypatch):
    monkeypatch.setattr("literacy.cli.walls.protection", lambda: {"network": "none"})
    result = CliRunner().invoke(app, ["score", str(folder / "easy.txt")])
    assert result.exit_code == 0
    assert "does not cut the reader off from the network" in result.stderr
    assert "UK reading age" in result.stdout


@pytest.mark.parametrize(
    ("walls", "said"),
    [
        ({"network": "none", "calls": "no sockets, no programs"}, []),
        ({"network": "empty network namespace", "calls": "none"}, []),
        ({"network": "none", "calls": "none"}, ["cut the reader off from the network"]),
        ({"folders": "none"}, ["keep the reader from your other files"]),
        ({"memory": "none", "time": "none"}, ["the memory that reading", "the time that reading"]),
    ],
)
def test_each_missing_wall_is_said_once(walls, said, monkeypatch):
    every = dict.fromkeys(("process", "memory", "time", "files", "folders", "network"), "stands")
    monkeypatch.setattr("literacy.cli.walls.protection", lambda: every | walls)
    lines = list(missing_walls())
    assert len(lines) == len(said)
    assert all(words in line for words, line in zip(said, lines, strict=True))


def test_a_leaflet_is_never_written_over_itself(folder):
    before = (folder / "hard.txt").read_text()
    result = run_both("rewrite", folder / "hard.txt", "-o", folder / "hard.txt")
    assert result.exit_code != 0
    assert "is the leaflet itself" in str(result.exception)
    assert (folder / "hard.txt").read_text() == before


def test_the_version_is_told():
    status, out = run("--version")
    assert (status, out.split()[0]) == (0, "literacy")


def test_easy_read_of_another_language_says_so(folder):
    german = (
        "Sie sollten vor der Untersuchung nichts essen. Bitte bringen Sie Ihre Medikamente mit."
    )
    (folder / "de.txt").write_text(german + " Rufen Sie uns an, wenn Sie Fieber haben.")
    result = run_both("easy-read", folder / "de.txt", "-o", folder / "de.html")
    assert "does not seem to be English" in result.stderr


def test_a_folder_is_not_called_damaged(folder):
    result = run_both("easy-read", folder, "-o", folder / "out.html")
    assert "is a folder. Name one file in it." in str(result.exception)
