import pytest

from literacy.checks.voice import passive, passives
from literacy.parse import parse
from literacy.rulebase.laid_out import laid_out
from literacy.rulebase.load import standard_rules
from tests.conftest import paragraphs

RULES = tuple(rule for rule in standard_rules() if rule.check == "passive")


def found(text: str) -> list[str]:
    return [finding.text for finding in passive(parse(laid_out(text)[0]), RULES)]


def test_the_mark_runs_from_the_helper_to_the_participle():
    assert found("Rest. The form will be checked by a nurse.") == ["be checked"]
    assert found("The form was carefully checked.") == ["was carefully checked"]


@pytest.mark.parametrize(
    "text",
    [
        "The nurse checks the form.",
        "You were bitten by a dog.",  # the reader is its subject
        "The tablet is made of chalk.",  # a state, not a deed
        "Your cast is cracked or wet.",
        "The hearing aid is switched on.",
        "Most sore throats are caused by a virus.",  # the cause is named
        "# The form was checked",  # a heading
        "Some blood is lost during the birth.",  # nobody to name
        "The drug is removed by the kidneys.",
    ],
)
def test_what_hides_nobody_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The tube is removed on day 2.", "Who does this?"),
        ("The tube is removed by the ward nurse.", "“The nurse …”"),
        ("Alcohol must be avoided.", "“Avoid …”"),
        ("The tablets should not be crushed.", "“Do not crush …”"),
        ("A light breakfast is permitted.", "“You can …”"),
        ("Visitors are not allowed.", "“You cannot …”"),
    ],
)
def test_a_writer_is_told_who_to_name(text, message):
    (finding,) = passive(parse(laid_out(text)[0]), RULES)
    assert message in finding.message


def test_the_mark_holds_the_whole_verb():
    assert found("The scan has been carried out.") == ["has been carried out"]


def test_places_are_counted_from_the_start_of_the_sentence():
    parsed = parse(paragraphs("Eat. The form was checked."))
    (span,) = passives(parsed.doc(parsed.sentences[1]))
    assert (span.start, span.end) == (9, 20)  # "The form " is nine characters
