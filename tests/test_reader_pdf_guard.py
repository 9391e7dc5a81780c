"""PDF files that claim too much: refused, or read without what is not to be believed."""

from __future__ import annotations

import zlib

import pytest

from literacy.errors import ReadError, ReadKind
from literacy.readers.pdf import read_pdf

_TEXT = b"BT /F1 12 Tf 72 700 Td (Take two tablets.) Tj ET"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_WIDE = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[7 0 R]%s>>"
_INNER = (
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering"
    b"(Identity)/Supplement 0>>%s>>"
)


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (more, len(data), data)


def _pdf(content: bytes = _stream(_TEXT), font: bytes = _FONT, **more: bytes) -> bytes:
    """A file of one page. ``more`` are its other objects, by name: ``o7=...``."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        4: content,
        5: font,
    } | {int(name[1:]): body for name, body in more.items()}
    out = b"%PDF-1.7\n"
    places = []
    for number, body in sorted(objects.items()):
        places.append((number, len(out)))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places)
    size = max(objects) + 1
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 1\n0000000000 65535 f \n" + table + trailer


def _kind(data: bytes) -> ReadKind:
    with pytest.raises(ReadError) as caught:
        read_pdf(data, "a.pdf")
    return caught.value.kind


def test_the_plain_file_is_read():
    assert read_pdf(_pdf(), "a.pdf").text == "Take two tablets."


def test_a_page_that_unpacks_to_many_megabytes_is_too_large():
    packed = zlib.compress(b" " * 50_000_000)
    assert _kind(_pdf(_stream(packed, b"/Filter/FlateDecode"))) is ReadKind.TOO_LARGE


def test_a_page_packed_twice_is_counted_as_it_comes_out():
    packed = zlib.compress(zlib.compress(b" " * 50_000_000, 9), 9)
    content = _stream(packed, b"/Filter[/FlateDecode/FlateDecode]")
    assert _kind(_pdf(content)) is ReadKind.TOO_LARGE


def test_more_pages_than_we_read_are_too_large():
    numbers = range(10, 511)
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    pages = {f"o{number}": b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>" for number in numbers}
    data = _pdf(o2=b"<</Type/Pages/Kids[%s]/Count 501>>" % kids, **pages)
    assert _kind(data) is ReadKind.TOO_LARGE


def test_a_font_of_four_thousand_million_letters_does_not_hang():
    table = b"1 begincodespacerange <00> <FF> endcodespacerange\n"
    table += b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 8 0 R>>"
    assert read_pdf(_pdf(font=font, o8=_stream(table)), "a.pdf").text == "Take two tablets."


@pytest.mark.parametrize("widths", [b"/W[0 4294967295 500]", b"/W2[0 4294967295 500 0 500]"])
def test_a_table_of_widths_without_end_does_not_hang(widths):
    data = _pdf(font=_WIDE % b"", o7=_INNER % widths)
    assert _kind(data) is ReadKind.NO_TEXT


def test_words_in_another_file_are_not_looked_for():
    assert _kind(_pdf(_stream(b"", b"/F(/etc/passwd)"))) is ReadKind.NO_TEXT


def test_a_page_with_no_size_is_read():
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    assert read_pdf(_pdf(o3=page), "a.pdf").text == "Take two tablets."


def test_streams_that_never_end_are_damage():
    assert _kind(b"%PDF-1.7\n" + b"1 0 obj\n<<>>stream\n" * 40_000) is ReadKind.CORRUPT


def test_a_page_about_bloodstreams_is_no_damage():
    words = b"BT /F1 1 Tf 9 9 Td " + b"(bloodstream) Tj " * 300 + b"ET"
    assert read_pdf(_pdf(_stream(words)), "a.pdf").text.startswith("bloodstream")


def test_a_packing_that_we_do_not_know_is_named():
    assert _kind(_pdf(_stream(b"x", b"/Filter/BrotliDecode"))) is ReadKind.UNSUPPORTED


def test_words_of_form_fields_are_left_out_and_noted():
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>/Annots[9 0 R]>>"
    )
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(Ann)/Rect[0 0 9 9]>>"
    document = read_pdf(_pdf(o3=page, o9=field), "a.pdf")
    assert document.notes == ("Left out 1 form field or note laid over the pages.",)
