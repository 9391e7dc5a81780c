"""What an organisation adds in its own profile."""

from pathlib import Path

import pytest

import literacy
from literacy.errors import RuleError
from literacy.rulebase.profile import load_profile

OWN = """
- id: ours.chart-room
  find: chart room
  say: [records office]
  why: "Our signs say records office."
  source: [house-style]
  examples:
    bad:
      - "Go to the [chart room -> records office]."
      - "The [chart rooms -> records offices] are shut."
    good:
      - "The chart is in your room."
      - "Chart your mood in this room."
"""


def found(folder: Path, profile: str, text: str) -> list[tuple[str, str]]:
    path = folder / "ours.yml"
    path.write_text(profile, encoding="utf-8")
    report = literacy.analyse(text, str(path))
    return [(finding.rule, finding.text) for finding in report.findings]


def test_own_rules_speak_beside_ours(tmp_path: Path) -> None:
    (tmp_path / "own-rules.yml").write_text(OWN, encoding="utf-8")
    text = "Go to the chart room prior to the test."
    assert found(tmp_path, "rules: [own-rules.yml]", text) == [
        ("ours.chart-room", "chart room"),
        ("everyday.prior-to", "prior to"),
    ]


def test_own_rules_that_change_are_read_again(tmp_path: Path) -> None:
    rules = tmp_path / "own-rules.yml"
    rules.write_text(OWN, encoding="utf-8")
    assert found(tmp_path, "rules: [own-rules.yml]", "Go to the chart room.")
    rules.write_text(OWN.replace("chart room", "case room"), encoding="utf-8")
    assert found(tmp_path, "rules: [own-rules.yml]", "Go to the chart room.") == []


def test_own_rule_may_not_take_the_id_of_one_of_ours(tmp_path: Path) -> None:
    text = OWN.replace("ours.chart-room", "everyday.prior-to")
    (tmp_path / "own-rules.yml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match=r"own-rules\.yml:2: id 'everyday\.prior-to' is taken"):
        found(tmp_path, "rules: [own-rules.yml]", "Rest.")


def test_missing_file_of_own_rules_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"nowhere\.yml"):
        found(tmp_path, "rules: [nowhere.yml]", "Rest.")


def test_glossary_of_the_house_explains_its_words(tmp_path: Path) -> None:
    path = tmp_path / "ours.yml"
    path.write_text(
        'glossary:\n  Sunrise line: "A Sunrise line is a soft tube into a vein."', encoding="utf-8"
    )
    (finding,) = literacy.analyse("You will have a Sunrise line.", str(path)).findings
    assert finding.rule == "glossary.sunrise-line"
    assert finding.suggestions[0].text == "A Sunrise line is a soft tube into a vein."


def test_glossary_of_the_house_takes_the_place_of_our_explanation(tmp_path: Path) -> None:
    profile = 'glossary:\n  biopsy: "A biopsy is a small piece that we look at."'
    assert found(tmp_path, profile, "You will have a biopsy.") == [("glossary.biopsy", "biopsy")]


@pytest.mark.parametrize(
    ("profile", "message"),
    [
        ("glossary: [biopsy]", "glossary is a mapping"),
        ("glossary: {biopsy: a small piece}", "one whole sentence"),
        ("leave_alone: Hub", "leave_alone is a list"),
        ("rules: own.yml", "rules is a list"),
        ("based_on: nowhere", "no profile 'nowhere' of ours"),
    ],
)
def test_wrong_entry_is_refused_with_the_remedy(tmp_path: Path, profile: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        found(tmp_path, profile, "Rest.")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Meet us prior to the walk.", [("everyday.prior-to", "prior to")]),
        ("Meet us at the Prior to Work Club.", []),
        ("Ask the SAU.", []),
    ],
)
def test_words_to_leave_alone_are_left(
    tmp_path: Path, text: str, left: list[tuple[str, str]]
) -> None:
    assert found(tmp_path, "leave_alone: [prior to work club, SAU]", text) == left


def test_profile_starts_from_the_one_it_is_based_on(tmp_path: Path) -> None:
    path = tmp_path / "ours.yml"
    path.write_text("based_on: easy-read\nlimits: {layout.long-list: 4}", encoding="utf-8")
    limits = {rule.id: rule.limit for rule in load_profile(str(path)).rules}
    assert (limits["sentences.long"], limits["layout.long-list"]) == (15, 4)


def test_a_word_to_leave_alone_is_left_in_every_form(tmp_path: Path) -> None:
    text = "We utilised a pump. Utilising it is easy. Polyps are small. A polyp can grow."
    assert found(tmp_path, "leave_alone: [utilise, Polyps]", text) == []


def test_a_mistake_names_the_line_that_it_stands_on(tmp_path: Path) -> None:
    path = tmp_path / "ours.yml"
    path.write_text("based_on: plain\n\n# ours\nleave_out: [everyday.nope]\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"ours\.yml:4: no rule or kind is called 'everyday\.nope'"):
        load_profile(str(path))
