import pytest
from hypothesis import given
from hypothesis import strategies as st

from literacy.document import (
    Block,
    BlockKind,
    Cell,
    Document,
    DocumentBuilder,
    Mark,
    MarkKind,
    Span,
)
from literacy.errors import EditError, FactError
from literacy.findings import Edit, Suggestion
from literacy.rewriting.apply import apply_edits, apply_suggestions, keeps_facts
from literacy.rewriting.facts import facts
from tests.conftest import paragraphs


def edit(document: Document, old: str, new: str) -> Edit:
    start = document.text.index(old)
    return Edit(Span(start, start + len(old)), new)


def after(document: Document, words: str) -> Span:
    end = document.text.index(words) + len(words)
    return Span(end, end)


def marked(text: str, bold: str, kind: MarkKind = MarkKind.BOLD) -> Document:
    build = DocumentBuilder("test")
    start = text.index(bold)
    build.add(BlockKind.PARAGRAPH, text, marks=[Mark(kind, Span(start, start + len(bold)), "x")])
    return build.done()


def test_edits_are_made_in_all_blocks():
    document = paragraphs("Rest prior to food.", "Commence slowly.")
    new = apply_edits(
        document, [edit(document, "Commence", "Start"), edit(document, "prior to", "before")]
    )
    assert new.text == "Rest before food.\n\nStart slowly."
    assert [new.slice(block.span) for block in new.blocks] == ["Rest before food.", "Start slowly."]


def test_everything_but_the_text_is_kept():
    build = DocumentBuilder("a.docx", "docx")
    build.add(BlockKind.HEADING, "Prior to food", level=2, place="page 1")
    build.add(BlockKind.LIST_ITEM, "Rest.", level=3, ordered=True)
    build.add(BlockKind.TABLE_CELL, "Bed.", cell=Cell(1, 2, 3, is_header=True))
    build.add_image("A bed", media_type="image/png", data=b"x", place="page 2")
    build.note("a header")
    document = build.done(title="Food", language="en-GB")
    new = apply_edits(document, [edit(document, "Prior to", "Before")])
    assert new.blocks[0] == Block(BlockKind.HEADING, Span(0, 11), 2, "page 1")
    assert new.blocks[1:] == tuple(
        Block(b.kind, b.span.shift(-2), b.level, b.place, b.ordered, b.cell)
        for b in document.blocks[1:]
    )
    assert (new.title, new.language, new.notes) == ("Food", "en-GB", ("a header",))
    assert new.assets[0].data == b"x"
    assert new.assets[0].span == new.blocks[3].span


def test_overlapping_edits_are_refused():
    document = paragraphs("Rest prior to food.")
    with pytest.raises(EditError, match="prior to"):
        apply_edits(
            document, [edit(document, "prior to", "before"), edit(document, "to food", "x")]
        )


def test_the_same_edit_twice_is_refused():
    document = paragraphs("Rest prior to food.")
    one = edit(document, "prior to", "before")
    with pytest.raises(EditError):
        apply_edits(document, [one, one])


def test_an_edit_across_two_blocks_is_refused():
    document = paragraphs("Rest.", "Eat.")
    with pytest.raises(EditError, match="border"):
        apply_edits(document, [edit(document, "Rest.\n\nEat.", "Rest.")])


def test_a_block_is_never_left_empty():
    document = paragraphs("Rest.", "Eat.")
    with pytest.raises(EditError, match="nothing would be left"):
        apply_edits(document, [edit(document, "Rest.", " ")])


def test_a_changed_dose_is_refused():
    document = paragraphs("Take 5 mg.")
    with pytest.raises(FactError, match="lost: 5 mg; new: 50 mg"):
        apply_edits(document, [edit(document, "5", "50")])


def test_a_negation_is_not_slipped_in_where_another_stands():
    document = paragraphs("Do not eat. You can drink.")
    assert not keeps_facts(document, [edit(document, "can", "can not")])


def test_a_split_may_repeat_the_facts_of_its_subject():
    document = paragraphs("Type 2 diabetes harms the eyes and makes you tired.")
    new = apply_edits(document, [edit(document, " and", ". Type 2 diabetes")])
    assert new.text == "Type 2 diabetes harms the eyes. Type 2 diabetes makes you tired."


