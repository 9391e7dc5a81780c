"""A Word file that is handed back holds nothing that runs, reaches out or hides another file."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from literacy.exporters.revised import revised_docx
from literacy.readers.docx import read_docx
from tests.ooxml_files import SPACES, TYPES, field, paragraph, picture, relations, run, word

TAKE = paragraph("Take two tablets.")


def handed_back(body: str, parts=None, **targets: str) -> dict[str, bytes]:
    """Return the parts of a Word file that came back with nothing changed."""
    data = word(body, parts, **targets)
    document = read_docx(data, "a.docx")
    revised = revised_docx(data, document, document).data
    assert read_docx(revised, "a.docx").text == document.text
    with ZipFile(BytesIO(revised)) as file:
        return {name: file.read(name) for name in file.namelist()}


def targets_of(parts: dict[str, bytes], rels: str = "word/_rels/document.xml.rels") -> list[str]:
    return [node.get("Target") for node in etree.fromstring(parts[rels])]


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("vbaProject", "vbaProject.bin"),
        ("oleObject", "embeddings/oleObject1.bin"),
        ("package", "embeddings/sheet.xlsx"),
        ("control", "activeX/activeX1.xml"),
        ("aFChunk", "afchunk.htm"),
        ("subDocument", "other.docx"),
    ],
)
def test_a_part_that_could_run_or_hides_a_file_is_left_behind(kind, part):
    parts = handed_back(TAKE, {f"word/{part}": b"<x/>"}, **{kind: part})
    assert f"word/{part}" not in parts
    assert targets_of(parts) == []


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("attachedTemplate", "https://evil.example/a.dotm"),
        ("image", "https://evil.example/a.png"),
        ("oleObject", "file://server/share/a.xls"),
        ("frame", "https://evil.example/"),
        ("hyperlink", "file:///etc/passwd"),
        ("hyperlink", "ms-msdt://x"),
        ("hyperlink", "x://javascript:alert(1)"),
    ],
)
def test_nothing_outside_is_pointed_at(kind, address):
    assert targets_of(handed_back(TAKE, **{kind: address})) == []


def test_links_to_pages_stay_and_others_become_words():
    link = '<w:hyperlink r:id="{}">' + run("our page") + "</w:hyperlink>"
    body = paragraph(link.format("hyperlink"))
    parts = handed_back(body, hyperlink="https://example.org/")
    assert targets_of(parts) == ["https://example.org/"]
    assert b'r:id="hyperlink"' in parts["word/document.xml"]
    parts = handed_back(body, hyperlink="smb://example.org/")
    assert b'r:id="hyperlink"' not in parts["word/document.xml"]
    assert b"our page" in parts["word/document.xml"]


def test_an_object_goes_and_the_picture_that_stands_for_it_stays():
    shape = '<v:shape><v:imagedata r:id="image"/></v:shape>'
    ole = f'<w:r><w:object {SPACES}>{shape}<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:'
    body = TAKE + paragraph(f'{ole}office" r:id="oleObject"/></w:object></w:r>')
    held = {"word/embeddings/a.bin": b"x", "word/a.png": b"\x89PNG"}
    parts = handed_back(body, held, oleObject="embeddings/a.bin", image="a.png")
    assert b"OLEObject" not in parts["word/document.xml"]
    assert b'r:id="image"' in parts["word/document.xml"]
    assert "word/a.png" in parts


def test_a_picture_that_lies_elsewhere_leaves_its_description():
    body = TAKE + paragraph(picture("image", "A heart"))
    data = word(body, image="https://evil.example/a.png")
    document = read_docx(data, "a.docx")
    again = read_docx(revised_docx(data, document, document).data, "a.docx")
    assert [asset.alt for asset in again.assets] == ["A heart"]


@pytest.mark.parametrize(
    "instruction",
    [
        "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe &quot;/k calc&quot;",
        " dde excel x",
        'INCLUDEPICTURE "https://evil.example/a.png" \\d',
        "INCLUDETEXT file:///etc/passwd",
        "MACROBUTTON Run press",
        'HYPERLINK "javascript:alert(1)"',
        "LINK Excel.Sheet a.xls",
    ],
)
def test_a_field_that_fetches_or_starts_something_keeps_its_result_alone(instruction):
    simple = f"<w:fldSimple w:instr='{instruction}'>{run('two')}</w:fldSimple>"
    parts = handed_back(paragraph(field(instruction, "one"), simple))
    root = etree.fromstring(parts["word/document.xml"])
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    assert "".join(node.text or "" for node in root.iter(f"{w}instrText")) == ""
    assert [node.get(f"{w}instr") for node in root.iter(f"{w}fldSimple")] == [""]
    assert [node.text for node in root.iter(f"{w}t")] == ["one", "two"]


def test_an_instruction_cut_into_runs_is_seen_whole():
    cut = field("DDEAU", "one").replace(
        "<w:instrText>DDEAU</w:instrText>",
        "<w:instrText>DDEAU</w:instrText></w:r><w:r><w:instrText>TO cmd</w:instrText>",
    )
    assert b"DDEAU" not in handed_back(paragraph(cut))["word/document.xml"]


@pytest.mark.parametrize("instruction", ["PAGE", 'HYPERLINK "https://example.org/"', "TOC \\o"])
def test_other_fields_stay_as_they_are(instruction):
    parts = handed_back(paragraph(field(instruction, "3")))
    assert f"<w:instrText>{instruction}</w:instrText>".encode() in parts["word/document.xml"]


def test_a_document_with_macros_is_a_plain_one_afterwards():
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    override = f'<Override PartName="/word/document.xml" ContentType="{macro}"/>'
    vba = '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vba"/>'
    types = TYPES.replace("</Types>", f"{override}{vba}</Types>")
    held = {
        "[Content_Types].xml": types,
        "word/vbaProject.bin": b"x",
        "word/_rels/vbaProject.bin.rels": relations(wordVbaData="vbaData.xml"),
        "word/vbaData.xml": "<x/>",
    }
    parts = handed_back(TAKE, held, vbaProject="vbaProject.bin")
    assert [name for name in parts if "vba" in name] == []
    assert b"macroEnabled" not in parts["[Content_Types].xml"]
    assert b"vba" not in parts["[Content_Types].xml"]


def test_a_file_with_nothing_of_the_kind_is_the_same_part_for_part():
    data = word(TAKE, {"word/styles.xml": f"<w:styles {SPACES}/>"}, styles="styles.xml")
    document = read_docx(data, "a.docx")
    with (
        ZipFile(BytesIO(data)) as before,
        ZipFile(BytesIO(revised_docx(data, document, document).data)) as now,
    ):
        assert [(name, before.read(name)) for name in before.namelist()] == [
            (name, now.read(name)) for name in now.namelist()
        ]
