"""The sample leaflets: that each is what its source says, whole, and hard to read."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree

import pdfplumber
import pytest

from corpora.make_leaflets import DRAWINGS, FOLDER, LAYOUTS, files, leaflet, pdf, picture
from corpora.making.archive import unpack
from corpora.making.plain_text import plain_text
from corpora.making.source import (
    Caption,
    Heading,
    Leaflet,
    Listing,
    Paragraph,
    Picture,
    Run,
    Table,
    parse_leaflet,
    passages,
)

NAMES = sorted(LAYOUTS)
DOSE = re.compile(r"\d(?:mg|g|ml)\b|\d micrograms")
RISK = re.compile(r"\b1 in \d|\b\d+ in (?:every )?1,?0|\d%")
TEXT_MEMBERS = re.compile(r"word/document\.xml|word/(?:header|footer)\d\.xml|content\.xml|.+\.png")


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def source_words(name: str) -> list[str]:
    return words("\n".join(passages(leaflet(name))))


def xml_words(name: str, member: str, paragraphs: frozenset[str]) -> list[str]:
    """The words of each element named in ``paragraphs``, in the file's own order."""
    with zipfile.ZipFile(FOLDER / name) as archive:
        root = ElementTree.fromstring(archive.read(member))
    found = (element for element in root.iter() if element.tag.rpartition("}")[2] in paragraphs)
    return list(chain.from_iterable(words("".join(read_text(element))) for element in found))


def read_text(element: ElementTree.Element) -> list[str]:
    """An element's text without that of the description of a picture."""
    if element.tag.endswith("}desc"):
        return []
    inside = chain.from_iterable([*read_text(child), child.tail or ""] for child in element)
    return [element.text or "", *inside]


def members(data: bytes) -> dict[str, bytes]:
    """What a word processor's file says, without what differs between two releases of a library."""
    return {name: part for name, part in unpack(data) if TEXT_MEMBERS.fullmatch(name)}


def test_every_source_has_a_layout_and_every_layout_a_source() -> None:
    assert [path.stem for path in sorted(FOLDER.glob("*.md"))] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_leaflet_is_there_in_every_format_it_should_be(name: str) -> None:
    expected = {".md", ".txt", ".html", ".docx", ".pdf"} | (
        {".odt"} if LAYOUTS[name].odt else set()
    )

    assert {path.suffix for path in FOLDER.glob(f"{name}.*")} == expected


def test_at_least_five_leaflets_are_open_documents() -> None:
    assert len(list(FOLDER.glob("*.odt"))) >= 5


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_files_are_what_the_sources_make(name: str) -> None:
    for path, made in files(name):
        kept = (FOLDER / path).read_bytes()
        if path.endswith((".docx", ".odt")):
            assert members(kept) == members(made), path
        else:
            assert kept == made, path


@pytest.mark.parametrize("name", NAMES)
def test_a_pdf_has_the_words_of_its_source_and_of_its_running_lines_only(name: str) -> None:
    with pdfplumber.open(FOLDER / f"{name}.pdf") as opened:
        printed = Counter(words("\n".join(page.extract_text() for page in opened.pages)))
    source = Counter(source_words(name))
    running = words(f"{leaflet(name).title} {leaflet(name).trust} Patient information Page of")

    assert source - printed == Counter()
    assert {word for word in printed - source if not word.isdigit()} <= set(running)


@pytest.mark.parametrize("name", NAMES)
def test_a_word_file_has_the_words_of_its_source_in_order(name: str) -> None:
    assert xml_words(f"{name}.docx", "word/document.xml", frozenset({"p"})) == source_words(name)


