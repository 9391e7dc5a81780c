"""The installed program: what it puts on the path, and that its data comes along."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = [path for top in ("literacy", "web", "rules") for path in (ROOT / top).rglob("*")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", out, ROOT]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = out.glob("literacy-*.whl")
    return path


def test_the_wheel_takes_no_generic_name(wheel):
    names = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {name for name in names if not name.endswith(".dist-info")} == {
        "literacy",
        "literacy_web",
    }


def test_the_wheel_holds_every_module_rule_template_and_style_sheet(wheel):
    packed = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        _in_wheel(path.relative_to(ROOT))
        for path in SOURCES
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted - packed == set()


def _in_wheel(path: Path) -> str:
    top, *rest = path.parts
    home = {"literacy": "literacy", "web": "literacy_web", "rules": "literacy/rules"}[top]
    return "/".join((home, *rest))


def test_the_installed_program_runs_away_from_its_checkout(wheel, tmp_path):
    home = tmp_path / "site"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "-t", home, wheel]
    subprocess.run(command, check=True, capture_output=True)
    (tmp_path / "leaflet.txt").write_text("Take the tablet prior to food. Bring your letter.")
    code = (
        "import literacy, literacy_web\n"
        "assert 'site' in literacy.__file__ and 'site' in literacy_web.__file__\n"
        "report = literacy.analyse(literacy.read('leaflet.txt'))\n"
        "print([finding.rule for finding in report.findings])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "everyday.prior-to" in done.stdout
