"""Word and OpenDocument texts saved as one XML file are read like the packed ones."""

from __future__ import annotations

import pytest

from literacy.document import Document
from literacy.errors import ReadError, ReadKind
from literacy.readers import read
from tests.ooxml_files import ODF_SPACES, paragraph, picture, word_parts

_PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"


def _read(data: str, name: str) -> Document:
    return read(data.encode(), name, isolated=False)


def _flat_word(body: str, more: str = "", **targets: str) -> str:
    parts = "".join(
        f'<pkg:part pkg:name="/{name}" pkg:contentType="application/xml">'
        f"<pkg:xmlData>{data}</pkg:xmlData></pkg:part>"
        for name, data in word_parts(body, **targets).items()
        if name != "[Content_Types].xml"
    )
    return f'<?xml version="1.0"?><pkg:package xmlns:pkg="{_PACKAGE}">{parts}{more}</pkg:package>'


def _flat_odt(body: str, head: str = "") -> str:
    return (
        f'<?xml version="1.0"?>\n<!-- made here -->\n<office:document {ODF_SPACES}>{head}'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


@pytest.mark.parametrize("name", ["a.xml", "a.docx", "leaflet"])
def test_a_flat_word_file_is_read(name):
    document = _read(_flat_word(paragraph("Take two tablets.")), name)
    assert (document.text, document.format) == ("Take two tablets.", "xml")


def test_a_picture_of_a_flat_word_file_is_unpacked():
    part = (
        '<pkg:part pkg:name="/word/media/a.png" pkg:contentType="image/png">'
        "<pkg:binaryData>iVBORw==</pkg:binaryData></pkg:part>"
    )
    body = paragraph("Look.", picture("image", "A nurse"))
    (asset,) = _read(_flat_word(body, part, image="media/a.png"), "a.xml").assets
    assert (asset.media_type, asset.data) == ("image/png", b"\x89PNG")


@pytest.mark.parametrize("name", ["a.fodt", "a.xml", "a.odt"])
def test_a_flat_opendocument_text_is_read_with_its_styles(name):
    head = (
        '<office:automatic-styles><style:style style:name="T" style:family="text">'
        '<style:text-properties text:display="none"/></style:style></office:automatic-styles>'
    )
    body = '<text:p>Take <text:span text:style-name="T">no </text:span>two.</text:p>'
    assert _read(_flat_odt(body, head), name).text == "Take two."


def test_entities_of_a_flat_file_are_refused():
    data = _flat_odt("<text:p>&a;</text:p>").replace(
        "<office:document", '<!DOCTYPE a [<!ENTITY a "b">]><office:document', 1
    )
    with pytest.raises(ReadError) as caught:
        _read(data, "a.fodt")
    assert caught.value.kind is ReadKind.CORRUPT


@pytest.mark.parametrize(
    "data", ['<?xml version="1.0"?><feed><a>b</a></feed>', "<w:wordDocument xmlns:w='a'/>"]
)
def test_other_data_is_no_document(data):
    with pytest.raises(ReadError) as caught:
        _read(data, "a.xml")
    assert caught.value.kind is ReadKind.UNSUPPORTED


def test_comments_without_end_before_the_first_element_do_not_hang():
    assert _read("<!---->" * 700 + "Take two tablets.", "a.txt").format == "txt"


def test_a_text_that_begins_with_a_sign_is_a_text():
    assert _read("<5 mg a day is enough for most people.", "a.txt").format == "txt"
    assert _read("<b>Take</b> two tablets.", "a.txt").format == "txt"
