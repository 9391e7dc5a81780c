"""YAML files opened: whatever is wrong with one is a ``RuleError`` that names file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from literacy.errors import RuleError


def compose(path: Path) -> yaml.Node | None:
    """Return the file as YAML nodes, which know their lines; None for an empty file."""
    try:
        node: yaml.Node | None = yaml.compose(_text(path), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise _wrong(path, error) from error
    return node


def construct(path: Path, node: yaml.Node) -> Any:
    """Return the data of one node of ``path``."""
    _refuse_double_keys(path, node)
    try:
        return yaml.CSafeLoader("").construct_document(node)
    except yaml.YAMLError as error:
        raise _wrong(path, error) from error


def load_mapping(path: Path) -> dict[str, Any]:
    """Return a file that is one mapping; an empty file is an empty one."""
    node = compose(path)
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise RuleError(f"{path}:1: this file must be a mapping: 'name: value' on each line")
    data: dict[str, Any] = construct(path, node)
    return data


def place(path: Path, word: object) -> str:
    """Return the file and the line where ``word`` first stands, for the message of an error."""
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if str(word) in line.partition("#")[0]:
            return f"{path}:{number}"
    return f"{path}:1"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise RuleError(f"{path}: there is no such file. Check its name and place.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}:1: cannot be read as UTF-8 text ({error})") from error


def _wrong(path: Path, error: yaml.YAMLError) -> RuleError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or error
    return RuleError(f"{path}:{mark.line + 1 if mark else 1}: {problem}")


def _refuse_double_keys(path: Path, node: yaml.Node) -> None:
    """YAML would keep the last of two equal keys, and lose the first in silence."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_double_keys(path, item)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                line = key.start_mark.line + 1
                raise RuleError(f"{path}:{line}: {key.value!r} is given twice")
            seen.add(str(key.value))
            _refuse_double_keys(path, value)
