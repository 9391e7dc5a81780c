"""One Easy Read model in three formats that say the same."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import page
import pdfplumber
import pdfua
import pikepdf
import pytest
from docx.oxml.ns import qn
from lxml import html

from literacy.composed import EasyRead, Picture, Row, Run, Section
from literacy.errors import ExportError
from literacy.exporters import export
from tests.export_samples import CREDIT, easy_read, row

FORMATS = ("html", "pdf", "docx")


def words_of(data: bytes, format: str) -> str:
    if format == "html":
        return " ".join(html.fromstring(data).find("body").text_content().split())
    if format == "pdf":
        with pdfplumber.open(BytesIO(data)) as pdf:
            return " ".join(" ".join(p.extract_text() for p in pdf.pages).split())
    file = docx.Document(BytesIO(data))
    texts = [file.element.body, file.sections[0].footer._element]
    return " ".join(
        "".join(t.text or "" for t in p.iter(qn("w:t")))
        for text in texts
        for p in text.iter(qn("w:p"))
    )


def opened(easy: EasyRead) -> docx.document.Document:
    return docx.Document(BytesIO(export(easy, "docx")))


def tree(easy: EasyRead) -> html.HtmlElement:
    return html.fromstring(export(easy, "html"))


@pytest.mark.parametrize("format", FORMATS)
def test_every_row_hard_word_label_and_credit_is_in_every_format(format):
    easy = easy_read(sections=6)
    said = words_of(export(easy, format), format)
    rows = [item.text for part in easy.sections for item in part.rows]
    for text in (*rows[:-1], easy.title, easy.draft_label, "What the words mean", CREDIT):
        assert text in said
    assert "our page (example.org/test)" in said


@pytest.mark.parametrize("format", FORMATS)
def test_remarks_and_what_was_left_out_are_not_for_the_reader(format):
    said = words_of(export(easy_read(), format), format)
    assert "REMARK" not in said
    assert "LEFT OUT" not in said


@pytest.mark.parametrize("format", FORMATS)
def test_draft_without_a_label_is_still_called_a_draft(format):
    assert "Easy Read draft" in words_of(
        export(replace(easy_read(), draft_label=""), format), format
    )


@pytest.mark.parametrize("format", FORMATS)
def test_contents_are_listed_only_where_there_are_more_than_4_sections(format):
    assert "What is in this leaflet" not in words_of(export(easy_read(sections=4), format), format)
    assert "What is in this leaflet" in words_of(export(easy_read(sections=5), format), format)


@pytest.mark.parametrize("format", FORMATS)
def test_draft_with_nothing_in_it_can_be_written(format):
    empty = EasyRead("", "", ())
    assert "Easy Read draft" in words_of(export(empty, format), format)


@pytest.mark.parametrize("format", FORMATS)
def test_picture_that_is_not_in_the_draft_is_an_error_naming_it(format):
    easy = EasyRead("Title", "x", (Section("A", (row("Words.", Picture("ghost", "A ghost")),)),))
    with pytest.raises(ExportError, match='"ghost" is not in this leaflet'):
        export(easy, format)


def test_html_has_one_h1_and_headings_without_a_skipped_level():
    levels = [int(node.tag[1]) for node in tree(easy_read(sections=6)).iter("h1", "h2", "h3")]
    assert levels == [1, 2, 2, 2, 2, 2, 3, 2, 2, 2]


def test_html_shows_lists_as_lists_and_steps_with_their_numbers():
    body = tree(easy_read())
    assert [len(node) for node in body.iter("ul")] == [2]
    assert [item.get("value") for item in body.iter("ol").__next__()] == ["1", "2"]
    assert [node.text for node in body.find_class("number")] == ["•", "•", "1.", "2."]


def test_html_gives_every_picture_its_words_and_says_when_it_is_crossed_out():
    alts = [node.get("alt") for node in tree(easy_read()).iter("img")]
    assert alts == ["A hospital", "A plate of food, crossed out", "A coat"]


def test_html_needs_no_other_file_and_runs_nothing():
    data = export(easy_read(sections=6), "html").decode()
    assert "<script" not in data
    assert re.findall(r'src="(.{11})', data) == ["data:image/"] * 4
    assert "default-src 'none'; style-src 'sha256-" in data


def test_html_contents_link_to_headings_that_are_there():
    body = tree(easy_read(sections=6))
    targets = [link.get("href") for link in body.find_class("contents")[0].iter("a")]
    assert targets == ["#part-0", "#part-1", "#part-2", "#part-3", "#part-5"]
    assert all(body.get_element_by_id(target[1:]) is not None for target in targets)


def test_html_is_marked_as_british_english_with_its_title():
    body = tree(easy_read())
    assert body.get("lang") == "en-GB"
    assert body.findtext("head/title") == "Your colonoscopy"


@pytest.mark.parametrize("sections", [0, 2, 6])
def test_pdf_passes_both_checkers(sections, tmp_path):
    path = tmp_path / "easy.pdf"
    path.write_bytes(export(easy_read(sections=sections), "pdf"))
    found = page.validate_pdf(path, profile="ua1")
    assert [failure.rule_id for failure in found.failures] == []
    assert [finding.rule_id for finding in pdfua.validate(str(path)).findings] == []


def test_pdf_has_title_language_and_a_footer_with_label_and_page_on_each_page():
    with pikepdf.open(BytesIO(export(easy_read(sections=6), "pdf"))) as pdf:
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.docinfo["/Title"] == "Your colonoscopy"
    with pdfplumber.open(BytesIO(export(easy_read(sections=6), "pdf"))) as pdf:
        last = [p.extract_text().splitlines()[-1] for p in pdf.pages]
    label = "Easy Read draft: not tested with readers"
    assert last == [f"{label} Page {n} of {len(last)}" for n in range(1, len(last) + 1)]


def test_pdf_contents_name_the_page_of_each_part():
    with pdfplumber.open(BytesIO(export(easy_read(sections=6), "pdf"))) as pdf:
        pages = [p.extract_text() for p in pdf.pages]
    listed = re.findall(r"^(About your test|Contact us) (\d)$", pages[0], re.MULTILINE)
    assert [heading for heading, _ in listed] == ["About your test", "Contact us"]
    assert all(f"{heading}\n" in pages[int(number) - 1] for heading, number in listed)


def test_pdf_figure_boxes_are_4_cm_squares_within_the_page():
    with pikepdf.open(BytesIO(export(easy_read(), "pdf"))) as pdf:
        boxes = [
            [float(side) for side in node.A.BBox]
            for node in pdf.objects
            if isinstance(node, pikepdf.Dictionary) and node.get("/S") == "/Figure"
        ]
    assert len(boxes) == 3
    for left, bottom, right, top in boxes:
        # 2 cm margin is 56.69 points; 4 cm is 113.39 points; A4 is 841.89 points high.
        assert left == pytest.approx(56.69, abs=0.1)
        assert right - left == pytest.approx(113.39, abs=0.1)
        assert top - bottom == pytest.approx(113.39, abs=0.1)
        assert 0 < bottom < top < 841.89


def test_pdf_links_can_be_printed_and_open_no_program():
    with pikepdf.open(BytesIO(export(easy_read(sections=6), "pdf"))) as pdf:
        links = [link for p in pdf.pages for link in p.obj.get("/Annots", [])]
        addresses = [str(link.A.URI) for link in links if "/A" in link and "/URI" in link.A]
        assert all(link.F == 4 for link in links)
    assert addresses == ["tel:+442079460123", "https://example.org/test"]


def test_pdf_never_breaks_a_row_over_two_pages():
    rows = tuple(row(f"Row {n} " + "word " * 40 + f"end {n}.") for n in range(1, 13))
    with pdfplumber.open(BytesIO(export(EasyRead("T", "t", (Section("A", rows),)), "pdf"))) as pdf:
        pages = [p.extract_text() for p in pdf.pages]
    assert len(pages) > 3
    assert all(
        len(re.findall(r"Row \d", text)) == len(re.findall(r"end \d", text)) for text in pages
    )


def test_word_file_is_british_in_arial_at_16_points():
    file = opened(easy_read())
    assert file.core_properties.title == "Your colonoscopy"
    assert file.core_properties.language == "en-GB"
    styles = file.styles.element
    assert {node.get(qn("w:val")) for node in styles.iter(qn("w:lang"))} == {"en-GB"}
    fonts = list(styles.iter(qn("w:rFonts")))
    assert {node.get(qn("w:ascii")) for node in fonts} == {"Arial"}
    assert not [name for node in fonts for name in node.attrib if name.endswith("Theme")]
    assert file.styles["Normal"].font.size.pt == 16


def test_word_rows_hold_together_with_widths_on_grid_and_cells():
    for table in opened(easy_read()).tables:
        grid = [column.width.cm for column in table.columns]
        assert grid == pytest.approx([4.8, 12.2], abs=0.01)
        for line in table.rows:
            assert line._tr.trPr.find(qn("w:cantSplit")) is not None
            assert [cell.width.cm for cell in line.cells] == pytest.approx(grid, abs=0.01)


def test_word_pictures_have_words_and_are_kept_once():
    easy = easy_read(sections=3)
    file = opened(easy)
    named = [node.get("descr") for node in file.element.iter(qn("wp:docPr"))]
    assert named == ["A hospital", "A plate of food, crossed out", "A coat", "A hospital"]
    with ZipFile(BytesIO(export(easy, "docx"))) as archive:
        assert len([n for n in archive.namelist() if n.startswith("word/media/")]) == 3


def test_word_lists_are_real_lists_and_steps_start_at_their_number():
    step = Row((Run("Rest."),), number=3)
    easy = replace(easy_read(), sections=(*easy_read().sections, Section("More", (step,))))
    numbered = opened(easy).element.iter(qn("w:numPr"))
    ids = [node.numId.val for node in numbered]
    # two points share the bullets; steps 1 and 2 one list; step 3 goes on from them
    assert ids == [1, 1, 2, 2, 2]


def test_word_steps_begin_anew_where_the_numbers_do():
    rows = tuple(Row((Run("Step."),), number=n) for n in (1, 2, 1, 5))
    file = opened(EasyRead("T", "t", (Section("A", rows),)))
    ids = [node.numId.val for node in file.element.iter(qn("w:numPr"))]
    assert ids == [2, 2, 3, 4]
    starts = file.part.numbering_part.element.iter(qn("w:startOverride"))
    assert [node.get(qn("w:val")) for node in starts] == ["1", "1", "5"]


def test_word_footer_has_the_label_and_live_page_numbers():
    footer = opened(easy_read()).sections[0].footer._element
    codes = [node.text for node in footer.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_word_headings_are_real_headings():
    named = [
        (p.style.name, p.text) for p in opened(easy_read()).paragraphs if "Head" in p.style.name
    ]
    assert named == [
        ("Heading 1", "Your colonoscopy"),
        ("Heading 2", "About your test"),
        ("Heading 2", "Before your test"),
        ("Heading 2", "What the words mean"),
        ("Heading 2", "Who made the pictures"),
    ]
