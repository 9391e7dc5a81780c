from hypothesis import given
from hypothesis import strategies as st

from literacy.composed import EasyRead, Row, RowKind
from literacy.document import BlockKind, Cell, Document, DocumentBuilder, Mark, MarkKind, Span
from literacy.easyread import Options, compose, lost
from tests.conftest import paragraphs

BIOPSY = "A biopsy is a test where a small piece of your body is taken."


def rows(draft: EasyRead) -> list[Row]:
    return [row for section in draft.sections for row in section.rows]


def texts(draft: EasyRead) -> list[str]:
    return [row.text for row in rows(draft)]


def built(*blocks: tuple[BlockKind, str, int]) -> Document:
    build = DocumentBuilder("my-leaflet.txt")
    for kind, text, level in blocks:
        build.add(kind, text, level=level)
    return build.done()


def table(*lines: tuple[str, ...], heads: int = 1) -> Document:
    build = DocumentBuilder("table")
    for row, line in enumerate(lines):
        for column, text in enumerate(line):
            cell = Cell(0, row, column, is_header=row < heads)
            build.add(BlockKind.TABLE_CELL, text, cell=cell)
    return build.done()


def test_each_sentence_becomes_a_row_with_its_place_in_the_source():
    document = paragraphs("Come at 9am. Bring a bag.")
    first, second = rows(compose(document))
    assert (first.text, first.source) == ("Come at 9am.", Span(0, 12))
    assert (second.text, second.source) == ("Bring a bag.", Span(13, 25))


def test_a_line_break_starts_a_row():
    assert texts(compose(paragraphs("Northmoor Hospital\nHigh Street"))) == [
        "Northmoor Hospital",
        "High Street",
    ]


def test_the_first_heading_is_the_title_and_the_others_open_sections():
    document = built(
        (BlockKind.HEADING, "Your test", 1),
        (BlockKind.PARAGRAPH, "This is about your test.", 0),
        (BlockKind.HEADING, "Before", 2),
        (BlockKind.PARAGRAPH, "Do not eat.", 0),
        (BlockKind.HEADING, "Tablets", 3),
    )
    draft = compose(document)
    assert draft.title == "Your test"
    assert [(section.heading, section.level, len(section.rows)) for section in draft.sections] == [
        ("About this leaflet", 2, 1),
        ("Before", 2, 1),
        ("Tablets", 3, 0),
    ]


def test_a_leaflet_without_headings_is_named_after_its_file():
    assert compose(built((BlockKind.PARAGRAPH, "Hello.", 0))).title == "my leaflet"


def test_a_draft_says_that_it_is_one():
    label = compose(paragraphs("Hello.")).draft_label
    assert label == "This is a draft. Test it with readers before you use it."


def test_list_items_are_points_below_their_lead_in():
    document = built(
        (BlockKind.PARAGRAPH, "Bring:", 0),
        (BlockKind.LIST_ITEM, "your glasses", 1),
        (BlockKind.LIST_ITEM, "a bag", 1),
    )
    found = [(row.text, row.kind) for row in rows(compose(document))]
    assert found == [
        ("Bring:", RowKind.IDEA),
        ("your glasses", RowKind.POINT),
        ("a bag", RowKind.POINT),
    ]


def test_a_line_with_a_bullet_inside_a_paragraph_is_a_point():
    document = paragraphs("Do not:\n• drive\n• swim")
    rows = [row for section in compose(document).sections for row in section.rows]
    assert [(row.text, row.kind) for row in rows] == [
        ("Do not:", RowKind.IDEA),
        ("drive", RowKind.POINT),
        ("swim", RowKind.POINT),
    ]


def test_steps_keep_their_numbers_around_a_picture_and_a_list_inside():
    build = DocumentBuilder("steps")
    build.add(BlockKind.LIST_ITEM, "Sit up.", level=1, ordered=True)
    build.add_image("a chair")
    build.add(BlockKind.LIST_ITEM, "on a chair", level=2)
    build.add(BlockKind.LIST_ITEM, "Breathe out.", level=1, ordered=True)
    build.add(BlockKind.PARAGRAPH, "Now rest.")
    build.add(BlockKind.LIST_ITEM, "Start again.", level=1, ordered=True)
    assert [row.number for row in rows(compose(build.done()))] == [1, 0, 2, 0, 1]


def test_a_sentence_over_the_limit_has_a_remark_for_the_writer():
    draft = compose(paragraphs("One two three four."), options=Options(sentence_words=3))
    assert rows(draft)[0].remark == "This row has 4 words. Split it: 3 at most."


def test_a_hard_word_is_bold_and_explained_after_its_first_sentence():
    glosses = {"biopsy": BIOPSY, "biopsies": BIOPSY}
    draft = compose(
        paragraphs("We take biopsies. You can rest. A biopsy is quick."), glosses=glosses
    )
    assert [(row.text, row.kind) for row in rows(draft)][:2] == [
        ("We take biopsies.", RowKind.IDEA),
        (BIOPSY, RowKind.EXPLANATION),
    ]
    assert [run.text for run in rows(draft)[0].runs if run.bold] == ["biopsies"]
    assert texts(draft).count(BIOPSY) == 1
    assert [(hard.word, hard.meaning) for hard in draft.hard_words] == [("biopsy", BIOPSY)]


