"""Word files are read as the person who opens them sees them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from literacy.document import BlockKind, Cell, Document, MarkKind
from literacy.errors import ReadError
from literacy.readers.docx import read_docx
from tests.ooxml_files import (
    SPACES,
    added,
    cell,
    deleted,
    field,
    paragraph,
    picture,
    relations,
    row,
    run,
    table,
    text_box,
    word,
    word_parts,
    zipped,
)

TAKE = paragraph("Take two tablets.")


def read(body: str, parts: dict[str, str | bytes] | None = None, **targets: str) -> Document:
    return read_docx(word(body, parts, **targets), "leaflet.docx")


def texts(body: str) -> list[str]:
    return [text for _, text in read(body)]


def test_tracked_insertions_are_read_and_deletions_are_not():
    document = read(
        paragraph(
            "Do ", added(run("not ")), "take ", deleted("ten"), added(run("two")), " tablets."
        )
    )
    assert document.text == "Do not take two tablets."
    assert document.notes == ("Left out 1 passage that someone deleted with tracked changes.",)


def test_moved_text_is_read_where_it_went():
    gone = f'<w:moveFrom w:id="1">{run("Old place. ")}</w:moveFrom>'
    here = f'<w:moveTo w:id="2">{run("New place.")}</w:moveTo>'
    document = read(paragraph(gone, "Stay. ", here))
    assert document.text == "Stay. New place."
    assert document.notes == (
        "Read 1 passage only where someone moved it to with tracked changes.",
    )


def test_hidden_text_is_not_read():
    document = read(paragraph("Take two ", run("hundred ", "<w:vanish/>"), "tablets."))
    assert document.text == "Take two tablets."
    assert document.notes == ("Left out 1 passage of hidden text.",)


def test_text_hidden_by_its_style_is_not_read():
    styles = (
        f'<w:styles {SPACES}><w:style w:type="character" w:styleId="H"><w:name w:val="Secret"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    )
    body = paragraph("Take ", run("no ", '<w:rStyle w:val="H"/>'), "two.")
    assert read(body, {"word/styles.xml": styles}, styles="styles.xml").text == "Take two."


def test_a_file_whose_words_are_all_hidden_says_so():
    with pytest.raises(ReadError) as caught:
        read(paragraph(run("Secret", "<w:vanish/>")))
    assert (caught.value.kind, str(caught.value)) == (
        "no_text",
        "All the words in leaflet.docx are hidden or deleted with tracked changes. "
        "Show them or reject the changes, save the file, and try again.",
    )


def test_comments_are_counted_and_not_read():
    comments = (
        f'<w:comments {SPACES}><w:comment w:id="0">{paragraph("Why?")}</w:comment></w:comments>'
    )
    document = read(TAKE, {"word/comments.xml": comments}, comments="comments.xml")
    assert document.text == "Take two tablets."
    assert document.notes == ("Left out 1 comment.",)


def test_notes_come_at_the_end_in_the_order_of_their_marks():
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>'
        for number, text in ((0, "unused"), (2, "After food."), (3, "Or milk."))
    )
    marks = [f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (3, 2)]
    document = read(
        paragraph("Take water", marks[0], " and food.", marks[1]),
        {"word/footnotes.xml": f"<w:footnotes {SPACES}>{notes}</w:footnotes>"},
        footnotes="footnotes.xml",
    )
    assert [(block.place, text) for block, text in document] == [
        ("paragraph 1", "Take water and food."),
        ("footnote 1 to paragraph 1", "Or milk."),
        ("footnote 2 to paragraph 1", "After food."),
    ]


def test_endnotes_follow_footnotes_and_each_says_which_it_is():
    foot = f'<w:footnote w:id="2">{paragraph("After food.")}</w:footnote>'
    end = f'<w:endnote w:id="2">{table(row("a", "b"))}</w:endnote>'
    document = read(
        paragraph("Take two.", '<w:r><w:endnoteReference w:id="2"/></w:r>')
        + paragraph("Rest.", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        {
            "word/footnotes.xml": f"<w:footnotes {SPACES}>{foot}</w:footnotes>",
            "word/endnotes.xml": f"<w:endnotes {SPACES}>{end}</w:endnotes>",
        },
        footnotes="footnotes.xml",
        endnotes="endnotes.xml",
    )
    assert [(block.place, text) for block, text in document] == [
        ("paragraph 1", "Take two."),
        ("paragraph 2", "Rest."),
        ("footnote 1 to paragraph 2", "After food."),
        ("table 1, row 1", "a"),
        ("table 1, row 1", "b"),
    ]


def test_a_note_whose_mark_was_deleted_is_not_read():
    notes = f'<w:footnote w:id="2">{paragraph("Old advice.")}</w:footnote>'
    mark = '<w:del w:id="1"><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'
    document = read(
        paragraph("Take two.", mark),
        {"word/footnotes.xml": f"<w:footnotes {SPACES}>{notes}</w:footnotes>"},
        footnotes="footnotes.xml",
    )
    assert document.text == "Take two."


def test_a_deleted_row_and_a_deleted_cell_are_not_read():
    gone = row("ten", properties='<w:del w:id="1"/>')
    cut = row("two", cell(paragraph("hundred"), '<w:cellDel w:id="2"/>'), "mg")
    document = read(table(row("a", "b"), gone, cut))
    assert [text for _, text in document] == ["a", "b", "two", "mg"]


def test_a_text_box_is_read_once_after_its_paragraph():
    document = read(paragraph("Before.", text_box(paragraph("Ring 999."))) + paragraph("After."))
    assert [(block.place, text) for block, text in document] == [
        ("paragraph 1", "Before."),
        ("text box", "Ring 999."),
        ("paragraph 2", "After."),
    ]


def test_content_controls_smart_tags_and_fields_are_read():
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('two')}</w:sdtContent></w:sdt>"
    smart = f"<w:smartTag>{run(' white')}</w:smartTag>"
    simple = f'<w:fldSimple w:instr=" DATE ">{run(" tablets")}</w:fldSimple>'
    body = paragraph("Take ", control, smart, simple, field(" PAGE ", " daily"), ".")
    block = f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"
    assert texts(block) == ["Take two white tablets daily."]


def test_breaks_tabs_and_hyphens_are_characters():
    signs = "<w:r><w:br/><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:t>b</w:t></w:r>"
    assert texts(paragraph("a", signs)) == ["a\n\t-b"]


def test_a_micro_sign_from_a_symbol_font_is_read():
    mu = '<w:r><w:sym w:font="Symbol" w:char="F06D"/></w:r>'
    assert texts(paragraph("5 ", mu, "g")) == ["5 μg"]


def test_a_raised_power_does_not_join_its_number():
    raised = run("9", '<w:vertAlign w:val="superscript"/>')
    assert texts(paragraph("10", raised, " cells")) == ["10⁹ cells"]


def test_of_ruby_only_the_base_is_read():
    ruby = (
        f"<w:r><w:ruby><w:rt>{run('x')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby></w:r>"
    )
    assert texts(paragraph(ruby)) == ["base"]


def test_table_cells_know_their_place_and_nested_tables_follow_their_cell():
    nested = table(row("a", "b"))
    body = table(
        row("When", "Dose", properties="<w:tblHeader/>"),
        row(cell(paragraph("Day") + nested + paragraph("Night")), "Two"),
    )
    assert [(text, block.cell) for block, text in read(body)] == [
        ("When", Cell(0, 0, 0, is_header=True)),
        ("Dose", Cell(0, 0, 1, is_header=True)),
        ("Day", Cell(0, 1, 0)),
        ("Night", Cell(0, 1, 0)),
        ("a", Cell(1, 0, 0)),
        ("b", Cell(1, 0, 1)),
        ("Two", Cell(0, 1, 1)),
    ]


def test_merged_cells_are_read_once_and_a_huge_span_is_held():
    wide = cell(paragraph("wide"), '<w:gridSpan w:val="2000000000"/>')
    tall = cell(paragraph("tall"), '<w:vMerge w:val="restart"/>')
    rest = cell(paragraph(), "<w:vMerge/>")
    document = read(table(row(wide, "last"), row(tall, "x"), row(rest, "y")))
    assert [(text, block.cell and block.cell.column) for block, text in document] == [
        ("wide", 0),
        ("last", 1000),
        ("tall", 0),
        ("x", 1),
        ("y", 1),
    ]


def test_a_table_of_one_column_is_a_frame_around_paragraphs():
    document = read(table(row("Take care.")))
    assert [(block.kind, block.place) for block, _ in document] == [
        (BlockKind.PARAGRAPH, "table 1, row 1")
    ]


def test_headings_are_known_by_style_outline_and_by_being_bold_over_a_text():
    styles = (
        f'<w:styles {SPACES}><w:style w:type="paragraph" w:styleId="berschrift2">'
        '<w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="Mine">'
        '<w:name w:val="Mine"/><w:basedOn w:val="berschrift2"/></w:style></w:styles>'
    )
    bold = run("Side effects", "<w:b/>")
    body = (
        paragraph("One", properties='<w:pStyle w:val="Mine"/>')
        + paragraph("Two", properties='<w:outlineLvl w:val="3"/>')
        + paragraph(bold)
        + TAKE
        + paragraph(run("Ring us", "<w:b/>"))
    )
    document = read(body, {"word/styles.xml": styles}, styles="styles.xml")
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 4),
        (BlockKind.HEADING, 5),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_list_items_know_their_depth_and_whether_they_are_numbered():
    numbering = (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    item = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="3"/></w:numPr>'
    body = (
        paragraph("one", properties=item.format(0))
        + paragraph("two", properties=item.format(1))
        + paragraph("• three")
    )
    document = read(body, {"word/numbering.xml": numbering}, numbering="numbering.xml")
    assert [(text, block.kind, block.level, block.ordered) for block, text in document] == [
        ("one", BlockKind.LIST_ITEM, 1, True),
        ("two", BlockKind.LIST_ITEM, 2, False),
        ("three", BlockKind.LIST_ITEM, 1, False),
    ]


def test_a_list_may_change_its_numbers_to_bullets():
    numbering = (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="3">'
        '<w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="bullet"/></w:lvl></w:lvlOverride></w:num></w:numbering>'
    )
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    body = paragraph("one", properties=own)
    document = read(body, {"word/numbering.xml": numbering}, numbering="numbering.xml")
    assert [(block.kind, block.ordered) for block in document.blocks] == [
        (BlockKind.LIST_ITEM, False)
    ]


def test_bold_and_links_are_marked_where_they_stand():
    link = f'<w:hyperlink r:id="hyperlink">{run("our page")}</w:hyperlink>'
    document = read(
        TAKE + paragraph("See ", run("now", "<w:b/>"), " ", link), hyperlink="https://nhs.uk/"
    )
    assert [(mark.kind, document.slice(mark.span), mark.target) for mark in document.marks] == [
        (MarkKind.BOLD, "now", ""),
        (MarkKind.LINK, "our page", "https://nhs.uk/"),
    ]


def test_a_picture_comes_with_its_description_and_bytes():
    document = read(
        paragraph("Look.", picture("image", "A  nurse")),
        {"word/media/a.png": b"\x89PNG"},
        image="media/a.png",
    )
    (asset,) = document.assets
    assert (asset.alt, asset.media_type, asset.data) == ("A nurse", "image/png", b"\x89PNG")


@pytest.mark.parametrize("target", ["NULL", "media/none.png", "../../../etc/passwd"])
def test_a_picture_that_is_not_there_is_no_error(target: str):
    document = read(paragraph("Look.", picture("image")), image=target)
    assert [asset.data for asset in document.assets] == [b""]


def test_a_header_is_noted_and_not_read():
    header = f"<w:hdr {SPACES}>{paragraph('NHS Trust')}</w:hdr>"
    document = read(TAKE, {"word/header1.xml": header}, header="header1.xml")
    assert document.notes == ("Left out the header: 'NHS Trust'",)


def test_a_footer_is_noted_and_not_read():
    footer = f"<w:ftr {SPACES}>{paragraph('Leaflet 12')}</w:ftr>"
    document = read(TAKE, {"word/footer1.xml": footer}, footer="footer1.xml")
    assert (document.text, document.notes) == (
        "Take two tablets.",
        ("Left out the footer: 'Leaflet 12'",),
    )


@pytest.mark.parametrize("missing", ["word/_rels/document.xml.rels", "_rels/.rels"])
def test_a_file_that_lost_its_relationships_is_read(missing: str):
    parts = word_parts(TAKE)
    del parts[missing]
    assert read_docx(zipped(parts), "a.docx").text == "Take two tablets."


def test_title_and_language_come_from_the_file():
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Your  hip</dc:title></c>'
    styles = (
        f'<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr>'
        "</w:rPrDefault></w:docDefaults></w:styles>"
    )
    parts = word_parts(TAKE, {"word/styles.xml": styles, "core.xml": core}, styles="styles.xml")
    top = relations(officeDocument="word/document.xml").replace(
        "</Rel", '<Relationship Id="c" Type="x/core-properties" Target="core.xml"/></Rel'
    )
    document = read_docx(zipped(parts | {"_rels/.rels": top}), "a.docx")
    assert (document.title, document.language) == ("Your hip", "en-GB")


def test_the_iso_dialect_is_read():
    parts = word_parts(TAKE)
    strict = str(parts["word/document.xml"]).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read_docx(zipped(parts | {"word/document.xml": strict}), "a").text == "Take two tablets."


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        (word_parts(paragraph()), "no_text"),
        (word_parts(paragraph(picture("image"))), "no_text"),
        (word_parts("<w:p>"), "corrupt"),
        ({"a.txt": "hello"}, "unsupported"),
        (word_parts("") | {"word/document.xml": "<workbook/>"}, "unsupported"),
        (word_parts("<w:sdt>" * 300 + "</w:sdt>" * 300), "too_complex"),
    ],
)
def test_what_cannot_be_read_says_why(parts: dict[str, str | bytes], kind: str):
    with pytest.raises(ReadError) as caught:
        read_docx(zipped(parts), "leaflet.docx")
    assert caught.value.kind == kind
    assert "leaflet.docx" in str(caught.value)


@given(st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(at: int, noise: bytes):
    data = bytearray(word(TAKE))
    data[at : at + len(noise)] = noise
    with suppress(ReadError):
        read_docx(bytes(data), "a.docx")
