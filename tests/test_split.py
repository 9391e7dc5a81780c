import json
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from literacy import plugins
from literacy.findings import Safety
from literacy.parse import parse
from literacy.rewriting.apply import apply_suggestions
from literacy.rewriting.split import (
    split_although,
    split_and,
    split_because,
    split_but,
    split_semicolon,
    split_so,
)
from literacy.rulebase.laid_out import laid_out
from literacy.rulebase.load import standard_rules
from literacy.rulebase.model import Rule
from tests.conftest import paragraphs

ANY_LENGTH = Rule("a.b", "a", "", (), (), (), limit=5)
JUDGED = Path(__file__).parent.parent / "corpora" / "judged"
RULES = {rule.check: rule for rule in standard_rules() if rule.kind == "sentences"}


def rewritten(check, text: str, rule: Rule = ANY_LENGTH) -> str | None:
    """Return the text after the one suggestion of ``check``, or None where it finds nothing."""
    document = paragraphs(text)
    found = list(check(parse(document), (rule,)))
    if not found:
        return None
    (finding,) = found
    assert document.slice(finding.span) == finding.text
    return apply_suggestions(document, finding.suggestions).text


def test_and_between_two_clauses_becomes_a_full_stop():
    assert rewritten(split_and, "The scan does not hurt, and the nurse will stay with you.") == (
        "The scan does not hurt. The nurse will stay with you."
    )


def test_a_shared_subject_is_said_again_with_its_modal():
    assert rewritten(
        split_and, "The nurse will weigh you each morning and write it on your chart."
    ) == ("The nurse will weigh you each morning. The nurse will write it on your chart.")


def test_a_shared_pronoun_is_said_again():
    assert rewritten(split_and, "You should lie on your back and keep both arms still.") == (
        "You should lie on your back. You should keep both arms still."
    )


def test_two_commands_become_two_sentences():
    assert rewritten(split_and, "Wash your hands with soap and dry them on a towel.") == (
        "Wash your hands with soap. Dry them on a towel."
    )


@pytest.mark.parametrize(
    "text",
    [
        # a condition in front, or behind, may cover both halves
        "If you feel sick, sit down for a minute and ask a nurse for help.",
        "After the test, you may feel sore and you may see some blood.",
        "Take two of the tablets and call your own doctor if you feel sick.",
        # a negation reaches over both verbs
        "You should not lift heavy bags at home and drive a car for long.",
        # two nouns, not two ideas
        "Your doctor and your nurse will explain the test and the risks of it.",
        # "nobody" and "a nurse" cannot be said again
        "Nobody should lift the child up and carry her to the car.",
        "A nurse checks the wound every morning and changes the dressing on it.",
        # the second verb belongs to "that" or "to"
        "The doctor thinks that the lump is small and that it will go away.",
        "You need to rest in bed for two days and drink plenty of water.",
        # verbs that share what follows
        "The valve opens and closes with each beat and makes a soft click.",
        # too short to stand alone
        "Please stop and tell the nurse at once about the pain.",
        # a question
        "Will the nurse come to my house and will she bring the dressings?",
        # three in a row
        "The nurse checks your weight, takes your blood and gives you a form.",
    ],
)
def test_and_is_left_alone_where_something_hangs_over_both_halves(text):
    assert rewritten(split_and, text) is None


def test_a_sentence_within_the_limit_is_left_alone():
    text = "The scan does not hurt, and the nurse will stay with you."  # 12 words
    assert rewritten(split_and, text, replace(ANY_LENGTH, limit=12)) is None
    assert rewritten(split_and, text, replace(ANY_LENGTH, limit=11)) is not None


def test_a_heading_is_left_alone():
    document, _ = laid_out("# The scan does not hurt, and the nurse will stay with you")
    assert list(split_and(parse(document), (ANY_LENGTH,))) == []


def test_but_stays_at_the_start():
    assert rewritten(split_but, "The test is quick, but you may have to wait for it.") == (
        "The test is quick. But you may have to wait for it."
    )


def test_a_name_keeps_its_capital_after_but():
    assert rewritten(
        split_but, "NSAIDs help with pain and swelling but can hurt your stomach."
    ) == ("NSAIDs help with pain and swelling. But NSAIDs can hurt your stomach.")


