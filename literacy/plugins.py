"""Find readers, checks and exporters: ours, then any installed package's.

Ours are named in the same ``module:function`` form as an entry point, so there is one way to load a
plugin and no import until it is used.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from literacy.errors import UsageError

BUILTIN = {
    "literacy.checks": {
        "terms": "literacy.checks.terms:find_terms",
        "long_sentence": "literacy.checks.sentences:long_sentence",
        "long_paragraph": "literacy.checks.sentences:long_paragraph",
        "split_and": "literacy.rewriting.split:split_and",
        "split_but": "literacy.rewriting.split:split_but",
        "split_so": "literacy.rewriting.split:split_so",
        "split_because": "literacy.rewriting.split:split_because",
        "split_although": "literacy.rewriting.split:split_although",
        "split_semicolon": "literacy.rewriting.split:split_semicolon",
        "split_definition": "literacy.rewriting.restructure:split_definition",
        "split_examples": "literacy.rewriting.restructure:split_examples",
        "split_effect": "literacy.rewriting.restructure:split_effect",
        "make_active": "literacy.rewriting.active:make_active",
        "split_relative": "literacy.rewriting.relatives:split_relative",
        "split_apposition": "literacy.rewriting.relatives:split_apposition",
        "split_pointing": "literacy.rewriting.relatives:split_pointing",
        "split_since": "literacy.rewriting.reasons:split_since",
        "split_therefore": "literacy.rewriting.reasons:split_therefore",
        "split_aim": "literacy.rewriting.reasons:split_aim",
        "split_happening": "literacy.rewriting.reasons:split_happening",
        "split_three": "literacy.rewriting.threefold:split_three",
        "reader_acts": "literacy.rewriting.turned:reader_acts",
        "staff_act": "literacy.rewriting.turned:staff_act",
        "list_as_bullets": "literacy.rewriting.bullets:list_as_bullets",
        "split_examples_inside": "literacy.rewriting.examples:split_examples_inside",
        "list_of_consequences": "literacy.rewriting.consequences:list_of_consequences",
        "split_second_verb": "literacy.rewriting.pairs:split_second_verb",
        "list_of_actions": "literacy.rewriting.rows:list_of_actions",
        "list_of_signs": "literacy.rewriting.rows:list_of_signs",
        "speak_to_reader": "literacy.rewriting.patients:speak_to_reader",
        "speak_as_staff": "literacy.rewriting.patients:speak_as_staff",
        "hidden_verb": "literacy.rewriting.hidden_verbs:hidden_verb",
        "split_bracket": "literacy.rewriting.brackets:split_bracket",
        "where_to_cut": "literacy.rewriting.cut:where_to_cut",
        "split_new_subject": "literacy.rewriting.pairs:split_new_subject",
        "split_long_subject": "literacy.rewriting.pairs:split_long_subject",
        "passive": "literacy.checks.voice:passive",
        "unexplained_abbreviation": "literacy.checks.abbreviations:unexplained_abbreviation",
        "risk_word_without_number": "literacy.checks.risk:risk_word_without_number",
        "changing_denominator": "literacy.checks.risk:changing_denominator",
        "long_heading": "literacy.checks.layout:long_heading",
        "skipped_heading_level": "literacy.checks.layout:skipped_heading_level",
        "second_title": "literacy.checks.layout:second_title",
        "no_headings": "literacy.checks.layout:no_headings",
        "long_list": "literacy.checks.layout:long_list",
        "vague_link": "literacy.checks.layout:vague_link",
        "hard_to_read_emphasis": "literacy.checks.layout:hard_to_read_emphasis",
        "block_capitals": "literacy.checks.layout:block_capitals",
        "picture_without_words": "literacy.checks.layout:picture_without_words",
        "list_item_ending": "literacy.checks.lists:list_item_ending",
        "list_item_capital": "literacy.checks.lists:list_item_capital",
        "list_without_colon": "literacy.checks.lists:list_without_colon",
        "uneven_list": "literacy.checks.lists:uneven_list",
        "heading_in_title_case": "literacy.checks.lists:heading_in_title_case",
        "relative_risk_alone": "literacy.checks.numeracy:relative_risk_alone",
        "sum_to_do": "literacy.checks.numeracy:sum_to_do",
        "large_number": "literacy.checks.numeracy:large_number",
        "mixed_chances": "literacy.checks.numeracy:mixed_chances",
        "two_words_for_one_thing": "literacy.checks.wording:two_words_for_one_thing",
        "unclear_pronoun": "literacy.checks.wording:unclear_pronoun",
        "tone_of_should": "literacy.checks.wording:tone_of_should",
        "hard_word_first": "literacy.checks.wording:hard_word_first",
        "long_document": "literacy.checks.wording:long_document",
        "link_to_unnamed_file": "literacy.checks.wording:link_to_unnamed_file",
    },
    "literacy.checklists": {
        "pemat": "literacy.checks.checklists:pemat",
        "cdc_index": "literacy.checks.checklists:cdc_index",
    },
}


@cache
def plugins(group: str) -> dict[str, EntryPoint]:
    """Return name -> entry point. An installed package may not take a built-in name."""
    ours = {name: EntryPoint(name, value, group) for name, value in BUILTIN[group].items()}
    theirs = {point.name: point for point in entry_points(group=group)}
    return theirs | ours


def load(group: str, name: str) -> Callable[..., Any]:
    """Import and return a plugin.

    Raises:
        UsageError: there is none of that name, or the package that brought it is broken.
    """
    if name not in plugins(group):
        raise UsageError(f"There is no {name!r} among {group}: {', '.join(sorted(plugins(group)))}")
    point = plugins(group)[name]
    try:
        plugin: Callable[..., Any] = point.load()
    except Exception as error:  # another package's code, which may raise anything at all
        package = point.dist.name if point.dist else point.module.partition(".")[0]
        raise UsageError(
            f"{name!r} of the package {package} cannot be loaded: {type(error).__name__}: {error}. "
            f"Install {package} again in its newest version, or take it out: "
            f"pip uninstall {package}"
        ) from error
    return plugin
