"""Web pages and Markdown: the words in order, and none of the furniture."""

from __future__ import annotations

import pytest

from literacy.document import Mark, MarkKind, Span
from literacy.errors import ReadError, ReadKind
from literacy.readers import read
from literacy.readers.html import read_html
from literacy.readers.markdown import read_markdown


def _read(markup: str) -> list[tuple[str, int, str]]:
    document = read_html(f"<html><body>{markup}</body></html>".encode(), "a.html")
    return [(str(block.kind), block.level, words) for block, words in document]


def test_blocks_come_in_order_with_their_kinds_and_levels():
    assert _read("<h2>Diet</h2><p>Eat <b>well</b>.</p><ul><li>Fish<ul><li>Cod</ul></ul>") == [
        ("heading", 2, "Diet"),
        ("paragraph", 0, "Eat well."),
        ("list_item", 1, "Fish"),
        ("list_item", 2, "Cod"),
    ]


def test_menus_scripts_banners_and_hidden_text_are_left_out():
    markup = (
        "<nav>Home</nav><script>x()</script><div class='cookie-banner'>Cookies</div>"
        "<p hidden>Secret</p><p style='display: none'>Secret</p><p>Rest.</p>"
    )
    assert _read(markup) == [("paragraph", 0, "Rest.")]


def test_the_main_part_is_read_with_its_own_footer():
    markup = (
        "<header><a href='/'>Site</a></header>"
        "<main><p>Take two.</p><footer>Leaflet 12</footer></main>"
        "<footer>Copyright us</footer>"
    )
    assert [text for *_, text in _read(markup)] == ["Take two.", "Leaflet 12"]


def test_text_outside_every_block_is_kept():
    assert _read("Take two.<div>Then <i>rest</i>.<p>Call us.</p>Now</div>") == [
        ("paragraph", 0, "Take two."),
        ("paragraph", 0, "Then rest."),
        ("paragraph", 0, "Call us."),
        ("paragraph", 0, "Now"),
    ]


def test_a_break_is_a_line_end_and_two_end_the_paragraph():
    assert [text for *_, text in _read("<p>Ward 4<br>Leeds<br><br>Come at 9</p>")] == [
        "Ward 4\nLeeds",
        "Come at 9",
    ]


def test_cells_know_their_place_beside_a_tall_one():
    markup = "<table><tr><th rowspan=2>A<th>B<tr><td>C</table>"
    document = read_html(markup.encode(), "a.html")
    assert [
        (text, b.cell.row, b.cell.column, b.cell.is_header) for b, text in document if b.cell
    ] == [
        ("A", 0, 0, True),
        ("B", 0, 1, True),
        ("C", 1, 1, False),
    ]


def test_a_table_that_only_arranges_the_page_is_ordinary_text():
    assert _read("<table><tr><td>Menu</td><td>Take two.</td></tr></table>") == [
        ("paragraph", 0, "Menu"),
        ("paragraph", 0, "Take two."),
    ]


def test_marks_stand_on_the_words_they_format():
    document = read_html(b'<p> Call  <a href="tel:999">999</a> <b>now</b></p>', "a.html")
    assert document.text == "Call 999 now"
    assert document.marks == (
        Mark(MarkKind.BOLD, Span(9, 12)),
        Mark(MarkKind.LINK, Span(5, 8), "tel:999"),
    )


def test_pictures_keep_their_description_and_decoration_goes():
    document = read_html(
        b'<p>Rest.<img alt="A bed" src="data:image/png;base64,AAAA"><img alt="" src="x"></p>',
        "a.html",
    )
    assert [(asset.alt, asset.data) for asset in document.assets] == [("A bed", b"\x00\x00\x00")]


def test_entities_are_the_characters_they_stand_for():
    found = _read("<p>5&nbsp;&micro;g &amp; &frac12; a tablet&#8217;s worth &lt; 2</p>")
    assert found == [("paragraph", 0, "5 \u00b5g & \u00bd a tablet\u2019s worth < 2")]


@pytest.mark.parametrize(
    ("attributes", "language"),
    [("lang=en-GB", "en-GB"), ("xml:lang=cy", "cy"), ("lang='<b>'", ""), ("", "")],
)
def test_the_language_is_what_the_page_claims(attributes, language):
    page = f"<html {attributes}><body><p>Rest.</p></body></html>"
    assert read_html(page.encode(), "a.html").language == language


def test_a_page_in_its_own_code_page_is_read():
    page = "<meta charset=windows-1252><p>It costs £9.</p>".encode("cp1252")
    assert read_html(page, "a.html").text == "It costs £9."


def test_what_style_and_attribute_hide_is_noted():
    document = read_html(b"<p>Rest.</p><p style='visibility:hidden'>No.</p>", "a.html")
    assert (document.text, document.notes) == ("Rest.", ("Hidden text was left out.",))


def test_a_tag_with_200000_attributes_does_not_hang():
    many = " ".join(f"a{number}=1" for number in range(200_000))
    assert _read(f"<p {many}>Rest.</p>") == [("paragraph", 0, "Rest.")]


def test_a_page_nested_too_deep_is_refused_and_not_cut_short():
    with pytest.raises(ReadError) as caught:
        read_html(b"<div>" * 20_000 + b"Rest.", "a.html")
    assert caught.value.kind is ReadKind.TOO_COMPLEX


def test_a_page_with_no_words_has_no_text():
    with pytest.raises(ReadError) as caught:
        read(b"<html><body><script>x()</script></body></html>", "a.html", isolated=False)
    assert caught.value.kind is ReadKind.NO_TEXT


def test_markdown_reads_as_the_page_it_stands_for():
    text = (
        "---\ntitle: Diet\n---\n# Diet\n\nEat **well**.\n\n- Fish\n- Eggs\n\n|A|B|\n|-|-|\n|1|2|\n"
    )
    document = read_markdown(text.encode(), "a.md")
    assert (document.format, document.title) == ("md", "Diet")
    assert [(str(block.kind), words, block.place) for block, words in document][:4] == [
        ("heading", "Diet", "line 4"),
        ("paragraph", "Eat well.", "line 6"),
        ("list_item", "Fish", "line 8"),
        ("list_item", "Eggs", "line 9"),
    ]
    assert [words for block, words in document if block.cell] == ["A", "B", "1", "2"]


def test_control_characters_in_a_title_or_a_description_are_not_kept():
    page = "<title>Your\x7f test</title><p>Rest.</p><img alt='A\x1b \x02heart'>"
    document = read_html(page.encode(), "a.html")
    assert (document.title, document.assets[0].alt) == ("Your test", "A heart")
