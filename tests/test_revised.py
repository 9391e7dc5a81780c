"""A rewrite goes back into the author's own Word file."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from literacy.document import Document, Span
from literacy.errors import ExportError
from literacy.exporters.changes import Change, changes
from literacy.exporters.revised import revised_docx
from literacy.findings import Finding, Taken
from literacy.readers.docx import read_docx
from tests.ooxml_files import (
    SPACES,
    added,
    deleted,
    field,
    paragraph,
    picture,
    row,
    run,
    table,
    text_box,
    word,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDS = st.sampled_from(["Take", "two", "tablets", "not", "5mg", "a-b", "(if)", ".", "é"])
TEXT = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
RUNS = st.lists(st.tuples(TEXT, st.sampled_from(["", "<w:b/>", "<w:i/>"])), min_size=1, max_size=4)
REASON = Finding("x.y", "x", Span(0, 7), "", "", "", why="It is shorter.", source=("nhs-a-to-z",))
LINK = f'<w:hyperlink r:id="hyperlink">{run("our web page")}</w:hyperlink>'


def with_texts(document: Document, *texts: str) -> Document:
    blocks, at = [], 0
    for block, text in zip(document.blocks, texts, strict=True):
        blocks.append(replace(block, span=Span(at, at + len(text))))
        at += len(text) + 2
    return replace(document, text="\n\n".join(texts), blocks=tuple(blocks), marks=(), assets=())


def xml(data: bytes):
    with ZipFile(BytesIO(data)) as file:
        return etree.fromstring(file.read("word/document.xml"))


def settled(data: bytes, *, accept: bool) -> Document:
    """Read the file as it is once every change of ours is accepted, or rejected."""
    root = xml(data)
    for kind, stays in (("ins", accept), ("del", not accept)):
        for mark in [one for one in root.iter(W + kind) if one.get(W + "author") == "Literacy"]:
            for text in [one for one in mark.iter(W + "delText") if kind == "del"]:
                text.tag = W + "t"
            for one in list(mark) if stays else ():
                mark.addprevious(one)
            mark.getparent().remove(mark)
    parts = {}
    with ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["word/document.xml"] = etree.tostring(root)
    out = BytesIO()
    with ZipFile(out, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return read_docx(out.getvalue(), "a.docx")


def texts(document: Document) -> list[str]:
    return [text for _, text in document]


def revised(body: str, *wanted: str, **options: bool) -> bytes:
    data = word(body, hyperlink="https://nhs.uk/")
    before = read_docx(data, "a.docx")
    return revise(data, before, with_texts(before, *wanted), **options)


def revise(data: bytes, before: Document, after: Document, **options: object) -> bytes:
    done = revised_docx(data, before, after, **options)
    assert not done.left_out
    return done.data


def test_only_the_words_that_differ_change():
    assert changes("Take it prior to food.", "Take it before food.") == (Change(8, 16, "before"),)


def test_a_change_is_marked_with_its_author_and_date():
    data = word(paragraph("Utilise water."))
    before = read_docx(data, "a.docx")
    date = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    root = xml(revise(data, before, with_texts(before, "Use water."), author="Ann", date=date))
    marks = [
        (one.tag, one.get(W + "author"), one.get(W + "date"))
        for one in root.iter(W + "ins", W + "del")
    ]
    assert marks == [
        (W + "del", "Ann", "2026-01-02T03:04:05Z"),
        (W + "ins", "Ann", "2026-01-02T03:04:05Z"),
    ]


@pytest.mark.parametrize(
    ("body", "after"),
    [
        (paragraph("Take it ", run("prior", "<w:b/>"), " to food."), ["Take it before food."]),
        (paragraph("See ", LINK, " now."), ["See our page first now."]),
        (paragraph("Do ", added(run("not stop")), deleted("x"), "."), ["Do not just halt."]),
        (table(row("Prior to", "Dose")), ["Before", "Dose"]),
        (paragraph("A.", text_box(paragraph("Telephone us."))), ["A.", "Ring us."]),
        (
            f"<w:sdt><w:sdtContent>{paragraph('Utilise it.')}</w:sdtContent></w:sdt>",
            ["Use it.\nIt helps."],
        ),
        (paragraph("One", "<w:r><w:br/></w:r>", "two"), ["One two"]),
        (paragraph("• Utilise it"), ["Use it"]),
    ],
)
def test_accepting_gives_the_rewrite_and_rejecting_the_original(body: str, after: list[str]):
    data = revised(body, *after)
    original = read_docx(word(body, hyperlink="https://nhs.uk/"), "a.docx")
    assert texts(settled(data, accept=True)) == after
    assert texts(settled(data, accept=False)) == texts(original)
    assert texts(read_docx(revised(body, *after, tracked=False), "a.docx")) == after


@given(RUNS, TEXT)
def test_any_rewrite_can_be_accepted_or_rejected(runs: list[tuple[str, str]], after: str):
    body = paragraph(*(run(text + " ", look) for text, look in runs))
    data = revised(body, after)
    original = read_docx(word(body), "a.docx")
    assert texts(settled(data, accept=True)) == [after]
    rejected = settled(data, accept=False)
    assert (texts(rejected), rejected.marks) == (texts(original), original.marks)


def test_words_that_stay_keep_their_look_and_new_ones_take_that_of_the_old():
    body = paragraph("You should ", run("commence", "<w:b/>"), " ", run("today", "<w:i/>"), ".")
    document = settled(revised(body, "You should start today."), accept=True)
    assert [(mark.kind, document.slice(mark.span)) for mark in document.marks] == [
        ("bold", "start"),
        ("italic", "today"),
    ]


def test_other_parts_and_paragraphs_stay_as_they_were():
    body = paragraph("Stay.") + paragraph("Utilise it.")
    data = revised(body, "Stay.", "Use it.")
    stays = [
        etree.tostring(next(xml(one).iter(W + "p")), method="c14n") for one in (data, word(body))
    ]
    assert stays[0] == stays[1]
    with ZipFile(BytesIO(data)) as new, ZipFile(BytesIO(word(body))) as old:
        assert new.namelist() == old.namelist()
        assert new.read("[Content_Types].xml") == old.read("[Content_Types].xml")


def explained(body: str, *wanted: str, parts: dict[str, str] | None = None, **targets: str):
    """Revise a file whose every change has the same reason; return what came of it."""
    data = word(body, parts, **targets)
    before = read_docx(data, "a.docx")
    spans = (block.span for block in before.blocks)
    taken = tuple(Taken(REASON, span) for span in spans)
    return revised_docx(data, before, with_texts(before, *wanted), taken)


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as file:
        return file.read(name).decode()


def comments(data: bytes) -> list[str]:
    root = etree.fromstring(part(data, "word/comments.xml").encode())
    return ["\n".join("".join(line.itertext()) for line in one) for one in root]


def test_a_change_has_a_comment_with_its_reason_and_source():
    data = explained(paragraph("Utilise it."), "Use it.").data
    assert comments(data) == [
        "It is shorter.\nSource: A to Z of NHS health writing, NHS digital service manual."
    ]
    signs = ("commentRangeStart", "del", "ins", "commentRangeEnd", "commentReference")
    found = xml(data).iter(*(W + sign for sign in signs))
    assert [etree.QName(one).localname for one in found] == [*signs]


def test_comments_of_others_stay_and_no_number_is_used_twice():
    others = f'<w:comments {SPACES}><w:comment w:id="1" w:author="Ann"/></w:comments>'
    body = paragraph('<w:bookmarkStart w:id="2147483647" w:name="x"/>', "Utilise it.")
    data = explained(
        body, "Use it.", parts={"word/comments.xml": others}, comments="comments.xml"
    ).data
    root = etree.fromstring(part(data, "word/comments.xml").encode())
    assert [(one.get(W + "id"), one.get(W + "author")) for one in root] == [
        ("1", "Ann"),
        ("4", "Literacy"),
    ]
    ids = [one.get(W + "id") for one in xml(data).iter(W + "ins", W + "del", W + "bookmarkStart")]
    assert ids == ["2147483647", "2", "3"]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (paragraph("See.", text_box(paragraph("Utilise it."))), "text box"),
        (
            paragraph("See.", '<w:r><w:footnoteReference w:id="7"/></w:r>'),
            "footnote 1 to paragraph 1",
        ),
    ],
)
def test_a_comment_on_a_note_or_a_box_hangs_on_what_holds_it(body: str, place: str):
    note = f'<w:footnote w:id="7">{paragraph("Utilise it.")}</w:footnote>'
    parts = {"word/footnotes.xml": f"<w:footnotes {SPACES}>{note}</w:footnotes>"}
    data = explained(body, "See.", "Use it.", parts=parts, footnotes="footnotes.xml").data
    (comment,) = comments(data)
    assert comment.startswith(f"In {place}: “Utilise” became “Use”.\n")
    start = next(xml(data).iter(W + "commentRangeStart"))
    assert start.getparent().getparent().tag == W + "body"


def test_a_change_inside_the_insertion_of_somebody_else_cuts_it_in_two_numbers():
    root = xml(revised(paragraph(added(run("Do stop now"))), "Do just stop now"))
    theirs = [one.get(W + "id") for one in root.iter(W + "ins") if one.get(W + "author") == "Ann"]
    assert len(theirs) == len(set(theirs)) == 2


def test_a_formatting_change_of_somebody_else_is_doubled_under_a_new_number():
    look = '<w:b/><w:rPrChange w:id="3" w:author="Ann"><w:rPr/></w:rPrChange>'
    root = xml(revised(paragraph(run("Do utilise it", look)), "Do use it"))
    found = [one.get(W + "id") for one in root.iter(W + "rPrChange")]
    assert len(found) == len(set(found)) == 3


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (paragraph(field("DOCPROPERTY x", "Utilise it.")), "it stands in a field"),
        (paragraph(f'<w:fldSimple w:instr="REF x">{run("Utilise it.")}</w:fldSimple>'), "a field"),
        (
            '<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>'
            f"{paragraph('Utilise it.')}</w:sdtContent></w:sdt>",
            "it stands in a control that is locked",
        ),
    ],
)
def test_what_word_fills_in_by_itself_is_left_and_named(body: str, why: str):
    done = explained(body, "Use it.")
    assert [(one.old, one.new) for one in done.left_out] == [("Utilise", "Use")]
    assert why in done.left_out[0].why
    assert texts(read_docx(done.data, "a.docx")) == ["Utilise it."]


def test_a_sentence_is_changed_as_a_whole_or_not_at_all():
    body = paragraph("Utilise it ", field("REF x", "prior to"), " food. Commence it.")
    data = word(body)
    before = read_docx(data, "a.docx")
    done = revised_docx(data, before, with_texts(before, "Use it before food. Start it."))
    assert texts(read_docx(done.data, "a.docx")) == ["Utilise it prior to food. Start it."]
    assert [(one.old, one.new) for one in done.left_out] == [
        ("Utilise it prior to", "Use it before")
    ]


def test_a_link_is_no_field_to_leave_alone():
    body = paragraph(field('HYPERLINK "https://nhs.uk"', "utilise this"))
    assert not explained(body, "use this").left_out


def test_a_description_cannot_be_tracked_and_is_named():
    body = paragraph("Look.", picture("image", "Utilise this"))
    data = word(body, {"word/a.png": b"x"}, image="a.png")
    before = read_docx(data, "a.docx")
    wanted = with_texts(before, "Look.", "Use this")
    assert [one.new for one in revised_docx(data, before, wanted).left_out] == ["Use this"]
    assert texts(read_docx(revise(data, before, wanted, tracked=False), "a.docx"))[1] == "Use this"


def test_both_renderings_of_a_box_change():
    root = xml(revised(paragraph(text_box(paragraph("Telephone us."))), "Ring us."))
    assert [one.text for one in root.iter(W + "delText")] == ["Telephone", "Telephone"]


def test_the_changes_of_others_stay():
    root = xml(
        revised(paragraph("Do ", added(run("not ")), deleted("x"), "utilise."), "Do not use.")
    )
    kept = [one.tag for one in root.iter(W + "ins", W + "del") if one.get(W + "author") == "Ann"]
    assert kept == [W + "ins", W + "del"]


def test_another_file_than_the_one_read_is_refused():
    before = read_docx(word(paragraph("One.")), "a.docx")
    with pytest.raises(ExportError, match="not the file that was read"):
        revise(word(paragraph("Two.")), before, with_texts(before, "Three."))


def test_a_formula_is_not_changed():
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    done = explained(paragraph("Take ", formula, "."), "Take y.")
    assert [one.why for one in done.left_out] == ["it is part of a formula or a drawing"]