def test_not_x_but_y_is_left_alone():
    assert (
        rewritten(split_but, "You should not drive home yourself but ask a friend to come.") is None
    )


def test_so_starts_the_second_sentence():
    assert rewritten(split_so, "Your throat will be numb, so do not eat for an hour.") == (
        "Your throat will be numb. So do not eat for an hour."
    )


def test_so_that_says_an_aim_is_left_alone():
    assert rewritten(split_so, "We give you a letter, so you can show it to staff.") is None


def test_a_reason_becomes_a_sentence():
    assert rewritten(
        split_because, "You must not drive for a day because the drug makes you slow."
    ) == ("You must not drive for a day. This is because the drug makes you slow.")


@pytest.mark.parametrize(
    "text",
    [
        "The drug was not stopped that week because it made you feel ill.",
        "These symptoms happen because the pressure inside your head is high.",
        "You may feel worse just because you have stopped taking the tablets.",
        "Your visit may be put off because of a chest infection or a bad cold.",
    ],
)
def test_a_reason_that_is_the_point_or_may_be_denied_is_left_alone(text):
    assert rewritten(split_because, text) is None


def test_although_in_front_becomes_but():
    assert rewritten(split_although, "Although the test is common, it can hurt a little.") == (
        "The test is common. But it can hurt a little."
    )


def test_although_behind_becomes_but():
    assert rewritten(split_although, "The test is very safe, although it can hurt a little.") == (
        "The test is very safe. But it can hurt a little."
    )


def test_even_though_behind_is_left_alone():
    text = "The injection hurts for a moment, even though the skin is numb."
    assert rewritten(split_although, text) is None


def test_although_with_a_reason_after_it_is_left_alone():
    text = "We show a film, although it is not long, because people learn by watching."
    assert rewritten(split_although, text) is None


def test_a_semicolon_becomes_a_full_stop():
    assert rewritten(split_semicolon, "The clinic is upstairs; the lift is by the door.") == (
        "The clinic is upstairs. The lift is by the door."
    )


def test_a_list_with_semicolons_is_left_alone():
    text = "Please bring your glasses and hearing aids; a list of your medicines; a book."
    assert rewritten(split_semicolon, text) is None


def judged():
    records = [
        json.loads(line)
        for check in RULES
        if (path := JUDGED / f"{check}.jsonl").exists()
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    by_operation = defaultdict(list)
    for record in records:
        by_operation[record["operation"]].append(record)
    return by_operation


@pytest.mark.parametrize("operation", sorted(judged()))
def test_what_was_judged_right_is_still_done_and_what_was_judged_wrong_is_not(operation):
    records = judged()[operation]
    document = paragraphs(*dict.fromkeys(record["before"] for record in records))
    rule = replace(RULES[operation], limit=8)
    check = plugins.load("literacy.checks", operation)
    done = {
        document.slice(document.block_at(finding.span).span): finding.suggestions[0].text
        for finding in check(parse(document), (rule,))
    }
    for record in records:
        is_done = done.get(record["before"]) == record["after"]
        assert is_done == (record["verdict"] == "right"), record


@pytest.mark.parametrize(
    "rule", [r for r in RULES.values() if r.safety is Safety.SAFE], ids=lambda rule: rule.check
)
def test_a_safe_operation_was_judged_50_times_and_97_in_100_were_right(rule):
    verdicts = Counter(record["verdict"] for record in judged()[rule.check])
    assert sum(verdicts.values()) >= 50
    assert verdicts["right"] / sum(verdicts.values()) >= 0.97


def test_a_but_with_nothing_before_it_is_left_alone():
    # The parser hangs "but" on a verb after it, with the other verbs joined to that one.
    text = (
        "but have your INR checked in the week before the procedure Anticoagulant clinic, 01632 "
        "960148 Apixaban, rivaroxaban, edoxaban or dabigatran Omit the morning dose on the day of "
        "the procedure Endoscopy Unit, 01632 960142 Clopidogrel or aspirin 75mg Continue as normal "
        "No contact required Insulin or tablets for diabetes Individual instructions will be "
        "provided Diabetes specialist nurse, 01632 960155 Table 1."
    )
    assert rewritten(split_but, text) is None