def test_an_explanation_that_the_text_gives_is_not_repeated():
    draft = compose(paragraphs(f"We do a biopsy.\n{BIOPSY}"), glosses={"biopsy": BIOPSY})
    assert [(row.text, row.kind) for row in rows(draft)] == [
        ("We do a biopsy.", RowKind.IDEA),
        (BIOPSY, RowKind.EXPLANATION),
    ]
    assert [hard.word for hard in draft.hard_words] == ["biopsy"]


def test_an_explanation_of_two_sentences_takes_two_rows():
    draft = compose(
        paragraphs("You need a stent."), glosses={"stent": "It is a tube. It is small."}
    )
    assert texts(draft) == ["You need a stent.", "It is a tube.", "It is small."]


def test_hard_words_stand_in_the_order_of_the_alphabet():
    glosses = {"stent": "A stent is a tube.", "biopsy": BIOPSY}
    draft = compose(paragraphs("A stent or biopsies."), glosses={**glosses, "biopsies": BIOPSY})
    assert [hard.word for hard in draft.hard_words] == ["biopsy", "stent"]


def test_phone_numbers_and_addresses_become_links():
    text = "Call 01632 960142 or 999. Write to eye@ward.example.org. See www.nhs.uk/eyes."
    draft = compose(paragraphs(text))
    assert [(run.text, run.link) for row in rows(draft) for run in row.runs if run.link] == [
        ("01632 960142", "tel:01632960142"),
        ("eye@ward.example.org", "mailto:eye@ward.example.org"),
        ("www.nhs.uk/eyes", "https://www.nhs.uk/eyes"),
    ]


def test_999_is_a_link_only_where_it_is_to_be_called():
    draft = compose(paragraphs("Call 999. Page 999 is last."))
    assert [run.link for row in rows(draft) for run in row.runs] == ["", "tel:999", "", ""]


def test_a_link_of_the_source_is_kept():
    build = DocumentBuilder("link")
    mark = Mark(MarkKind.LINK, Span(4, 12), "https://example.org/eyes")
    build.add(BlockKind.PARAGRAPH, "See our page.", marks=[mark])
    assert [(run.text, run.link) for run in rows(compose(build.done()))[0].runs] == [
        ("See ", ""),
        ("our page", "https://example.org/eyes"),
        (".", ""),
    ]


def test_a_table_with_heads_becomes_lines_that_repeat_the_head():
    document = table(("Medicine", "What to do"), ("Warfarin", "Stop it. Call us."))
    draft = compose(document)
    assert [(row.text, row.kind) for row in rows(draft)] == [
        ("Medicine: Warfarin", RowKind.IDEA),
        ("What to do: Stop it.", RowKind.POINT),
        ("Call us.", RowKind.IDEA),
    ]
    assert lost(document, draft) == ()


def test_two_columns_without_heads_become_pairs():
    assert texts(compose(table(("Monday", "9am to 5pm"), ("Friday", "closed"), heads=0))) == [
        "Monday: 9am to 5pm",
        "Friday: closed",
    ]


def test_a_table_that_can_be_read_in_two_ways_is_left_out_and_named():
    document = table(("Risk", "Chance", "Help"), ("Pain", "1 in 10"))
    draft = compose(document)
    assert texts(draft) == []
    assert len(draft.left_out) == 1
    assert "“Risk | Chance | Help | Pain | 1 in 10”" in draft.left_out[0]
    assert lost(document, draft) == ()


def test_pictures_and_captions_of_the_source_are_named():
    build = DocumentBuilder("pictures")
    build.add_image("A thin tube in the throat", place="page 2")
    build.add(BlockKind.CAPTION, "Figure 1. The tube.")
    assert compose(build.done()).left_out == (
        "A picture on page 2: “A thin tube in the throat”.",
        "A caption: “Figure 1. The tube.”.",
    )


def test_lost_tells_of_a_block_that_is_nowhere():
    document = paragraphs("Come at 9am.", "Bring a bag.")
    half = compose(paragraphs("Come at 9am."))
    assert [block.span for block in lost(document, half)] == [Span(14, 26)]


WORDS = st.text("ab .\n?", min_size=1, max_size=20)
KINDS = st.sampled_from(
    (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION)
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    build = DocumentBuilder("any.txt")
    for table_number in range(draw(st.integers(0, 3))):
        for _ in range(draw(st.integers(0, 3))):
            build.add(draw(KINDS), draw(WORDS), level=draw(st.integers(1, 3)))
            if draw(st.booleans()):
                build.add_image(draw(WORDS))
        heads = draw(st.booleans())
        for row in range(draw(st.integers(0, 3))):
            for column in range(draw(st.integers(1, 3))):
                cell = Cell(table_number, row, column, is_header=heads and row == 0)
                build.add(BlockKind.TABLE_CELL, draw(WORDS), cell=cell)
    return build.done()


@given(documents())
def test_nothing_of_the_source_is_lost(document):
    assert lost(document, compose(document, glosses={"ab": "It is a. It is b."})) == ()


def test_a_short_form_keeps_its_capitals_in_the_list_of_hard_words():
    draft = compose(
        paragraphs("We check your INR. You may need a Biopsy."),
        glosses={"inr": "Your INR shows how blood clots.", "biopsy": "A biopsy is a test."},
    )
    assert [hard.word for hard in draft.hard_words] == ["biopsy", "INR"]


def test_an_explanation_has_no_picture_of_its_own():
    gloss = "The oesophagus is the tube for your food."
    draft = compose(paragraphs(f"Your oesophagus is sore.\n{gloss}"), glosses={"oesophagus": gloss})
    (section,) = draft.sections
    assert [row.picture for row in section.rows if row.kind is RowKind.EXPLANATION] == [None]
