"""OpenDocument texts are read as the person who opens them sees them."""

import pytest

from literacy.document import BlockKind, Cell, Document, MarkKind
from literacy.errors import ReadError
from literacy.readers.odt import read_odt
from tests.ooxml_files import ODF_SPACES, odt, zipped

BOLD = (
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
)
NUMBERED = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
    'style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>'
)


def read(body: str, styles: str = "", parts: dict[str, str | bytes] | None = None) -> Document:
    return read_odt(odt(body, styles, parts), "leaflet.odt")


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def test_deleted_text_is_not_read():
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>ten</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    document = read(changes + p("Do not take <text:change/>two tablets."))
    assert document.text == "Do not take two tablets."
    assert document.notes == ("Left out 1 passage that someone deleted with tracked changes.",)


def test_inserted_text_is_read():
    marks = "<text:change-start/>not <text:change-end/>"
    assert read(p(f"Do {marks}take two tablets.")).text == "Do not take two tablets."


def test_fields_give_what_they_show():
    body = p('Page <text:page-number>2</text:page-number> of <text:a xlink:href="x">3</text:a>')
    assert read(body).text == "Page 2 of 3"


def test_endnotes_come_after_footnotes():
    notes = "".join(
        f'<text:note text:note-class="{kind}"><text:note-body>{p(kind)}</text:note-body>'
        "</text:note>"
        for kind in ("endnote", "footnote")
    )
    assert [(block.place, text) for block, text in read(p(f"Rest{notes}."))] == [
        ("paragraph 1", "Rest."),
        ("footnote 1 to paragraph 1", "footnote"),
        ("endnote 1 to paragraph 1", "endnote"),
    ]


def test_a_hidden_section_is_not_read():
    document = read(f'<text:section text:display="none">{p("Old.")}</text:section>{p("New.")}')
    assert (document.text, document.notes) == ("New.", ("Left out 1 passage of hidden text.",))


def test_bold_lines_over_a_text_are_headings():
    bold = '<text:span text:style-name="T1">Side effects</text:span>'
    blocks = read(p("Your tablets") + p(bold) + p("You may feel sick."), BOLD).blocks
    assert [(block.kind, block.level) for block in blocks][1] == (BlockKind.HEADING, 2)


def test_headers_and_footers_are_noted_and_not_read():
    styles = (
        f"<office:document-styles {ODF_SPACES}><office:master-styles><style:master-page>"
        f"<style:header>{p('NHS Trust')}</style:header><style:footer>{p('Page')}</style:footer>"
        "</style:master-page></office:master-styles></office:document-styles>"
    )
    document = read(p("Rest."), parts={"styles.xml": styles})
    assert document.text == "Rest."
    assert document.notes == ("Left out the header: 'NHS Trust'", "Left out the footer: 'Page'")


def test_a_table_in_a_cell_follows_the_text_of_its_cell():
    def cells(*inside: str) -> str:
        return "".join(f"<table:table-cell>{one}</table:table-cell>" for one in inside)

    def rows(*every: str) -> str:
        inside = "".join(f"<table:table-row>{one}</table:table-row>" for one in every)
        return f"<table:table>{inside}</table:table>"

    nested = rows(cells(p("a"), p("b")))
    document = read(rows(cells(p("Day") + nested + p("Night"), p("Two"))))
    assert [text for _, text in document] == ["Day", "Night", "a", "b", "Two"]


def test_a_comment_is_not_glued_into_its_sentence():
    comment = "<office:annotation><text:p>Sure?</text:p></office:annotation>"
    document = read(p(f"Take two {comment}tablets."))
    assert document.text == "Take two tablets."
    assert document.notes == ("Left out 1 comment.",)


def test_white_space_is_as_shown_and_counts_are_held():
    assert read(p(" a\n  b<text:tab/>c<text:line-break/>d ")).text == "a b\tc\nd"
    assert len(read(p('a<text:s text:c="2000000000"/>b')).text) == 1002


