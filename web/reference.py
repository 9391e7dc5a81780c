"""Rules and their sources, looked up for the page: loaded once, when first asked for."""

from __future__ import annotations

from functools import cache

from literacy.folders import rules_folder
from literacy.rulebase.load import load_sources, standard_rules
from literacy.rulebase.model import Rule, Source


@cache
def sources() -> dict[str, Source]:
    return load_sources(rules_folder() / "sources.yml")


@cache
def rules() -> dict[str, Rule]:
    return {rule.id: rule for rule in standard_rules()}


def sources_of(keys: tuple[str, ...]) -> list[Source]:
    """Return the sources by key. A key that the rule base does not know stands for itself."""
    return [sources().get(key, Source(key, key)) for key in keys]
