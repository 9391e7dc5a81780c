"""Imports point one way. The order of this table is the order of the house."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# A module may import from any row below its own, never from beside or above.
LAYERS = (
    {"literacy.__main__"},
    {"literacy.cli"},
    {"web", "literacy.batch"},
    {"literacy.pipeline"},
    {
        "literacy.readers",
        "literacy.checks",
        "literacy.rewriting",
        "literacy.easyread",
        "literacy.exporters",
    },
    {"literacy.measure", "literacy.plugins"},
    {"literacy.parse", "literacy.rulebase"},
    {"literacy.odf"},
    {"literacy.words", "literacy.ooxml"},
    {"literacy.wall"},
    {"literacy.plain", "literacy.composed", "literacy.ranking"},
    {"literacy.findings"},
    {"literacy.document"},
    {"literacy.errors", "literacy.folders", "literacy.decoding"},
)
# Each dependency has one door: the modules that may import it.
DOORS: dict[str, set[str]] = {
    "spacy": {"literacy.parse", "literacy.checks", "literacy.rewriting"},
    "pdfplumber": {"literacy.readers"},
    "docx": {"literacy.exporters"},
    "weasyprint": {"literacy.exporters.pdf"},
    "textstat": {"literacy.words"},
    "flask": {"web"},
    "huey": {"web"},
    "lemminflect": {"literacy.words.inflect"},
    "wordfreq": set(),  # rules/words/frequencies.tsv is made from it
    "msgpack": set(),
}
MODULES = sorted(p for top in ("literacy", "web") for p in (ROOT / top).rglob("*.py"))


def layer(module: str) -> tuple[int, str] | None:
    for depth, row in enumerate(LAYERS):
        for name in row:
            if module == name or module.startswith(name + "."):
                return depth, name
    return None


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: name_of(path))
def test_imports_point_down(path):
    module = name_of(path)
    if module == "literacy":
        return  # the front door re-exports the public names
    here = layer(module)
    assert here, f"give {module} a place in LAYERS"
    for imported in imports(path):
        there = layer(imported)
        if there and here[1] != there[1]:
            assert here[0] < there[0], f"{module} may not import {imported}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: name_of(path))
def test_each_dependency_has_one_door(path):
    module = name_of(path)
    for imported in imports(path):
        doors = DOORS.get(imported.split(".")[0])
        if doors:
            assert any(module == door or module.startswith(door + ".") for door in doors), imported