def test_headings_and_nested_lists_are_known():
    body = (
        '<text:h text:outline-level="2">Title</text:h><text:list text:style-name="L1">'
        "<text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p>"
        "</text:list-item></text:list></text:list-item></text:list>"
    )
    blocks = [(block.kind, block.level, block.ordered) for block in read(body, NUMBERED).blocks]
    assert blocks == [
        (BlockKind.HEADING, 2, False),
        (BlockKind.LIST_ITEM, 1, True),
        (BlockKind.LIST_ITEM, 2, False),
    ]


def test_repeated_cells_are_read_once_and_covered_ones_are_skipped():
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        f"<table:table-cell>{p('When')}</table:table-cell><table:covered-table-cell/>"
        f"<table:table-cell>{p('Dose')}</table:table-cell></table:table-row>"
        '</table:table-header-rows><table:table-row table:number-rows-repeated="1048576">'
        f'<table:table-cell table:number-columns-repeated="2">{p("day")}</table:table-cell>'
        f"<table:table-cell>{p('two')}</table:table-cell></table:table-row></table:table>"
    )
    assert [(text, block.cell) for block, text in read(body)] == [
        ("When", Cell(0, 0, 0, is_header=True)),
        ("Dose", Cell(0, 0, 2, is_header=True)),
        ("day", Cell(0, 1, 0)),
        ("two", Cell(0, 1, 2)),
    ]


def test_notes_and_boxes_are_read_after_the_text():
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p('With food.')}</text:note-body></text:note>"
    )
    box = f"<draw:frame><draw:text-box>{p('Ring 999.')}</draw:text-box></draw:frame>"
    document = read(p(f"Take two{note}.{box}") + p("Rest."))
    assert [(block.place, text) for block, text in document] == [
        ("paragraph 1", "Take two."),
        ("text box", "Ring 999."),
        ("paragraph 2", "Rest."),
        ("footnote 1 to paragraph 1", "With food."),
    ]


def test_hidden_text_is_not_read():
    hidden = (
        '<style:style style:name="T2" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    document = read(p('Take <text:span text:style-name="T2">no </text:span>two.'), hidden)
    assert document.text == "Take two."
    assert document.notes == ("Left out 1 passage of hidden text.",)


def test_bold_and_links_are_marked_where_they_stand():
    link = '<text:a xlink:href="https://nhs.uk/">here</text:a>'
    document = read(p(f'Look <text:span text:style-name="T1">now</text:span> {link}.'), BOLD)
    assert [(mark.kind, document.slice(mark.span), mark.target) for mark in document.marks] == [
        (MarkKind.BOLD, "now", ""),
        (MarkKind.LINK, "here", "https://nhs.uk/"),
    ]


def test_a_picture_comes_with_its_description_and_bytes():
    frame = (
        '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>T</svg:title>'
        "<svg:desc>A nurse</svg:desc></draw:frame>"
    )
    (asset,) = read(p(f"Look.{frame}"), parts={"Pictures/a.png": b"\x89PNG"}).assets
    assert (asset.alt, asset.media_type, asset.data) == ("A nurse", "image/png", b"\x89PNG")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (odt(""), "no_text"),
        (odt("<text:p>"), "corrupt"),
        (odt(p("x"), parts={"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "encrypted"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "corrupt"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "unsupported"),
        (zipped({"word/document.xml": "<a/>"}), "unsupported"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, kind: str):
    with pytest.raises(ReadError) as caught:
        read_odt(data, "leaflet.odt")
    assert caught.value.kind == kind
    assert "leaflet.odt" in str(caught.value)


@pytest.mark.parametrize(
    ("part", "media_type"),
    [("a.JPG", "image/jpeg"), ("a.svg", "image/svg+xml"), ("a.xyz", ""), ("a", "")],
)
def test_a_pictures_type_is_told_by_a_list_of_our_own(part, media_type):
    frame = f'<draw:frame><draw:image xlink:href="Pictures/{part}"/></draw:frame>'
    document = read(p(f"Rest.{frame}"), parts={f"Pictures/{part}": b"x"})
    assert document.assets[0].media_type == media_type
