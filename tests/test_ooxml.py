"""The walk over Word XML, and the archive it comes from."""

from zipfile import ZIP_LZMA, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from literacy.errors import ReadError
from literacy.ooxml.archive import open_archive, parse_xml
from literacy.ooxml.formula import formula_text
from literacy.ooxml.model import Item, Passage
from literacy.ooxml.names import COUNT_LIMIT, number
from literacy.ooxml.package import open_package
from literacy.ooxml.symbols import power, symbol, typed_bullet, visible
from literacy.ooxml.walk import walk
from tests.ooxml_files import SPACES, added, deleted, paragraph, run, text_box, word, zipped

TEXTS = st.text("ab 5\u00a0\u00ad\u200b•-", max_size=12)
RUNS = st.lists(st.tuples(TEXTS, st.sampled_from(["", "<w:b/>", "<w:i/>", "<w:vanish/>"])))


def items(body: str) -> tuple[Item, ...]:
    return tuple(walk(open_package(word(body), "a.docx")).items())


@given(RUNS)
def test_pieces_tile_the_text_and_stand_where_they_say(runs: list[tuple[str, str]]):
    for item in items(paragraph(*(run(text, look) for text, look in runs))):
        assert isinstance(item, Passage)
        assert item.text == item.text.strip()
        for piece in item.pieces:
            assert piece.element.text[piece.at : piece.at + len(piece.text)] == piece.text
        for mark in item.marks():
            assert 0 <= mark.span.start < mark.span.end <= len(item.text)


def test_a_piece_names_its_element_and_its_place_in_it():
    (item,) = items(paragraph(run("  Take "), run("two")))
    assert isinstance(item, Passage)
    assert [(piece.text, piece.at) for piece in item.pieces] == [("Take ", 2), ("two", 0)]


def test_a_paragraph_whose_end_was_deleted_runs_on_into_the_next():
    first = paragraph("Do not ", properties='<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>')
    assert [item.text for item in items(first + paragraph("stop."))] == ["Do not stop."]


def test_both_renderings_of_a_box_are_tied_together():
    (item,) = items(paragraph(text_box(paragraph("Ring us."))))
    assert isinstance(item, Passage)
    assert [echo.text for echo in item.echoes] == ["Ring us."]


def test_tracked_changes_are_counted_once_a_passage():
    walker = walk(open_package(word(paragraph(deleted("a"), deleted("b"), added(run("c")))), "a"))
    assert [item.text for item in walker.items()] == ["c"]
    assert walker.tally.deleted == 1


def test_a_count_is_held():
    element = parse_xml(f'<w:gridSpan {SPACES} w:val="2000000000"/>'.encode(), "a")
    assert number(element) == COUNT_LIMIT


def test_a_count_that_is_none_is_the_default():
    element = parse_xml(f'<w:gridSpan {SPACES} w:val="-3"/>'.encode(), "a")
    assert number(element, default=1) == 1


@pytest.mark.parametrize(
    ("code", "font", "character"),
    [
        (0xF06D, "Symbol", "μ"),
        (0xF0B3, "Symbol", "≥"),
        (0xF0FC, "Wingdings", "✓"),
        (0xF04A, "x", ""),
    ],
)
def test_a_symbol_that_means_something_is_kept(code: int, font: str, character: str):
    assert symbol(code, font) == character


def test_unseen_characters_split_the_text_and_keep_their_place():
    assert list(visible("ta\u00adblet")) == [(0, "ta"), (3, "blet")]


def test_raised_figures_stay_apart_from_what_they_follow():
    assert power("9") == "⁹"
    assert power("st") == "st"


@pytest.mark.parametrize(
    ("text", "length"), [("• Rest", 2), ("o Rest", 2), ("- Rest", 2), ("- 5 mg", 0), ("of", 0)]
)
def test_a_typed_bullet_is_known(text: str, length: int):
    assert typed_bullet(text) == length


def test_a_half_is_one_over_two():
    half = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    assert formula_text(parse_xml(f"<m:oMath {SPACES}>{half}</m:oMath>".encode(), "a")) == "1/2"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"PK\x03\x04", "corrupt"),
        (b"hello", "corrupt"),
        (b"{\\rtf1 hello}", "unsupported"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "unsupported"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
        ),
    ],
)
def test_what_is_no_zip_is_refused_by_its_kind(data: bytes, kind: str):
    with pytest.raises(ReadError) as caught:
        open_archive(data, "a.docx")
    assert caught.value.kind == kind
    assert str(caught.value).startswith("a.docx is ")


def test_a_zip_that_swells_is_refused():
    with pytest.raises(ReadError) as caught:
        open_archive(zipped({"a": bytes(6_000_000)}), "a.docx")
    assert caught.value.kind == "too_large"


def test_a_zip_of_too_many_entries_is_refused():
    with pytest.raises(ReadError) as caught:
        open_archive(zipped({str(part): "" for part in range(2001)}), "a.docx")
    assert caught.value.kind == "too_large"


def test_a_zip_packed_in_a_rare_way_is_refused(tmp_path):
    with ZipFile(tmp_path / "a", "w", ZIP_LZMA) as file:
        file.writestr("a", "hello")
    with pytest.raises(ReadError) as caught:
        open_archive((tmp_path / "a").read_bytes(), "a.docx")
    assert caught.value.kind == "unsupported"


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(code: str):
    with pytest.raises(ReadError) as caught:
        parse_xml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(code), "a.docx")
    assert caught.value.kind == "corrupt"


def test_xml_nested_too_deeply_is_refused():
    with pytest.raises(ReadError) as caught:
        parse_xml(b"<a>" * 300 + b"</a>" * 300, "a.docx")
    assert caught.value.kind == "too_complex"