@pytest.mark.parametrize("name", [name for name in NAMES if LAYOUTS[name].odt])
def test_an_open_document_has_the_words_of_its_source_in_order(name: str) -> None:
    found = xml_words(f"{name}.odt", "content.xml", frozenset({"p", "h"}))

    assert found == source_words(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_text_file_has_the_words_of_its_source_and_the_numbers_of_its_steps(name: str) -> None:
    found = Counter(words((FOLDER / f"{name}.txt").read_text(encoding="utf-8")))
    source = Counter(source_words(name))

    assert source - found == Counter()
    assert all(word.isdigit() for word in found - source)


@pytest.mark.parametrize("name", NAMES)
def test_a_leaflet_has_a_table_a_bullet_list_a_dose_and_a_risk(name: str) -> None:
    pieces = leaflet(name).pieces
    text = "\n".join(passages(leaflet(name)))

    assert any(isinstance(piece, Table) for piece in pieces)
    assert any(isinstance(piece, Listing) and not piece.ordered for piece in pieces)
    assert DOSE.search(text)
    assert RISK.search(text)


@pytest.mark.parametrize("name", NAMES)
def test_a_leaflet_has_between_450_and_950_words(name: str) -> None:
    assert 450 <= sum(len(passage.split()) for passage in passages(leaflet(name))) <= 950


@pytest.mark.parametrize("name", NAMES)
def test_telephone_numbers_and_addresses_belong_to_nobody(name: str) -> None:
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")

    numbers = re.findall(r"\b0\d[\d ]{7,}\d", text)
    addresses = re.findall(r"(?:https?://|@)[^)\s]+", text)

    assert numbers
    assert [n for n in numbers if not n.startswith(("01632 960", "0808 157 0"))] == []
    assert [address for address in addresses if ".example.org" not in address] == []


def test_pictures_are_used_some_without_words() -> None:
    used = [piece for name in NAMES for piece in leaflet(name).pieces if isinstance(piece, Picture)]

    assert {Path(piece.path).stem for piece in used} == {path.stem for path in DRAWINGS.iterdir()}
    assert sum(not piece.alt for piece in used) == 2


@pytest.mark.parametrize("drawing", sorted(DRAWINGS.iterdir()), ids=lambda path: str(path.stem))
def test_a_picture_is_what_its_drawing_makes(drawing: Path) -> None:
    kept = FOLDER / "pictures" / f"{drawing.stem}.png"

    assert kept.read_bytes()[:24] == picture(drawing)[:24]  # signature, width and height


def test_the_same_source_makes_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1759309200")

    assert dict(files("asthma-inhalers")) == dict(files("asthma-inhalers"))
    assert pdf("asthma-inhalers") == pdf("asthma-inhalers")


def test_the_leaflets_are_small_enough_to_keep() -> None:
    kept = (path for path in FOLDER.rglob("*") if path.is_file())

    assert sum(path.stat().st_size for path in kept) < 6_000_000


def test_every_part_of_the_dialect_is_read() -> None:
    source = (
        "# Title\n\nTake **two** [here](https://a.example.org).\n\n- One\n- Two\n\n1. First\n\n"
        "| A | |\n| --- | --- |\n| 1 | b |\n\n*Table 1. Sums.*\n\n![](p.png)\n\n![A dog](q.png)\n"
    )
    link = Run("here", link="https://a.example.org")

    assert parse_leaflet("sample", source).pieces == (
        Heading(1, (Run("Title"),)),
        Paragraph((Run("Take "), Run("two", bold=True), Run(" "), link, Run("."))),
        Listing(False, ((Run("One"),), (Run("Two"),))),
        Listing(True, ((Run("First"),),)),
        Table((((Run("A"),), ()), ((Run("1"),), (Run("b"),)))),
        Caption((Run("Table 1. Sums."),)),
        Picture("p.png", ""),
        Picture("q.png", "A dog"),
    )


def test_a_text_file_keeps_one_piece_from_the_next() -> None:
    source = "# Hips\n\n## Pain\n\nRest.\n\n1. Sit\n2. Stand\n\n| A | B |\n| --- | --- |\n| c | d |"

    written = plain_text(parse_leaflet("hips", source), wrapped=False, underlined=True)

    assert written == "Hips\n====\n\nPain\n----\n\nRest.\n\n1. Sit\n2. Stand\n\nA\tB\nc\td\n"


def test_a_long_line_is_wrapped_under_its_bullet() -> None:
    item = " ".join(["eighteen"] * 9)  # 80 characters and the bullet: one word too many

    written = plain_text(
        Leaflet("wide", (Listing(False, ((Run(item),),)),)), wrapped=True, underlined=True
    )

    assert written == "- " + " ".join(["eighteen"] * 8) + "\n  eighteen\n"


def test_a_zip_carries_no_date_of_its_own() -> None:
    data = next(data for path, data in files("gastroscopy") if path.endswith(".docx"))

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2025, 10, 1, 9, 0, 0)}
