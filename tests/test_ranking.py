"""In what order findings are told, and which are told together."""

from dataclasses import replace

from literacy.document import Span
from literacy.findings import Edit, Finding, Safety, Severity, Suggestion
from literacy.ranking import groups, is_addition, ranks

ERROR, WARNING, ADVICE = Severity


def found(
    rule: str,
    at: int,
    severity: Severity = WARNING,
    *,
    kind: str = "everyday",
    gain: float = 0.0,
    say: str = "",
    safety: Safety = Safety.REVIEW,
) -> Finding:
    span = Span(at, at + 1)
    offered = (Suggestion((Edit(span, say),), say, safety),) if say else ()
    return Finding(rule, kind, span, "x", "", "", severity, suggestions=offered, gain=gain)


def order(*findings: Finding) -> list[str]:
    return [group.first.rule for group in groups(findings)]


def test_one_rule_is_told_once_at_its_first_place() -> None:
    (group,) = groups([found("a", 9), found("a", 2), found("a", 5)])
    assert group.first.span.start == 2
    assert [one.span.start for one in group.again] == [5, 9]


def test_each_short_form_is_a_thing_of_its_own() -> None:
    short = [
        replace(found("short", at, kind="abbreviations"), text=f"T{at % 2}") for at in (1, 2, 3)
    ]
    assert [[one.text for one in group.findings] for group in groups(short)] == [
        ["T1", "T1"],
        ["T0"],
    ]


def test_what_is_unsafe_comes_before_any_gain() -> None:
    assert order(found("gain", 0, gain=2, say="y"), found("dose", 5, ERROR)) == ["dose", "gain"]


def test_gains_of_all_the_places_count_together() -> None:
    small = [found("small", at, gain=0.2, say="y") for at in (5, 6)]
    assert order(found("large", 0, gain=0.3, say="y"), *small) == ["small", "large"]


def test_word_that_few_know_comes_before_what_gains_too_little_to_notice() -> None:
    office = found("office", 0, gain=0.04, say="y")
    assert order(office, found("hard", 5, kind="medical")) == ["hard", "office"]
    assert order(office, found("known", 5, ADVICE, kind="explain")) == ["office", "known"]


def test_explanation_gains_nothing_by_being_a_short_sentence() -> None:
    gloss = found("gloss", 0, kind="explain", gain=0.3, say="\nA stent is a tube.")
    assert is_addition(gloss)
    assert order(gloss, found("split", 5, ADVICE, gain=0.2, say="y")) == ["split", "gloss"]


def test_of_what_is_alike_the_frequent_then_the_cheap_then_the_first_leads() -> None:
    alike = [
        found("late", 7, say="y"),
        found("early", 1, say="y"),
        found("safe", 8, say="y", safety=Safety.SAFE),
        found("often", 4),
        found("often", 5),
    ]
    assert order(*alike) == ["often", "safe", "early", "late"]


def test_suggestion_that_makes_a_text_harder_takes_nothing_from_the_others() -> None:
    harder = found("mixed", 5, gain=-0.5, say="y")
    assert order(
        found("a", 0, gain=0.1, say="y"), harder, found("mixed", 6, gain=0.3, say="y")
    ) == [
        "mixed",
        "a",
    ]


def test_findings_of_a_group_share_a_rank() -> None:
    first, other, again = found("a", 0), found("b", 1, ERROR), found("a", 2)
    assert ranks([first, other, again]) == {other.key: 1, first.key: 2, again.key: 2}


def test_nothing_is_lost() -> None:
    many = [found(f"rule.{at % 7}", at) for at in range(50)]
    told = [one.key for group in groups(many) for one in group.findings]
    assert sorted(told) == sorted(one.key for one in many)
