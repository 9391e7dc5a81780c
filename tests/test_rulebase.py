import os

import pytest

from literacy.document import Span
from literacy.errors import RuleError, UsageError
from literacy.rulebase.compile import compiled
from literacy.rulebase.load import load_rules
from literacy.rulebase.model import Example
from literacy.rulebase.profile import load_profile

RULE = {
    "id": "terms.prior-to",
    "find": "prior to",
    "say": "[before]",
    "why": "It is plain.",
    "source": "guide",
    "examples": '{bad: ["Rest [prior to -> before] it."], good: ["A prior total."]}',
}


def rule(**fields: str | None) -> str:
    given = {name: value for name, value in (RULE | fields).items() if value is not None}
    lines = [f"{name}: {value}" for name, value in given.items()]
    return "- " + "\n  ".join(lines) + "\n"


def load(folder, text: str):
    (folder / "sources.yml").write_text("guide: {title: A guide}\n", encoding="utf-8")
    (folder / "terms.yml").write_text(text, encoding="utf-8")
    return load_rules(folder)


def test_rule_takes_its_kind_from_its_file_and_keeps_its_line(tmp_path):
    (found,) = load(tmp_path, "\n" + rule())
    assert (found.id, found.kind, found.say) == ("terms.prior-to", "terms", ("before",))
    assert found.place == f"{tmp_path / 'terms.yml'}:2"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"why": None}, "missing why"),
        ({"colour": "red"}, "unknown colour"),
        ({"find": None}, "give 'find' or 'check'"),
        ({"gloss": "It means before."}, "give 'say' or 'gloss', not both"),
        ({"id": "prior"}, "not of the form"),
        ({"id": "7"}, "id: put quotes around 7"),
        ({"why": "yes"}, "why: put quotes around True"),
        ({"source": "nowhere"}, "'nowhere' is not in sources.yml"),
        ({"say": "[no]"}, "say: put quotes around False"),
        ({"say": "5"}, "say: put quotes around 5"),
        ({"say": "{a: b}"}, "say: put quotes around"),
        ({"find": "5"}, "find: put quotes around 5"),
        ({"find": "{pattern: 5}"}, "pattern: put quotes around 5"),
        ({"find": "{pattern: '(a'}"}, "missing )"),
        ({"find": "{lemma: a, pos: noun}"}, "'noun' is not one of"),
        ({"find": "{pattern: '(a)'}", "say": "['\\2']"}, "invalid group reference 2"),
        ({"find": "{pattern: '(a)'}", "say": "['\\g<b>']"}, "unknown group name 'b'"),
        ({"find": "{lemma: a, pattern: b}"}, "find needs one of"),
        ({"find": "{lema: a}"}, "unknown in find: lema"),
        ({"when": "[5]"}, "when: put quotes around 5"),
        ({"when": "5"}, "when: put quotes around 5"),
        ({"when": "[{objekt: [a]}]"}, "unknown in when: objekt"),
        ({"unless": "[{object: ['@gone']}]"}, "@gone is not in words/lists.yml"),
        ({"unless": "[{object: [on]}]"}, "unless: put quotes around True"),
        ({"severity": "grave"}, "'grave' is not one of"),
        ({"safety": "yes"}, "safety: put quotes around True"),
        ({"limit": "many"}, "limit 'many' is not a number"),
        ({"examples": "[a]"}, "examples are two lists"),
        ({"examples": "{bad: ['no mark'], good: []}"}, "a bad example with the wrong mark"),
        ({"examples": "{bad: [], good: ['a [mark]']}"}, "a good example with the wrong mark"),
        ({"examples": "{bad: [5], good: []}"}, "bad: put quotes around 5"),
    ],
)
def test_a_mistake_names_the_file_and_the_line_of_its_rule(tmp_path, fields, message):
    with pytest.raises(RuleError) as caught:
        load(tmp_path, "\n\n" + rule(**fields))
    assert str(caught.value).startswith(f"{tmp_path / 'terms.yml'}:3: ")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\n", 1),
        ("", 1),
        ("\n- just words\n", 2),
        ("- id: [a\n", 2),
        ("- id: a.b\n  why: one\n  why: two\n", 3),
        ("- {id: !!python/name:os.system x}\n", 1),
        ("- a: \x01\n", 1),
    ],
)
def test_a_file_that_is_no_list_of_rules_is_refused_at_its_line(tmp_path, text, line):
    with pytest.raises(RuleError, match=rf"terms\.yml:{line}: "):
        load(tmp_path, text)


def test_an_id_used_twice_names_both_places(tmp_path):
    with pytest.raises(RuleError, match=r"terms\.yml:7: id .* already used at .*terms\.yml:1"):
        load(tmp_path, rule() + rule())


