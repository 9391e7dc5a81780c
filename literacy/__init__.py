"""Literacy: how easy a health leaflet is to read, what to change, and an Easy Read draft of it.

The names below are the whole public face. Each is imported when first used, so that a program that
only reads or scores never waits for the language model.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from literacy.pipeline.analysing import analyse
    from literacy.pipeline.composing import easy_read
    from literacy.pipeline.explaining import jargon
    from literacy.pipeline.measuring import difficulty, score, syllables
    from literacy.pipeline.reading import export, read
    from literacy.pipeline.rewriting import rewrite, simplify

__all__ = [
    "analyse",
    "difficulty",
    "easy_read",
    "export",
    "jargon",
    "read",
    "rewrite",
    "score",
    "simplify",
    "syllables",
]

_HOMES = {
    "analyse": "analysing",
    "difficulty": "measuring",
    "easy_read": "composing",
    "export": "reading",
    "jargon": "explaining",
    "read": "reading",
    "rewrite": "rewriting",
    "score": "measuring",
    "simplify": "rewriting",
    "syllables": "measuring",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'literacy' has no attribute {name!r}")
    return getattr(import_module(f"literacy.pipeline.{_HOMES[name]}"), name)
