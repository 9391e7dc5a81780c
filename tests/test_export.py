"""The one verb: which formats there are, and what is said about the others."""

import sys

import pytest

from literacy.errors import ExportError
from literacy.exporters import export, formats
from tests.export_samples import easy_read, leaflet, report


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        (easy_read(), ("html", "pdf", "docx")),
        (leaflet(), ("html", "pdf", "docx", "txt", "md")),
        (report(), ("json", "csv", "html", "text")),
    ],
)
def test_every_format_named_can_be_written_and_is_the_same_twice(thing, expected):
    assert formats(thing) == expected
    for format in expected:
        assert export(thing, format) == export(thing, format) != b""


def test_unknown_format_names_those_there_are():
    with pytest.raises(ExportError, match=r"'odt'. Choose one of: html, pdf, docx, txt, md\."):
        export(leaflet(), "odt")


def test_report_is_not_written_as_pdf():
    with pytest.raises(ExportError, match="A report cannot be written as 'pdf'"):
        export(report(), "pdf")


def test_thing_of_another_kind_is_refused():
    with pytest.raises(ExportError, match="str cannot be exported"):
        export("words", "html")


def test_missing_pango_is_told_with_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(ExportError, match=r"on Debian, apt-get install libpango-1\.0-0"):
        export(easy_read(), "pdf")
    assert export(easy_read(), "docx")
