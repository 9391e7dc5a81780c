"""What is counted, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from literacy.document import BlockKind, Document, DocumentBuilder, Span
from literacy.measure.counts import Counts, count, count_sentence
from literacy.measure.scores import reading_age
from literacy.words.segment import sentences, words
from tests.conftest import paragraphs


def document(*blocks: tuple[BlockKind, str]) -> Document:
    build = DocumentBuilder("test")
    for kind, text in blocks:
        build.add(kind, text)
    return build.done()


def test_every_column_of_a_sentence_is_counted() -> None:
    # Take two paracetamol tablets, 5mg each.
    # letters 4 2+1 11 7 2 4 = 31; with the digit 5 there are 32 characters
    # syllables 1 1 5 2 4 1 = 14; long: paracetamol, tablets; mini: two, 5mg
    # unfamiliar: paracetamol, tablets (the list has "tablet", so not), 5mg
    found = count_sentence("Take two paracetamol tablets, 5mg each.")
    assert found == Counts(
        sentences=1,
        words=6,
        letters=31,
        characters=32,
        syllables=14,
        monosyllables=3,
        polysyllables=2,
        complex_words=2,
        long_words=2,
        mini_words=2,
        unfamiliar=2,
        unfamiliar_types=2,
    )


def test_headings_cells_captions_and_pictures_are_not_counted() -> None:
    build = DocumentBuilder("test")
    build.add(BlockKind.HEADING, "Your operation.", level=1)
    build.add(BlockKind.PARAGRAPH, "Please rest.")
    build.add(BlockKind.TABLE_CELL, "Take it now.")
    build.add(BlockKind.CAPTION, "A nurse stands.")
    build.add_image("A nurse smiles.")
    total = count(build.done()).total
    assert (total.sentences, total.words) == (1, 2)


@pytest.mark.parametrize("stop", ["", ".", ";"])
def test_a_list_item_ends_a_sentence_whatever_ends_the_item(stop: str) -> None:
    made = document(
        (BlockKind.PARAGRAPH, "Bring these things:"),
        (BlockKind.LIST_ITEM, f"your letter{stop}"),
        (BlockKind.LIST_ITEM, f"a warm coat{stop}"),
    )
    assert count(made).total.sentences == 3


@given(st.lists(st.sampled_from(["your letter", "a warm coat", "two pens", "any medicine"])))
def test_full_stops_at_the_end_of_items_do_not_move_the_reading_age(items: list[str]) -> None:
    lead = (BlockKind.PARAGRAPH, "Please bring all of these things with you:")
    bare = document(lead, *((BlockKind.LIST_ITEM, item) for item in items))
    stopped = document(lead, *((BlockKind.LIST_ITEM, f"{item}.") for item in items))
    assert reading_age(count(bare).total) == reading_age(count(stopped).total)


def test_words_set_aside_are_not_counted_and_their_sentence_stays() -> None:
    made = paragraphs("Asthma is common. Rest.")
    total = count(made, without=(Span(0, 6),)).total
    assert (total.sentences, total.words) == (2, 3)


@given(st.lists(st.sampled_from(["asthma", "a", " ", "-", ".", "/", "'s", "B"])), st.data())
def test_words_that_reach_into_a_span_are_set_aside_and_no_others(
    parts: list[str], data: st.DataObject
) -> None:
    made = paragraphs("Rest " + "".join(parts))
    starts = data.draw(st.lists(st.integers(0, len(made.text)), max_size=4))
    spans = [Span(start, min(start + 3, len(made.text))) for start in sorted(set(starts))]
    spans = [one for one in spans if not any(one.overlaps(two) for two in spans if two < one)]
    left = [
        made.slice(word)
        for sentence in sentences(made.text)
        for word in (found.shift(sentence.start) for found in words(made.slice(sentence)))
        if not any(word.overlaps(span) for span in spans)
    ]
    assert [word for row in count(made, without=spans).rows for word in row.words] == left


def test_gunning_leaves_out_names_compounds_and_verb_endings() -> None:
    # polysyllables: Amanda, admitted, everything, self-assessment, colonoscopy
    # complex: self-assessment (assess-ment is three), colonoscopy
    found = count_sentence("Call Amanda, admitted everything-else, self-assessment, colonoscopy.")
    assert found.complex_words == 3  # everything-else too: "everything" has three


def test_sentences_are_counted_where_they_stand() -> None:
    made = paragraphs("One. Two three.", "Four.")
    rows = count(made).rows
    assert [made.slice(row.span) for row in rows] == ["One.", "Two three.", "Four."]


def test_a_line_without_a_word_is_no_sentence() -> None:
    assert count(paragraphs("* * *", "...")).total.sentences == 0
