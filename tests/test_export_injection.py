"""Nothing that a text says can run in what is written, in any format."""

import csv
import re
from io import BytesIO, StringIO
from zipfile import ZipFile

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from lxml import etree, html

from literacy.composed import (
    Drawing,
    EasyRead,
    HardWord,
    Picture,
    Row,
    RowKind,
    Run,
    Section,
)
from literacy.document import BlockKind, Cell, Document, DocumentBuilder, Mark, MarkKind, Span
from literacy.exporters import export
from literacy.exporters.markup import clean
from literacy.findings import (
    Checklist,
    ChecklistItem,
    Edit,
    Finding,
    NextStep,
    Report,
    Score,
    Suggestion,
    Verdict,
)
from tests.export_samples import VECTORS, svg

ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section"),
    *("nav", "article", "div", "p", "span", "h1", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt"),
    *("dd", "a", "img", "strong", "mark", "br", "small", "table", "thead", "tbody", "tr", "th"),
    "td",
}
BAD_LINKS = ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example")


def easy(text: str) -> EasyRead:
    runs = (Run(text, bold=True), *(Run(text, link=link) for link in BAD_LINKS))
    picture = Picture("p", text, refused=True)
    rows = tuple(Row(runs, kind=kind, picture=picture, remark=text) for kind in RowKind)
    drawing = Drawing("p", "image/svg+xml", svg("1F48A"), text)
    return EasyRead(
        text, text, (Section(text, rows),) * 5, (HardWord(text, text),), (drawing,), (text,),
        language=text, draft_label=text, credits=(text,),
    )  # fmt: skip


def document(text: str) -> Document:
    build = DocumentBuilder(text)
    links = [Mark(MarkKind.LINK, Span(0, 5), link) for link in BAD_LINKS]
    for kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION):
        build.add(kind, text, level=1, marks=links)
    build.add(BlockKind.TABLE_CELL, text, cell=Cell(0, 0, 0, is_header=True))
    build.add_image(text, media_type=text, data=text.encode())
    return build.done(title=text, language=text)


def report(text: str) -> Report:
    made = document(text)
    span = made.blocks[0].span
    suggestion = Suggestion((Edit(span, text),), text)
    finding = Finding(
        text, text, span, text, text, text, why=text, source=(text,), suggestions=(suggestion,)
    )
    score = Score(text, 1.0, note=text)
    items = (ChecklistItem(text, text, Verdict.YES, text),)
    return Report(
        made, text, text, 1, 1, score, score, 1.0, (score,), (finding,),
        (NextStep(finding.key, 1.0),), (Checklist(text, text, None, items, text),), None,
        text, (text,),
    )  # fmt: skip


THINGS = (easy, document, report)


@pytest.mark.parametrize("vector", VECTORS)
@pytest.mark.parametrize("thing", THINGS)
def test_html_holds_our_elements_and_plain_links_alone(thing, vector):
    tree = html.fromstring(export(thing(vector), "html"))
    assert {node.tag for node in tree.iter()} <= ALLOWED
    for node in tree.iter():
        assert not [name for name in node.attrib if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action", "formaction", "srcdoc"):
            value = node.get(name, "#")
            assert value.startswith(("#", "data:image/", "https://service-manual.nhs.uk/"))
    assert [m.get("http-equiv") for m in tree.iter("meta")].count("Content-Security-Policy") == 1
    assert "refresh" not in [m.get("http-equiv") for m in tree.iter("meta")]
    assert len(list(tree.iter("style"))) == 1
    # The words themselves are still there to be read.
    shown = re.sub(r"\s", "", tree.text_content())
    assert re.sub(r"\s", "", clean(vector)) in shown


@pytest.mark.parametrize("vector", VECTORS)
@pytest.mark.parametrize("thing", THINGS[:2])
def test_pdf_holds_no_action_but_links_and_no_attachment(thing, vector):
    with pikepdf.open(BytesIO(export(thing(vector), "pdf"))) as pdf:
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})
        for node in pdf.objects:
            if isinstance(node, pikepdf.Dictionary):
                assert "/JS" not in node
                assert node.get("/S") not in ("/JavaScript", "/Launch", "/URI", "/SubmitForm")


@pytest.mark.parametrize("vector", VECTORS)
@pytest.mark.parametrize("thing", THINGS[:2])
def test_word_file_holds_no_macro_no_object_and_no_link_outwards(thing, vector):
    data = export(thing(vector), "docx")
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        relations = [
            node
            for name in names
            if name.endswith(".rels")
            for node in etree.fromstring(archive.read(name))
        ]
    assert not [name for name in names if re.search(r"vba|embed|activeX|\.bin", name)]
    assert not [node for node in relations if node.get("TargetMode") == "External"]
    file = docx.Document(BytesIO(data))
    assert {node.text for node in file.element.iter(qn("w:instrText"))} == set()
    said = re.sub(r"\s", "", "".join(node.text or "" for node in file.element.iter(qn("w:t"))))
    assert re.sub(r"\s", "", clean(vector)) in said


@pytest.mark.parametrize("vector", VECTORS)
def test_csv_and_text_and_markdown_hold_the_words_as_words(vector):
    (row,) = csv.DictReader(StringIO(export(report(vector), "csv").decode("utf-8-sig"), newline=""))
    assert row["why"].lstrip("'") == clean(vector).lstrip("'")
    for data in (export(report(vector), "text"), export(document(vector), "txt")):
        assert b"\x00" not in data
    assert b"\n<" not in b"\n" + export(document(vector), "md")
