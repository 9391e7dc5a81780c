"""The report as JSON, CSV, HTML and text."""

import csv
import json
from dataclasses import replace
from io import StringIO

import jsonschema
import pytest
from lxml import html

from literacy.document import Span
from literacy.errors import ReadError, ReadKind
from literacy.exporters import export
from literacy.exporters.report_json import error_json, report_json, report_schema
from literacy.exporters.report_text import report_text
from literacy.exporters.report_words import light, reading_age
from literacy.findings import Report, Score, Severity
from literacy.ranking import groups
from tests.export_samples import finding, leaflet, report


def valid(data: object) -> bool:
    return jsonschema.Draft202012Validator(report_schema()).is_valid(data)


def test_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(report_schema())


def test_report_and_error_and_a_list_of_both_fit_the_schema():
    good = json.loads(export(report(), "json"))
    bad = error_json("x.pdf", ReadError(ReadKind.ENCRYPTED, "x.pdf has a password."))
    assert valid(good)
    assert valid(bad)
    assert valid([good, bad])


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "literacy.report/2"},
        {"reading_age": None},
        {"reading_age": {"value": "12", "low": None, "high": None, "note": ""}},
        {"difficulty": 7},
        {"findings": {}},
        {"checklists": {}},
        {"next_steps": [{"finding": "a@1-2"}]},
        {"more": 1},
        {"error": {"kind": "corrupt", "message": ""}},
        {"document": {"name": "x"}},
    ],
)
def test_broken_report_does_not_fit_the_schema(change):
    assert not valid({**report_json(report()), **change})


@pytest.mark.parametrize("key", sorted(report_json(report())))
def test_report_without_one_of_its_parts_does_not_fit_the_schema(key):
    data = report_json(report())
    del data[key]
    assert not valid(data)


def test_error_of_an_unknown_kind_does_not_fit_the_schema():
    bad = error_json("x.pdf", ReadError(ReadKind.CORRUPT, "x"))
    assert not valid({**bad, "error": {"kind": "odd", "message": "x"}})


def test_finding_in_json_is_flat_and_its_offsets_give_its_text():
    item = report()
    data = report_json(item)["findings"][1]
    assert item.document.text[data["start"] : data["end"]] == "before"
    assert data == {
        "key": "terms.before@32-38",
        "rule": "terms.before",
        "kind": "word",
        "start": 32,
        "end": 38,
        "text": "before",
        "place": "page 1",
        "message": "Explain before.",
        "why": "",
        "source": ["nhs-a-to-z"],
        "severity": "warning",
        "rank": 2,
        "gain": 0.4,
        "suggestions": [
            {
                "text": "ahead of",
                "safety": "safe",
                "edits": [{"start": 9, "end": 20, "text": "ahead of"}],
            }
        ],
    }


def test_checklist_that_was_not_filled_in_is_null():
    lists = report_json(report())["checklists"]
    assert lists["pemat"]["score"] == 70.0
    assert lists["cdc_index"] is None


def test_error_stands_in_place_of_the_rest():
    assert error_json("x.pdf", ReadError(ReadKind.EMPTY, "x.pdf is empty.")) == {
        "schema": "literacy.report/1",
        "document": {"name": "x.pdf"},
        "error": {"kind": "empty", "message": "x.pdf is empty."},
    }


def test_csv_has_a_row_for_each_finding():
    rows = list(csv.DictReader(StringIO(export(report(), "csv").decode("utf-8-sig"), newline="")))
    assert [(row["rule"], row["severity"], row["text"]) for row in rows] == [
        ("terms.test", "error", "colonoscopy"),
        ("terms.before", "warning", "before"),
        ("layout.summary", "advice", ""),
    ]
    assert (rows[1]["suggestion"], rows[1]["safety"]) == ("ahead of", "safe")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝"])
def test_csv_cell_that_would_be_a_formula_gets_an_apostrophe(start):
    bad = replace(finding(leaflet(), "before"), text=f"{start}cmd|' /C calc'!A0")
    data = export(replace(report(), findings=(bad,)), "csv").decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(data, newline=""))
    assert row["text"].startswith("'")


def test_html_marks_each_finding_of_one_block_with_its_number():
    body = html.fromstring(export(report(), "html"))
    assert [mark.text for mark in body.iter("mark")] == ["colonoscopy", "before"]
    for number in ("1", "2"):
        link = body.get_element_by_id(f"mark-{number}")
        assert link.get("href") == f"#finding-{number}"
        assert body.get_element_by_id(f"finding-{number}") is not None
    assert not body.xpath("//*[@id='mark-3']")


def test_html_text_with_marks_is_the_whole_text_when_findings_overlap():
    made = finding(leaflet(), "Read this before")
    # The paragraph starts at 22 and has 41 characters.
    spans = ((0, 10), (5, 16), (5, 5), (10, 41), (0, 41), (41, 41))
    findings = tuple(
        replace(made, span=Span(22 + start, 22 + end), rule=f"r{number}")
        for number, (start, end) in enumerate(spans)
    )
    body = html.fromstring(export(replace(report(), findings=findings), "html"))
    (marked,) = (p for p in body.find_class("plain") if p.find("mark") is not None)
    numbers = marked.find_class("number")
    assert sorted(number.text for number in numbers) == ["1", "2", "3", "4", "5", "6"]
    for number in numbers:
        number.text = ""
    assert marked.text_content() == "Read this before your test. See our page."


