"""Read rule files. A mistake in one is reported as ``path:line: what is wrong``.

The kind of a rule is the first name of its path below the folder: ``rules/medical/heart.yml`` and
``rules/medical.yml`` both hold rules of kind "medical".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from literacy.errors import RuleError
from literacy.findings import Safety, Severity
from literacy.folders import rules_folder
from literacy.rulebase.files import compose, construct, load_mapping
from literacy.rulebase.kept import kept
from literacy.rulebase.model import Condition, Example, Find, Rule, Source
from literacy.rulebase.packed import packed, unpacked
from literacy.words.search import folded

REQUIRED = {"id", "why", "source", "examples"}
OPTIONAL = {
    "find", "say", "gloss", "when", "unless", "check", "limit", "message", "severity", "safety",
}  # fmt: skip
FIND = {"phrase", "lemma", "pos", "exact", "case", "pattern"}
CONDITIONS = {
    "object", "subject", "head", "child", "before", "after", "near", "sentence", "pos", "dep",
    "phrase", "block",
}  # fmt: skip
LABELS = {"pos", "dep", "block"}
NAMED = {"named-condition", "named-medicine", "quoted", "explained"}
POS = {"", "NOUN", "VERB", "ADJ", "ADV"}
TEXTS = ("id", "why", "gloss", "check", "message", "severity", "safety")
SOURCE = {"title", "url", "licence", "notice"}
SOURCE_FIELDS = "url, licence and notice"
NOT_RULES = {"words", "profiles"}
BESIDE_RULES = {"sources.yml", "standards.yml"}
ID = re.compile(r"[a-z][a-z0-9-]*\.[a-z0-9][a-z0-9-]*")


@cache
def standard_rules() -> tuple[Rule, ...]:
    """Return the rules that ship with the program, loaded once."""
    return tuple(map(unpacked, kept("rules", lambda: [*map(packed, load_rules(rules_folder()))])))


def load_rules(folder: Path) -> tuple[Rule, ...]:
    """Load every ``*.yml`` of rules under ``folder``, in path order.

    Raises:
        RuleError: a rule is wrong, its id is used twice, or its source is not in ``sources.yml``.
    """
    lists, sources = _word_lists(folder), load_sources(folder / "sources.yml")
    seen: dict[str, str] = {}
    rules = []
    for path in sorted(folder.rglob("*.yml")):
        kind = path.relative_to(folder).with_suffix("").parts[0]
        if kind in NOT_RULES or path.name in BESIDE_RULES:
            continue
        for rule in _rules(path, kind, lists, sources):
            if rule.id in seen:
                raise RuleError(f"{rule.place}: id {rule.id!r} is already used at {seen[rule.id]}")
            seen[rule.id] = rule.place
            rules.append(rule)
    return tuple(rules)


def load_file(path: Path, kind: str) -> tuple[Rule, ...]:
    """Load one file of rules that name our sources and word lists.

    Raises:
        RuleError: the file cannot be read, or a rule is wrong.
    """
    folder = rules_folder()
    return tuple(_rules(path, kind, _word_lists(folder), load_sources(folder / "sources.yml")))


def _rules(
    path: Path, kind: str, lists: Mapping[str, list[str]], sources: Mapping[str, Source]
) -> Iterator[Rule]:
    for line, entry in _entries(path):
        yield _Reader(f"{path}:{line}", lists, sources.keys()).rule(entry, kind)


def load_sources(path: Path) -> dict[str, Source]:
    """Return the sources by id; empty where the file does not exist."""
    if not path.exists():
        return {}
    return {key: _source(path, key, fields) for key, fields in load_mapping(path).items()}


def _source(path: Path, key: str, fields: Any) -> Source:
    names = fields.keys() if isinstance(fields, dict) else set()
    if "title" not in names or names - SOURCE:
        raise RuleError(f"{path}:1: source {key!r} needs a title, and may have {SOURCE_FIELDS}")
    return Source(key, **fields)


def _word_lists(folder: Path) -> dict[str, list[str]]:
    path = folder / "words" / "lists.yml"
    if not path.exists():
        return {}
    lists = load_mapping(path)
    for name, words in lists.items():
        if not (isinstance(words, list) and all(isinstance(word, str) for word in words)):
            raise RuleError(f"{path}:1: {name} is not a list of words (quote yes, no and numbers)")
    return lists


def _entries(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    node = compose(path)
    if not isinstance(node, yaml.SequenceNode):
        raise RuleError(f"{path}:1: a rule file is a list of rules")
    for item in node.value:
        if not isinstance(item, yaml.MappingNode):
            raise RuleError(f"{path}:{item.start_mark.line + 1}: a rule is a mapping")
        yield item.start_mark.line + 1, construct(path, item)


class _Reader:
    """Turns one entry into a rule; keeps where it stands, for the error message."""

    def __init__(self, place: str, lists: Mapping[str, list[str]], sources: Any) -> None:
        self._place = place
        self._lists = lists
        self._sources = sources

    def rule(self, entry: dict[str, Any], kind: str) -> Rule:
        self._check(entry)
        examples = entry["examples"]
        if not isinstance(examples, dict) or examples.keys() - {"bad", "good"}:
            raise self._error("examples are two lists, 'bad' and 'good'")
        return Rule(
            id=entry["id"],
            kind=kind,
            why=entry["why"],
            source=self._source(entry["source"]),
            bad=self._examples(examples, "bad"),
            good=self._examples(examples, "good"),
            find=(find := self._find(entry["find"]) if "find" in entry else None),
            say=self._say(entry.get("say", ()), find),
            gloss=entry.get("gloss", ""),
            when=tuple(self._conditions(entry.get("when", ()), "when")),
            unless=tuple(self._conditions(entry.get("unless", ()), "unless")),
            check=entry.get("check", "terms"),
            limit=float(entry.get("limit", 0)),
            message=entry.get("message", ""),
            severity=self._choice(Severity, entry.get("severity", "warning")),
            safety=self._choice(Safety, entry.get("safety", "review")),
            place=self._place,
        )

    def _check(self, entry: dict[str, Any]) -> None:
        if missing := REQUIRED - entry.keys():
            raise self._error(f"missing {', '.join(sorted(missing))}")
        if unknown := entry.keys() - REQUIRED - OPTIONAL:
            raise self._error(f"unknown {', '.join(sorted(map(str, unknown)))}")
        if "find" not in entry and "check" not in entry:
            raise self._error("give 'find' or 'check'")
        if entry.get("say") and entry.get("gloss"):
            raise self._error("give 'say' or 'gloss', not both")
        for name in TEXTS:
            if not isinstance(entry.get(name, ""), str):
                raise self._error(f"{name}: put quotes around {entry[name]!r}")
        if type(entry.get("limit", 0)) not in (int, float):
            raise self._error(f"limit {entry['limit']!r} is not a number")
        if not ID.fullmatch(str(entry["id"])):
            raise self._error(f"id {entry['id']!r} is not of the form topic.thing-found")

    def _source(self, value: Any) -> tuple[str, ...]:
        keys = tuple(self._strings(value, "source"))
        if unknown := [key for key in keys if key not in self._sources]:
            raise self._error(f"source {unknown[0]!r} is not in sources.yml")
        return keys

    def _examples(self, examples: dict[str, Any], which: str) -> tuple[Example, ...]:
        parsed = tuple(map(Example.parse, self._strings(examples.get(which, ()), which)))
        for example in parsed:
            if (example.span is None) == (which == "bad"):
                raise self._error(f"a {which} example with the wrong mark: {example.text!r}")
        return parsed

    def _find(self, value: Any) -> Find:
        if isinstance(value, str | list):
            return Find(phrases=tuple(self._strings(value, "find")))
        if not isinstance(value, dict):
            raise self._error(f"find: put quotes around {value!r}")
        if unknown := value.keys() - FIND:
            raise self._error(f"unknown in find: {', '.join(sorted(map(str, unknown)))}")
        if value.get("pos", "") not in POS:
            raise self._error(f"pos {value['pos']!r} is not one of NOUN, VERB, ADJ, ADV")
        phrases = value.get("lemma") or value.get("phrase") or ()
        if bool(phrases) == bool(value.get("pattern")):
            raise self._error("find needs one of phrase, lemma and pattern")
        return Find(
            phrases=tuple(self._strings(phrases, "find")),
            pos=value.get("pos", ""),
            exact=bool(value.get("exact", False)),
            case=bool(value.get("case", False)),
            pattern=self._pattern(value.get("pattern", "")),
        )

    def _pattern(self, pattern: Any) -> str:
        if not isinstance(pattern, str):
            raise self._error(f"pattern: put quotes around {pattern!r}")
        try:
            re.compile(pattern)
        except re.error as error:
            raise self._error(f"pattern {pattern!r}: {error}") from error
        return pattern

    def _say(self, value: Any, find: Find | None) -> tuple[str, ...]:
        words = tuple(self._strings(value, "say"))
        pattern = re.compile(find.pattern if find else "")
        for say in words:
            try:
                pattern.sub(say, "")  # reads the template even where nothing is found
            except (re.error, IndexError) as error:
                raise self._error(f"say {say!r}: {error}, as the pattern has it") from error
        return words

    def _conditions(self, value: Any, which: str) -> Iterator[Condition]:
        for item in value if isinstance(value, list | tuple) else [value]:
            if isinstance(item, str):
                yield self._word_condition(item, which)
                continue
            if not isinstance(item, dict):
                raise self._error(f"{which}: put quotes around {item!r}")
            for kind, words in item.items():
                if kind not in CONDITIONS:
                    raise self._error(f"unknown in {which}: {kind}")
                wanted = tuple(self._expand(self._strings(words, which)))
                # Words are compared in lower case; "NOUN" and "nsubj" are no words.
                yield Condition(kind, wanted if kind in LABELS else tuple(map(folded, wanted)))

    def _word_condition(self, item: str, which: str) -> Condition:
        if item in NAMED:
            return Condition(item, ())
        return Condition("phrase" if which == "unless" else "sentence", (item,))

    def _expand(self, words: list[str]) -> Iterator[str]:
        for word in words:
            if word.startswith("@"):
                if word[1:] not in self._lists:
                    raise self._error(f"{word} is not in words/lists.yml")
                yield from self._lists[word[1:]]
            else:
                yield word

    def _strings(self, value: Any, which: str) -> list[str]:
        items = list(value) if isinstance(value, list | tuple) else [value]
        for item in items:
            # YAML reads a bare no, off or 5 as something else than a word.
            if not isinstance(item, str):
                raise self._error(f"{which}: put quotes around {item!r}")
        return items

    def _choice(self, kind: Any, value: str) -> Any:
        try:
            return kind(value)
        except ValueError as error:
            choices = ", ".join(kind)
            raise self._error(f"{value!r} is not one of {choices}") from error

    def _error(self, message: str) -> RuleError:
        return RuleError(f"{self._place}: {message}")