@pytest.mark.parametrize(
    "text", ["[a]", "guide: 5", "guide: {url: x}", "a: [5", "g: {title: a, b: c}"]
)
def test_a_wrong_list_of_sources_is_refused(tmp_path, text):
    (tmp_path / "sources.yml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match=r"sources\.yml:\d: "):
        load_rules(tmp_path)


def test_a_file_that_is_not_utf8_is_refused(tmp_path):
    (tmp_path / "terms.yml").write_bytes(b"- id: \xff\n")
    with pytest.raises(RuleError, match=r"terms\.yml:1: .*UTF-8"):
        load_rules(tmp_path)


def test_example_marks_give_the_span_and_the_fixed_text():
    example = Example.parse("{an -> a} [acute -> sudden] pain")
    # "an " is three characters, "acute" five.
    assert example == Example("an acute pain", Span(3, 8), "a sudden pain")
    assert Example.parse("It is [bad].") == Example("It is bad.", Span(6, 9), None)


def candidates(tmp_path, find: str, text: str) -> list[str]:
    rules = load(tmp_path, rule(find=find))
    return [text[one.span.start : one.span.end] for one in compiled(rules).candidates(text)]


def test_a_phrase_is_found_in_every_inflection_and_both_spellings(tmp_path):
    text = "Haemorrhages, hemorrhaging and HAEMORRHAGED"
    found = candidates(tmp_path, "haemorrhage", text)
    assert found == ["Haemorrhages", "hemorrhaging", "HAEMORRHAGED"]


def test_a_phrase_inside_a_word_is_not_found(tmp_path):
    assert candidates(tmp_path, "scan", "scandal scan scant") == ["scan"]


def test_exact_and_case_are_kept(tmp_path):
    assert candidates(tmp_path, "{phrase: scan, exact: true}", "scans Scan") == ["Scan"]
    assert candidates(tmp_path, "{phrase: IT, case: true}", "it It IT") == ["IT"]


def test_a_short_form_in_a_code_is_none(tmp_path):
    text = "FIT FIT-3 A/FIT FIT 7 FIT-like"
    assert candidates(tmp_path, "{phrase: FIT, case: true}", text) == ["FIT", "FIT"]


def test_a_phrase_is_found_with_curly_quotes_and_odd_spaces(tmp_path):
    text = "the patient\u2019s\u00a0notes"
    assert candidates(tmp_path, '"patient\'s notes"', text) == ["patient\u2019s\u00a0notes"]


def profile(folder, text: str):
    path = folder / "ours.yml"
    path.write_text(text, encoding="utf-8")
    return load_profile(str(path))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a]", "must be a mapping"),
        ("a: [5", "ours.yml:"),
        ("colour: red", "unknown colour"),
        ("leave_out: layout", "leave_out is a list"),
        ("leave_out: [nonsense]", "'nonsense'"),
        ("limits: [a]", "limits is a mapping"),
        ("limits: {sentences.long: many}", "not a number: 'many'"),
        ("severity: {sentences.long: grave}", "not one of error, warning, advice"),
        ("title: 5", "put quotes around 5"),
    ],
)
def test_a_wrong_profile_is_refused_with_its_name(tmp_path, text, message):
    with pytest.raises(RuleError) as caught:
        profile(tmp_path, text)
    assert str(caught.value).startswith(str(tmp_path / "ours.yml"))
    assert message in str(caught.value)


def test_a_profile_sets_limits_and_leaves_out_rules(tmp_path):
    found = profile(tmp_path, "leave_out: [layout]\nlimits: {sentences.long: 9}")
    assert {rule.limit for rule in found.rules if rule.id == "sentences.long"} == {9}
    assert "layout" not in {rule.kind for rule in found.rules}


def test_an_unknown_profile_names_those_there_are():
    with pytest.raises(UsageError, match="easy-read, plain"):
        load_profile("nowhere")


def test_an_edited_profile_is_read_again(tmp_path):
    assert profile(tmp_path, "title: Old").title == "Old"
    path = tmp_path / "ours.yml"
    path.write_text("title: New", encoding="utf-8")
    os.utime(path, ns=(0, 1))
    assert load_profile(str(path)).title == "New"


@pytest.mark.parametrize("name", ["x" * 5_000, "a\0b", "", "."])
def test_a_name_that_no_file_can_have_is_no_profile(name):
    with pytest.raises(UsageError, match="There is no profile"):
        load_profile(name)


def test_capitals_in_the_words_of_a_condition_do_not_count(tmp_path):
    fields = rule(find="scan", unless="[{after: [June]}]")
    (loaded,) = load(tmp_path, fields)
    assert loaded.unless[0].words == ("june",)
