"""A document as a clean leaflet in five formats."""

from io import BytesIO

import docx
import page
import pdfua
import pikepdf
import pytest
from docx.oxml.ns import qn
from lxml import html
from markdown_it import MarkdownIt

from literacy.document import BlockKind, DocumentBuilder
from literacy.exporters import export
from tests.conftest import paragraphs
from tests.export_samples import leaflet


def test_html_has_headings_lists_tables_and_pictures_as_such():
    body = html.fromstring(export(leaflet(), "html")).find(".//main")
    assert [(node.tag, node.text) for node in body.iter("h1", "h2")] == [
        ("h1", "Having a colonoscopy"),
        ("h2", "What to bring"),
    ]
    assert [item.text for item in body.findall("ul/li")] == ["your medicines", "your letter"]
    assert [item.text for item in body.findall("ul/li/ul/li")] == ["tablets"]
    assert [item.text for item in body.findall("ol/li")] == ["Stop eating at 8am.", "Drink at 5pm."]
    assert [(th.get("scope"), th.text) for th in body.iter("th")] == [
        ("col", "Side effect"),
        ("col", "How many"),
    ]
    assert [node.get("alt") for node in body.iter("img")] == ["A teal box"]
    assert body.findtext("p/strong") == "before"
    assert [node.get("href") for node in body.iter("a")] == ["https://example.org/test"]


def test_picture_that_cannot_be_shown_leaves_its_words():
    assert b"<p>Picture: A lost picture</p>" in export(leaflet(), "html")


def test_pdf_passes_both_checkers_and_says_which_way_headers_run(tmp_path):
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(export(leaflet(), "pdf"))
    assert [failure.rule_id for failure in page.validate_pdf(path, profile="ua1").failures] == []
    assert [finding.rule_id for finding in pdfua.validate(str(path)).findings] == []
    with pikepdf.open(path) as pdf:
        headers = [
            str(node.A.Scope)
            for node in pdf.objects
            if isinstance(node, pikepdf.Dictionary) and node.get("/S") == "/TH"
        ]
    assert headers == ["/Column", "/Column"]


def test_word_file_has_styles_lists_and_a_table_with_a_header_row():
    file = docx.Document(BytesIO(export(leaflet(), "docx")))
    assert [p.text for p in file.paragraphs if p.style.name == "Heading 1"] == [
        "Having a colonoscopy"
    ]
    listed = [
        (p.text, p._p.pPr.numPr.ilvl.val, p._p.pPr.numPr.numId.val)
        for p in file.paragraphs
        if p._p.pPr is not None and p._p.pPr.numPr is not None
    ]
    assert listed == [
        ("your medicines", 0, 1),
        ("tablets", 1, 1),
        ("your letter", 0, 1),
        ("Stop eating at 8am.", 0, 2),
        ("Drink at 5pm.", 0, 2),
    ]
    (table,) = file.tables
    headers = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert headers == [True, False]
    assert [node.get("descr") for node in file.element.iter(qn("wp:docPr"))] == ["A teal box"]


def test_plain_text_keeps_words_lists_and_addresses():
    assert export(leaflet(), "txt").decode() == (
        "Having a colonoscopy\n\n"
        "Read this before your test. See our page (example.org/test).\n\n"
        "What to bring\n\n"
        "- your medicines\n  - tablets\n- your letter\n\n"
        "1. Stop eating at 8am.\n2. Drink at 5pm.\n\n"
        "Side effect\tHow many\nBloating\t5 in 10\n\n"
        "Picture: A teal box\n\nPicture: A lost picture\n"
    )


def test_markdown_keeps_structure_and_marks():
    assert export(leaflet(), "md").decode() == (
        "# Having a colonoscopy\n\n"
        "Read this **before** your test. See [our page](<https://example.org/test>).\n\n"
        "## What to bring\n\n"
        "- your medicines\n  - tablets\n- your letter\n\n"
        "1. Stop eating at 8am.\n2. Drink at 5pm.\n\n"
        "| Side effect | How many |\n| --- | --- |\n| Bloating | 5 in 10 |\n\n"
        "Picture: A teal box\n\nPicture: A lost picture\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "1. not a list",
        "2) nor this",
        "- nor this",
        "+ nor this",
        "# not a heading",
        "> not a quote",
        "---",
        "===",
        "***",
        "a\n===",
        "a\n---",
        "a *b* _c_ `d` [e](f) ![g](h) <b>i</b> &amp; ~~j~~",
        "a | b\n--- | ---",
        "    not code",
        "a\\",
        "<!-- not a comment -->",
        "[a]: https://example.org",
        "www.example.org and a@b.org",
    ],
)
def test_markdown_read_back_gives_the_words_of_a_paragraph_as_they_were(text):
    document = paragraphs(text)
    tree = html.fromstring(
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .render(export(document, "md").decode())
    )
    assert tree.tag == "p"
    assert {node.tag for node in tree.iter()} <= {"p", "br"}
    lines = [line.strip() for line in tree.text_content().splitlines()]
    assert lines == [line.strip() for line in document.text.splitlines()]


@pytest.mark.parametrize("format", ["html", "pdf", "docx", "txt", "md"])
def test_document_with_nothing_in_it_can_be_written(format):
    assert export(DocumentBuilder("empty.txt").done(), format)


def test_list_nested_a_thousand_deep_can_be_written():
    build = DocumentBuilder("deep.txt")
    for level in range(1, 1200):
        build.add(BlockKind.LIST_ITEM, f"level {level}", level=level)
    for format in ("html", "pdf", "docx", "md"):
        assert export(build.done(), format)
