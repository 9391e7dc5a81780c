"""What an organisation adds in its own profile: rules, a glossary, and words to leave alone.

```yaml
based_on: plain
rules: [our-rules.yml]                      # files beside the profile, written like ours
glossary:
  Hickman line: "A Hickman line is a soft tube that goes into a big vein."
leave_alone: [Wellbeing Hub, Sunrise Suite]
```

An entry of the glossary takes the place of our own rules for that word: two explanations of one
word would leave the reader to choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from literacy.errors import RuleError
from literacy.rulebase.files import place
from literacy.rulebase.load import load_file
from literacy.rulebase.model import Condition, Find, Rule
from literacy.words.inflect import bases, inflections
from literacy.words.search import folded
from literacy.words.spelling import spellings

SOURCE = "house-style"
WHY = "Your own glossary explains this word."
FIELDS = {"rules", "glossary", "leave_alone"}


def with_house(rules: tuple[Rule, ...], entry: dict[str, Any], path: Path) -> tuple[Rule, ...]:
    """Return ``rules`` with what the profile in ``path`` adds, and without what it replaces.

    Raises:
        RuleError: an entry is wrong; the message names the file, and what to write.
    """
    own = (*_own_rules(entry, path, {rule.id for rule in rules}), *_glossary(entry, path))
    left = tuple(_forms(_texts(entry, "leave_alone", path)))
    found = (*_without(rules, own), *own)
    return tuple(_leaving(rule, left) for rule in found) if left else found


def rule_files(entry: dict[str, Any], path: Path) -> tuple[Path, ...]:
    """Return the files of rules that the profile in ``path`` names."""
    return tuple(path.parent / name for name in _texts(entry, "rules", path))


def _own_rules(entry: dict[str, Any], path: Path, used: set[str]) -> Iterator[Rule]:
    for file in rule_files(entry, path):
        for rule in load_file(file, "house"):
            if rule.id in used:
                raise RuleError(
                    f"{rule.place}: id {rule.id!r} is taken. Give it a name of its own."
                )
            used.add(rule.id)
            yield rule


def _glossary(entry: dict[str, Any], path: Path) -> Iterator[Rule]:
    glossary = entry.get("glossary", {})
    if not isinstance(glossary, dict):
        at = place(path, "glossary")
        raise RuleError(f"{at}: glossary is a mapping: a word and its sentence on each line")
    for word, gloss in glossary.items():
        if not (isinstance(word, str) and isinstance(gloss, str) and gloss.strip().endswith(".")):
            raise RuleError(
                f"{place(path, word)}: glossary: give {word!r} one whole sentence in quotes, "
                "with a full stop"
            )
        name = re.sub(r"[^a-z0-9]+", "-", folded(word)).strip("-") or "word"
        yield Rule(
            id=f"glossary.{name}",
            kind="explain",
            why=WHY,
            source=(SOURCE,),
            bad=(),
            good=(),
            find=Find((word,)),
            gloss=gloss.strip(),
            place=place(path, word),
        )


def _without(rules: Iterable[Rule], own: Iterable[Rule]) -> Iterator[Rule]:
    """Yield ``rules`` without the phrases that an own rule looks for."""
    taken = {folded(phrase) for rule in own if rule.find for phrase in rule.find.phrases}
    for rule in rules:
        if rule.find is None or not any(folded(one) in taken for one in rule.find.phrases):
            yield rule
        elif kept := tuple(one for one in rule.find.phrases if folded(one) not in taken):
            yield replace(rule, find=replace(rule.find, phrases=kept))


def _forms(phrases: Iterable[str]) -> Iterator[str]:
    """Yield each phrase in every form and spelling: "utilise" stands for "utilising" too."""
    for phrase in phrases:
        for base in {phrase, *bases(phrase)}:
            for form in inflections(base):
                yield from spellings(form)
        yield phrase


def _leaving(rule: Rule, phrases: tuple[str, ...]) -> Rule:
    return replace(rule, unless=(*rule.unless, Condition("phrase", phrases)))


def _texts(entry: dict[str, Any], field: str, path: Path) -> tuple[str, ...]:
    values = entry.get(field, [])
    if not (isinstance(values, list) and all(isinstance(value, str) for value in values)):
        raise RuleError(f"{place(path, field)}: {field} is a list of words in quotes")
    return tuple(values)
