"""What the documents say holds: the README's code runs, its commands exist, the lists are fresh."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from literacy import errors
from literacy.cli import app
from literacy.rulebase.load import load_sources, standard_rules
from literacy.rulebase.reference import show

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TRACKED = subprocess.run(
    ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
).stdout.split("\n")
# What a reader of the project should never meet: a machine's paths, a registry's host.
PRIVATE = re.compile(r"/work/|/root/|\.\./shared|\bpypi\.org|files\.pythonhosted|registry\.npmjs")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_python_in_the_readme_runs():
    (code,) = blocks("python")
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)


@pytest.mark.parametrize("line", re.findall(r"^literacy (\S+) .*$", README, re.MULTILINE))
def test_each_command_of_the_readme_exists(line):
    assert CliRunner().invoke(app, [line, "--help"]).exit_code == 0


def test_each_file_that_the_readme_names_is_there():
    named = re.findall(r"(?:`|\]\()((?:rules|corpora|tests|literacy|\.ci)/[\w./-]+)", README)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_readme_names_every_kind_of_reading_error():
    assert [kind for kind in errors.ReadKind if f"`{kind}`" not in README] == []


def test_the_reference_page_is_made_from_the_rules():
    page = (ROOT / "rules" / "REFERENCE.md").read_text(encoding="utf-8")
    assert page == show(None, "markdown"), "literacy rules --markdown > rules/REFERENCE.md"


def test_every_source_is_used_or_notes_a_word_list():
    used = {key for rule in standard_rules() for key in rule.source}
    lists = {"us-uk-spelling", "word-complexity", "disease-ontology", "medical-abbreviations"}
    assert load_sources(ROOT / "rules" / "sources.yml").keys() - used <= lists | {
        "nci-dictionary",
        "retext-simplify",
        "retext-equality",
        "house-style",  # for the rules of an organisation
    }


def test_the_top_level_holds_what_was_agreed_and_nothing_else():
    top = {path.split("/")[0] for path in TRACKED if path}
    assert top == {
        ".ci",
        ".gitignore",
        "LICENSE",
        "README.md",
        "corpora",
        "literacy",
        "pyproject.toml",
        "rules",
        "tests",
        "web",
    }


@pytest.mark.parametrize(
    "path", [path for path in TRACKED if path.endswith((".py", ".md", ".yml"))]
)
def test_no_file_names_a_machine_or_a_registry(path):
    if path == "tests/test_docs.py":
        return
    assert not PRIVATE.search((ROOT / path).read_text(encoding="utf-8"))
