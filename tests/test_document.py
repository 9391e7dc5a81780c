"""The document: tiling and the one ruler, whatever is put in; and records as plain data."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from literacy import plain
from literacy.document import (
    DEEPEST,
    Asset,
    Block,
    BlockKind,
    Cell,
    Document,
    DocumentBuilder,
    Mark,
    MarkKind,
    Span,
)
from literacy.findings import Edit, Finding, Safety, Score, Severity, Suggestion
from literacy.parse import parse
from tests.conftest import paragraphs

words = st.text("abc xyz.!? é😀’\n", min_size=1).filter(str.strip)
kinds = st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.IMAGE])


@given(st.lists(words))
def test_block_slices_give_back_what_was_added(texts):
    assert [text for _, text in paragraphs(*texts)] == [text.strip() for text in texts]


@given(st.lists(st.tuples(kinds, words), min_size=1))
def test_every_character_is_in_one_block_or_in_the_gap_between_two(pieces):
    build = DocumentBuilder("test")
    for kind, text in pieces:
        build.add(kind, text)
        build.add_image("a picture")
    document = build.done()
    seen = [at for block in document.blocks for at in range(block.span.start, block.span.end)]
    assert len(seen) == len(set(seen))
    outside = set(range(len(document.text))) - set(seen)
    assert {document.text[at] for at in outside} <= {"\n"}


@given(st.lists(words, min_size=1))
def test_sentences_cover_every_character_that_is_not_white_space(texts):
    document = paragraphs(*texts)
    covered = {at for s in parse(document).sentences for at in range(s.span.start, s.span.end)}
    assert all(char.isspace() for at, char in enumerate(document.text) if at not in covered)


@given(st.lists(words, min_size=1, max_size=3))
def test_every_token_is_found_where_its_span_says(texts):
    parsed = parse(paragraphs(*texts))
    for sentence in parsed.sentences:
        for token in parsed.doc(sentence):
            assert parsed.document.slice(parsed.span(sentence, token)) == token.text


@given(words, st.integers(0, 30), st.integers(0, 30))
def test_a_mark_keeps_its_characters_when_white_space_is_cut(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    build = DocumentBuilder("test")
    build.add(BlockKind.PARAGRAPH, text, marks=[Mark(MarkKind.BOLD, Span(start, end))])
    document = build.done()
    for mark in document.marks:
        assert document.slice(mark.span) in text[start:end]


def test_document_refuses_text_outside_every_block():
    with pytest.raises(ValueError, match="outside every block"):
        Document("x", "stray words", ())


def test_document_refuses_a_block_past_the_end():
    with pytest.raises(ValueError, match="out of range"):
        Document("x", "ab", (Block(BlockKind.PARAGRAPH, Span(0, 9)),))


def test_document_refuses_a_mark_past_the_end():
    block = Block(BlockKind.PARAGRAPH, Span(0, 2))
    with pytest.raises(ValueError, match="past the end"):
        Document("x", "ab", (block,), marks=(Mark(MarkKind.BOLD, Span(1, 3)),))


def test_a_span_that_crosses_a_border_is_in_no_block():
    document = paragraphs("one", "two")
    assert document.block_at(Span(1, 3)) == document.blocks[0]
    assert document.block_at(Span(2, 6)) is None


def test_a_picture_without_words_has_an_empty_block():
    build = DocumentBuilder("test")
    build.add(BlockKind.PARAGRAPH, "Before.")
    build.add_image("", media_type="image/png", data=b"png")
    build.add(BlockKind.PARAGRAPH, "After.")
    document = build.done()
    assert document.text == "Before.\n\n\n\nAfter."
    assert document.assets == (Asset(Span(9, 9), "", "image/png", b"png"),)


def test_a_document_survives_the_way_through_json():
    build = DocumentBuilder("a.docx", "docx")
    build.add(BlockKind.HEADING, "Tests", level=2, place="paragraph 1")
    build.add(BlockKind.TABLE_CELL, "one", cell=Cell(1, 2, 3, is_header=True))
    build.add_image("a cup", media_type="image/png", data=b"\x00\xff")
    build.note("Left out 1 comment.")
    document = build.done(title="Tests", language="en-GB")
    assert plain.load(Document, json.loads(json.dumps(plain.dump(document)))) == document


def test_a_finding_survives_the_way_through_json():
    edit = Edit(Span(0, 3), "give")
    finding = Finding(
        "medicine.administer",
        "medical",
        Span(0, 3),
        "administer",
        "page 1",
        "Say “give”.",
        Severity.ERROR,
        "Shorter.",
        ("cdc-2009",),
        (Suggestion((edit,), "give", Safety.SAFE),),
    )
    assert plain.load(Finding, json.loads(json.dumps(plain.dump(finding)))) == finding


def test_a_score_of_none_survives_the_way_through_json():
    score = Score("smog_index", None, note="There are no sentences to measure.")
    assert plain.load(Score, plain.dump(score)) == score


@pytest.mark.parametrize("data", [{"start": "0", "end": 1}, {"start": 3, "end": 1}, {"start": 0}])
def test_plain_data_that_does_not_fit_is_refused(data):
    with pytest.raises((TypeError, ValueError)):
        plain.load(Span, data)


def test_a_list_item_is_no_deeper_than_anybody_follows():
    build = DocumentBuilder("test")
    build.add(BlockKind.LIST_ITEM, "Rest", level=101)
    assert build.done().blocks[0].level == DEEPEST
