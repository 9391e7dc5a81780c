"""What the page hands back: the upload itself, with the accepted changes in it."""

import pytest
from literacy_web.work import own_files

from literacy.document import Document, Span
from literacy.findings import Edit, Finding, Suggestion
from literacy.pipeline.trail import Trail
from literacy.readers.direct import read_directly
from tests.ooxml_files import field, odt, paragraph, word


def trail(upload: Document) -> Trail:
    """Say "Use" for the first word."""
    edit = Edit(Span(0, 7), "Use")
    suggestion = Suggestion((edit,), "Use")
    found = Finding("a.b", "a", edit.span, "Utilise", "", "", suggestions=(suggestion,))
    way = Trail(upload)
    way.take([found], (suggestion,))
    return way


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        ("a.md", "# Utilise *it*\r\n", "# Use *it*\r\n"),
        ("a.html", "<!-- x --><p class=a>Utilise it", "<!-- x --><p class=a>Use it"),
        ("a.txt", "  Utilise it\n", "  Use it\n"),
    ],
)
def test_a_page_or_a_text_comes_back_as_itself(name: str, text: str, after: str):
    upload = read_directly(text.encode(), name)
    ending = name.rpartition(".")[2]
    files = {f"revised.{ending}": after.encode()}
    assert own_files(text.encode(), upload, trail(upload)) == (files, ())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", word(paragraph("Utilise it."))),
        ("a.odt", odt("<text:p>Utilise it.</text:p>")),
    ],
)
def test_an_office_file_comes_back_tracked_and_clean(name: str, data: bytes):
    upload = read_directly(data, name)
    files, left_out = own_files(data, upload, trail(upload))
    ending = name.rpartition(".")[2]
    assert sorted(files) == [f"revised-tracked.{ending}", f"revised.{ending}"]
    assert {read_directly(one, name).text for one in files.values()} == {"Use it."}
    assert not left_out


def test_what_the_file_could_not_hold_is_named_once():
    data = word(paragraph(field("REF x", "Utilise it.")))
    upload = read_directly(data, "a.docx")
    why = "it stands in a field, which Word fills in by itself"
    line = f"Not changed, paragraph 1: “Utilise” to “Use”, because {why}."
    assert own_files(data, upload, trail(upload))[1] == (line,)


def test_a_file_of_another_kind_has_none_of_its_own():
    upload = read_directly(b"Utilise it.", "a.txt")
    pdf = Document(upload.name, upload.text, upload.blocks, "pdf")
    assert own_files(b"", pdf, trail(pdf)) == ({}, ())
