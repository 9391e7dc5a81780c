"""What kind of file it is: by its bytes, and what to do about the ones we cannot read."""

from __future__ import annotations

import io
import zipfile

import pytest

from literacy.errors import ReadError, ReadKind
from literacy.readers import LIMITS, read
from literacy.readers.detect import Format, detect


def _zip(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"%PDF-1.7 ...", "a.txt", Format.PDF),
        (b"rubbish\n%PDF-1.7 ...", "a.pdf", Format.PDF),
        (b"<!DOCTYPE html><p>" + b"Hello " * 20, "a.pdf", Format.HTML),
        (b"<p>Hello</p>", "a.htm", Format.HTML),
        (b"# Hello", "a.md", Format.MARKDOWN),
        (b"Take two tablets. " * 9, "a.docx", Format.TEXT),
        (b"Hello", "leaflet", Format.TEXT),
        (_zip("[Content_Types].xml", "word/document.xml"), "a.txt", Format.DOCX),
        (_zip("mimetype", "content.xml"), "a.docx", Format.ODT),
    ],
)
def test_content_decides_before_the_name(data, name, expected):
    assert detect(data, name) is expected


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"", "a.pdf", ReadKind.EMPTY),
        (b"\xef\xbb\xbf", "a.txt", ReadKind.EMPTY),
        (b" \n\t\n ", "a.txt", ReadKind.NO_TEXT),
        (b"\xff\xd8\xff\xe0 photo", "a.jpg", ReadKind.UNSUPPORTED),
        (b"\x00\x00\x00\x18ftypheic", "a.heic", ReadKind.UNSUPPORTED),
        (rb"{\rtf1 Hello}", "a.docx", ReadKind.UNSUPPORTED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "a.doc", ReadKind.UNSUPPORTED),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.docx",
            ReadKind.ENCRYPTED,
        ),
        (_zip("[Content_Types].xml", "ppt/presentation.xml"), "a.pptx", ReadKind.UNSUPPORTED),
        (_zip("[Content_Types].xml", "xl/workbook.xml"), "a.docx", ReadKind.UNSUPPORTED),
        (_zip("photo.jpg"), "a.zip", ReadKind.UNSUPPORTED),
        (b"Hello", "a.docx", ReadKind.CORRUPT),
        (b"PK\x03\x04 cut off", "a.docx", ReadKind.CORRUPT),
        (b"PK\x03\x04", "a.pptx", ReadKind.UNSUPPORTED),
        (b"P", "a.docx", ReadKind.CORRUPT),
        (bytes(range(256)) * 20, "a.txt", ReadKind.UNSUPPORTED),
        (b"x" * (LIMITS.file_bytes + 1), "a.txt", ReadKind.TOO_LARGE),
    ],
)
def test_what_cannot_be_read_is_refused_by_kind_and_name(data, name, kind):
    with pytest.raises(ReadError) as caught:
        read(data, name, isolated=False)
    assert caught.value.kind is kind
    assert str(caught.value).startswith(name)


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("a.txt", "Split it into parts, then try again."),
        ("a.docx", "Take its pictures out, or split it, then try again."),
    ],
)
def test_what_to_do_with_a_file_too_large_suits_its_kind(name, remedy):
    with pytest.raises(ReadError) as caught:
        read(b"x" * (LIMITS.file_bytes + 1), name, isolated=False)
    assert str(caught.value) == f"{name} is larger than 20 MB. {remedy}"


def test_a_hostile_name_is_cleaned_before_it_is_shown():
    with pytest.raises(ReadError) as caught:
        read(b"", "a\r\nSet-Cookie: x=1\u202e.docx", isolated=False)
    assert str(caught.value).startswith("aSet-Cookie: x=1.docx is empty.")
