"""Our frozen records as plain data, and back: what crosses a process border or lies on disk.

One pair of functions serves every record, by its type hints, so that no record needs code of its
own. Bytes travel as base64. Only the named record type is ever made, so the data need not be
trusted.
"""

from __future__ import annotations

import json
import types
from base64 import b64decode, b64encode
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def dump(value: Any) -> Any:
    """Return ``value`` as dicts, lists, strings, numbers, booleans and None."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: dump(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [dump(item) for item in value]
    if isinstance(value, dict):
        return {key: dump(item) for key, item in value.items()}
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    return value.value if isinstance(value, StrEnum) else value


def load(kind: type[T], data: Any) -> T:
    """Return the record of type ``kind`` that ``dump`` made ``data`` from.

    Raises:
        TypeError, ValueError, KeyError: ``data`` does not fit ``kind``.
    """
    value: T = _load(kind, data)
    return value


def _load(kind: Any, data: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(kind) if option is not types.NoneType]
        return None if data is None else _load(options[0], data)
    if origin is tuple:
        item = get_args(kind)[0]
        return tuple(_load(item, part) for part in data)
    if origin is dict:
        return {str(key): _load(get_args(kind)[1], part) for key, part in data.items()}
    if is_dataclass(kind):
        record: Any = kind  # is_dataclass narrows it to what cannot be called
        known = ((name, hint) for name, hint in _hints(record) if name in data)
        return record(**{name: _load(hint, data[name]) for name, hint in known})
    if kind is bytes:
        return b64decode(data, validate=True)
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if issubclass(kind, StrEnum):
        return kind(data)
    if not isinstance(data, kind):
        raise TypeError(f"{data!r} is not {kind.__name__}")
    return data


def packed(record: Any) -> bytes:
    """Return a record as the bytes of its plain data."""
    return json.dumps(dump(record), separators=(",", ":")).encode("ascii")


def unpacked(kind: type[T], data: bytes) -> T:
    """Return the record of type ``kind`` that ``packed`` made ``data`` from.

    Raises:
        ValueError: ``data`` does not hold such a record.
    """
    try:
        return load(kind, json.loads(data))
    except (AttributeError, KeyError, RecursionError, TypeError) as error:
        raise ValueError(f"not a {kind.__name__}") from error


@cache
def _hints(record: Any) -> tuple[tuple[str, Any], ...]:
    return tuple(get_type_hints(record).items())
