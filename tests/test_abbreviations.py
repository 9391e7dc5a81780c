import pytest

from literacy.checks.abbreviations import (
    is_short,
    is_spelt_out,
    stands_for,
    unexplained_abbreviation,
)
from literacy.parse import parse
from literacy.rulebase.laid_out import laid_out
from literacy.rulebase.load import standard_rules

RULES = tuple(rule for rule in standard_rules() if rule.check == "unexplained_abbreviation")


def found(text: str) -> list[tuple[int, str]]:
    findings = unexplained_abbreviation(parse(laid_out(text)[0]), RULES)
    return [(finding.span.start, finding.text) for finding in findings]


def test_a_short_form_is_found_at_its_first_mention_in_running_text():
    # The heading and its gap are "Your ERCP" and two line breaks: 11 characters.
    assert found("# Your ERCP\n\nAn ERCP is soon. The ERCP is short.") == [(14, "ERCP")]


@pytest.mark.parametrize(
    "text",
    [
        "You need an endoscopic test (ET).",
        "Your ECHO (echocardiogram) is today.",
        "Ring the NHS or your GP.",
        "DO NOT EAT",
        "PLEASE DO NOT EAT AFTER MIDNIGHT at all.",
        "See www.TEST.org or mail ABC@example.org.",
    ],
)
def test_what_is_spelt_out_known_shouted_or_an_address_is_left_alone(text):
    assert found(text) == []


def test_the_full_form_may_stand_on_either_side():
    assert is_spelt_out("A peak flow meter (PFM) is small.", "PFM")
    assert is_spelt_out("A PFM (peak flow meter) is small.", "PFM")
    assert is_spelt_out("Use it each day (peak flow meter, PFM).", "PFM")
    assert is_spelt_out("The result [peak flow (PF)] was low.", "PF")
    assert is_spelt_out("The result (peak flow [PF]) was low.", "PF")
    assert is_spelt_out("Your local authority (LA)/health board (HB) pays.", "HB")
    assert not is_spelt_out("A small thing (PFM) is here.", "PFM")
    assert not is_spelt_out("Bring a peak flow meter, PFM and a pen (blue).", "PFM")


def test_letters_are_found_in_order_and_the_first_begins_a_word():
    assert stands_for("ECG", "an electrocardiogram")
    assert not stands_for("ECG", "a cardiogram of electric")


def test_a_short_form_has_two_capitals_or_only_small_letters():
    shorts = ("MRI", "SpR", "eGFR", "U&E", "bpm", "meds")
    assert [word for word in shorts if not is_short(word)] == []
    assert [
        word for word in ("Mane", "ie", "IV fluids", "antibiotics", "c/o") if is_short(word)
    ] == []
