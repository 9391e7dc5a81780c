import pytest

import literacy
from literacy.findings import Verdict
from literacy.rulebase.laid_out import laid_out
from tests.conftest import paragraphs


def verdicts(id: str, text: str) -> dict[str, Verdict]:
    report = literacy.analyse(laid_out(text)[0])
    (checklist,) = (one for one in report.checklists if one.id == id)
    return {item.id: item.verdict for item in checklist.items}


def test_every_item_of_both_checklists_is_there_once_and_in_order():
    pemat, cdc = (verdicts(id, "Rest.") for id in ("pemat", "cdc_index"))
    # PEMAT-P for print leaves out items 13 and 14, which are about sound.
    assert list(pemat) == [f"pemat-{n}" for n in [*range(1, 13), *range(15, 27)]]
    assert list(cdc) == [f"cdc-{n}" for n in range(1, 21)]


def test_the_score_is_the_share_of_yes_among_the_answers():
    for checklist in literacy.analyse("Take 2 tablets.\n\nRest.").checklists:
        given = [item.verdict for item in checklist.items]
        yes, no = given.count(Verdict.YES), given.count(Verdict.NO)
        assert checklist.score == pytest.approx(100 * yes / (yes + no), abs=0.05)
        waiting = given.count(Verdict.PERSON)
        assert checklist.note.startswith(f"From {yes + no} items")
        assert f"{waiting} wait" in checklist.note


def test_a_text_without_numbers_pictures_or_tables_is_not_judged_on_them():
    found = verdicts("pemat", "Rest well.")
    for item in ("pemat-6", "pemat-7", "pemat-16", "pemat-19"):
        assert found[item] is Verdict.NOT_APPLICABLE


def test_an_instruction_and_the_word_you_are_seen():
    found = verdicts("pemat", "Drink some water. You can rest.")
    assert found["pemat-20"] is Verdict.YES
    assert found["pemat-21"] is Verdict.YES
    found = verdicts("pemat", "The clinic is open.")
    assert found["pemat-20"] is Verdict.NO
    assert found["pemat-21"] is Verdict.NO


def test_the_date_of_the_next_review_tells_the_reader_to_do_nothing():
    found = verdicts("pemat", "The clinic is open. Review due: December 2027.")
    assert found["pemat-20"] is Verdict.NO
    assert verdicts("pemat", "Review your plan with us.")["pemat-20"] is Verdict.YES


def test_a_sum_for_the_reader_waits_for_a_person():
    assert verdicts("pemat", "Divide 10 by 2.")["pemat-7"] is Verdict.PERSON
    assert verdicts("pemat", "Take 2 tablets.")["pemat-7"] is Verdict.YES


def test_chance_is_judged_only_where_one_is_given():
    assert verdicts("cdc_index", "Rest in bed.")["cdc-20"] is Verdict.NOT_APPLICABLE
    assert verdicts("cdc_index", "Bleeding is rare.")["cdc-20"] is Verdict.NO
    assert verdicts("cdc_index", "It hits 1 in 10 people.")["cdc-20"] is Verdict.PERSON


def test_a_list_of_seven_is_short_enough_and_one_of_eight_is_not():
    items = [f"- Item {n}" for n in range(8)]
    assert verdicts("cdc_index", "\n\n".join(items[:7]))["cdc-8"] is Verdict.YES
    assert verdicts("cdc_index", "\n\n".join(items))["cdc-8"] is Verdict.NO


def test_a_document_without_a_word_is_answered_without_error():
    assert len(literacy.analyse(paragraphs()).checklists) == 2