def test_a_split_may_not_bring_in_a_new_fact():
    document = paragraphs("Diabetes harms the eyes and makes you tired.")
    assert not keeps_facts(document, [edit(document, " and", ". It may")])


def test_an_explanation_may_state_what_it_likes_between_sentences():
    document = paragraphs("You have anaemia. Rest.")
    gloss = Edit(after(document, "anaemia."), "\nAnaemia means you do not have enough red blood.")
    assert apply_edits(document, [gloss]).text == (
        "You have anaemia.\nAnaemia means you do not have enough red blood. Rest."
    )


def test_an_explanation_within_a_sentence_may_not():
    document = paragraphs("You have anaemia now.")
    assert not keeps_facts(document, [Edit(after(document, "anaemia"), " You may not eat.")])


def test_two_explanations_follow_one_sentence_in_the_order_given():
    document = paragraphs("You have a rash and anaemia.")
    place = after(document, "anaemia.")
    new = apply_suggestions(
        document,
        [
            Suggestion((Edit(place, "\nA rash is spots."),), "A rash is spots."),
            Suggestion((Edit(place, "\nAnaemia is thin blood."),), "Anaemia is thin blood."),
        ],
    )
    assert new.text.split("\n")[1:] == ["A rash is spots.", "Anaemia is thin blood."]


@pytest.mark.parametrize(
    ("text", "bold", "old", "new", "now_bold"),
    [
        ("Rest prior to food.", "food", "prior to", "before", "food"),
        ("Rest prior to food.", "prior to", "prior to", "before", "before"),
        ("Rest prior to food.", "prior", "prior to", "before", "before"),
        ("Rest prior to food.", "Rest prior to food", "prior to", "before", "Rest before food"),
        ("Rest, and she eats.", "Rest,", ", and she", ". She", "Rest"),
        ("Rest, and she eats.", "she eats", ", and she", ". She", " eats"),
        ("Rest prior to food.", "Rest", "prior to", "before", "Rest"),
    ],
)
def test_marks_move_with_their_words(text, bold, old, new, now_bold):
    document = marked(text, bold)
    changed = apply_edits(document, [edit(document, old, new)])
    assert changed.slice(changed.marks[0].span) == now_bold


def test_an_insertion_beside_a_mark_is_not_marked():
    document = marked("Eat food. Rest.", "food.")
    changed = apply_edits(document, [Edit(after(document, "food."), "\nFood is fuel.")])
    assert changed.slice(changed.marks[0].span) == "food."


def test_a_link_is_not_lost():
    document = marked("Eat (see here) and rest.", "see here", MarkKind.LINK)
    with pytest.raises(FactError, match="link"):
        apply_edits(document, [edit(document, " (see here)", "")])


def test_no_edits_change_nothing():
    document = paragraphs("Rest.", "Eat.")
    assert apply_edits(document, []) == document


WORDS = ["rest", "eat", "warm", "bed", "5", "mg", "not", "may", "sleep"]
words = st.lists(st.sampled_from(WORDS), min_size=2)


@given(st.lists(words, min_size=1, max_size=4), st.data())
def test_tiling_facts_and_marks_hold_whatever_is_edited(texts, data):
    build = DocumentBuilder("test")
    for text in texts:
        bold = Mark(MarkKind.BOLD, Span(1, data.draw(st.integers(2, 5))))
        build.add(BlockKind.PARAGRAPH, " ".join(text), marks=[bold])
    document = build.done()
    ends = st.integers(0, len(document.text))
    start, end = sorted((data.draw(ends), data.draw(ends)))
    change = Edit(Span(start, end), data.draw(st.sampled_from(["", "warm", " bed", "5", "not"])))
    try:
        new = apply_edits(document, [change])
    except (EditError, FactError):
        return
    # Document refuses a broken tiling by itself; the blocks and their facts are left to compare.
    assert len(new.blocks) == len(document.blocks)
    assert "\n\n".join(text for _, text in new) == new.text
    for (_, old), (_, fresh) in zip(document, new, strict=True):
        assert facts(old) <= facts(fresh)
