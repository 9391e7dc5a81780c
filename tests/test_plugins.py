from importlib.metadata import EntryPoint

import pytest

from literacy import plugins
from literacy.document import Span
from literacy.errors import RuleError, UsageError
from literacy.parse import parse
from literacy.pipeline.finding import find
from literacy.rulebase.load import standard_rules
from literacy.rulebase.model import Rule
from tests.conftest import paragraphs


@pytest.mark.parametrize(
    ("group", "name"), [(group, name) for group, ours in plugins.BUILTIN.items() for name in ours]
)
def test_everything_of_ours_can_be_loaded(group, name):
    assert callable(plugins.load(group, name))


def test_every_check_is_asked_for_by_a_rule_and_every_rule_has_its_check():
    assert {rule.check for rule in standard_rules()} == plugins.BUILTIN["literacy.checks"].keys()


def test_an_unknown_name_names_those_there_are():
    with pytest.raises(UsageError, match=r"'nothing'.* cdc_index, pemat"):
        plugins.load("literacy.checklists", "nothing")


def test_a_rule_whose_check_does_not_exist_is_named_with_its_line():
    rule = Rule("a.b", "ours", "", (), (), (), check="nothing", place="ours.yml:7")
    with pytest.raises(RuleError, match=r"ours\.yml:7: there is no check called 'nothing'"):
        list(find(parse(paragraphs("Rest.")), [rule]))


def test_an_installed_package_adds_checks_and_takes_no_name_of_ours(monkeypatch):
    theirs = [
        EntryPoint("shouting", "tests.test_plugins:shouting", "literacy.checks"),
        EntryPoint("terms", "tests.test_plugins:shouting", "literacy.checks"),
    ]
    monkeypatch.setattr(plugins, "entry_points", lambda group: theirs)
    plugins.plugins.cache_clear()
    try:
        rule = Rule("a.b", "ours", "", (), (), (), check="shouting", message="Speak softly.")
        (found,) = find(parse(paragraphs("Rest!")), [rule])
        assert (found.rule, found.text, found.message) == ("a.b", "Rest!", "Speak softly.")
        assert plugins.load("literacy.checks", "terms") is not shouting
    finally:
        plugins.plugins.cache_clear()


def shouting(parsed, rules):
    yield rules[0].finding(parsed.document, Span(0, 5))


def test_a_package_that_cannot_be_loaded_is_named_with_its_remedy(monkeypatch):
    theirs = [
        EntryPoint("absent", "their_checks.nowhere:check", "literacy.checks"),
        EntryPoint("renamed", "tests.test_plugins:whispering", "literacy.checks"),
    ]
    monkeypatch.setattr(plugins, "entry_points", lambda group: theirs)
    plugins.plugins.cache_clear()
    try:
        with pytest.raises(UsageError, match=r"'absent' of the package their_checks cannot be .*"):
            plugins.load("literacy.checks", "absent")
        with pytest.raises(UsageError, match=r"AttributeError.* pip uninstall tests"):
            plugins.load("literacy.checks", "renamed")
    finally:
        plugins.plugins.cache_clear()