def test_html_names_reason_source_and_checklist():
    said = " ".join(html.fromstring(export(report(), "html")).text_content().split())
    assert "Why: Few know this word." in said
    assert "Source: A to Z of NHS health writing" in said
    assert "PEMAT-P: 70%; 1 question for a person" in said
    assert "This takes off about 0.4 years." in said


def test_text_report_says_what_matters_in_order():
    text = report_text(report())
    wanted = [
        "leaflet.docx",
        "Reading age 12.2 years (likely 11.0 to 13.5). Amber: many people will find this hard.",
        "Note: made for longer texts.",
        "What to do first",
        '  1. page 1: "colonoscopy" (error)',
        '  2. page 1: "before"',
        "      Instead: ahead of",
        "      This takes off about 0.4 years.",
        "  3. in the text",
        "That is all: 1 error, 1 warning and 1 piece of advice.",
        "Scores",
        "  SMOG        7.9  6.6 to 9.0",
        "  FORCAST    none                  needs 150 words",
        "  PEMAT-P: 70%; 1 question for a person",
    ]
    places = [text.splitlines().index(line) for line in wanted]
    assert places == sorted(places)


def test_text_report_has_colour_only_when_asked():
    assert "\x1b" not in report_text(report())
    assert "\x1b[33mReading age" in report_text(report(), colour=True)


def test_text_report_obeys_no_code_in_somebody_elses_text():
    bad = replace(finding(leaflet(), "before"), message="\x1b[2Jgone\x07\nnext", place="\x9b1m")
    text = report_text(replace(report(), findings=(bad,)))
    assert not {"\x1b", "\x07", "\x9b"} & set(text)


@pytest.mark.parametrize(
    ("value", "name"),
    [(None, ""), (9.0, "green"), (11.4, "green"), (11.5, "amber"), (13.4, "amber"), (13.5, "red")],
)
def test_light_of_a_reading_age(value, name):
    assert light(Score("reading_age", value))[0] == name


def test_text_without_a_reading_age_says_so():
    assert reading_age(Score("reading_age", None)) == "There is no reading age for this text."


def many(count: int) -> Report:
    """Return a report with ``count`` rules, of which the first is found in two places."""
    first, item = finding(leaflet(), "your medicines", rule="rule.00"), report()
    rest = (finding(leaflet(), "before", rule=f"rule.{at:02}") for at in range(count))
    return replace(item, findings=(*rest, first))


def test_report_opens_on_ten_rules_and_counts_the_rest():
    text = report_text(many(12))
    assert text.count("      Explain before.") == 10
    assert "      The same is found in 1 more place.\n" in text
    assert "There is more: 2 warnings. --all shows everything." in text
    assert "The other findings" not in text


def test_nothing_is_left_out_of_the_whole_report():
    text = report_text(many(12), is_whole=True)
    assert text.count("      Explain before.") == 12
    assert '      - page 1: "your medicines"\n' in text
    assert text.index("  10. ") < text.index("The other findings") < text.index("  11. ")
    assert export(many(12), "text").decode() == text


def test_every_report_tells_findings_in_one_order():
    item = replace(many(12), findings=(*many(12).findings, *report().findings))
    ranked = [one.first.rule for one in groups(item.findings)]
    data = sorted(report_json(item)["findings"], key=lambda one: one["rank"])
    table = csv.DictReader(StringIO(export(item, "csv").decode("utf-8-sig"), newline=""))
    rows = sorted(table, key=lambda row: int(row["rank"]))
    page = html.fromstring(export(item, "html"))
    told = [one.get("id") for one in page.iter("article")]
    assert list(dict.fromkeys(one["rule"] for one in data)) == ranked
    assert list(dict.fromkeys(row["rule"] for row in rows)) == ranked
    # An error, what gains most, what is found in two places, and the rest.
    assert ranked[:4] == ["terms.test", "terms.before", "rule.00", "rule.01"]
    assert told[:4] == ["finding-1", "finding-2", "finding-3", "finding-4"]
    assert len(told) == 15
    assert page.get_element_by_id("finding-16").tag == "li"  # the second place


def test_page_folds_what_it_does_not_open_on_and_marks_it_quietly():
    page = html.fromstring(export(many(12), "html"))
    folded = page.xpath("//section/details//article")
    assert len(folded) == 2
    assert page.xpath("//section/details/summary")[0].text == "Show the other 2 findings"
    looks = {mark.text: mark.get("class") for mark in page.iter("mark")}
    assert looks == {"before": "warning", "your medicines": "warning later"}


def test_order_of_the_findings_makes_no_difference():
    item = report()
    turned = replace(item, findings=tuple(reversed(item.findings)))
    assert report_text(turned) == report_text(item)
    assert item.findings[0].severity is Severity.ERROR
