"""Our leaflets, in every format that comes back as itself: changed all over, and changed back."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from literacy.document import Document, Span
from literacy.errors import ExportError
from literacy.findings import Finding, Taken
from literacy.pipeline.returning import returned
from literacy.readers.direct import read_directly
from tests import test_revised, test_revised_odt
from tests.ooxml_files import odt, paragraph, word
from tests.test_revised import texts, with_texts

LEAFLETS = Path(__file__).parents[1] / "corpora" / "leaflets"
OFFICE = sorted([*LEAFLETS.glob("*.docx"), *LEAFLETS.glob("*.odt")])
PLAIN = sorted(one for ending in ("html", "md", "txt") for one in LEAFLETS.glob(f"*.{ending}"))
WRITTEN = {
    "word/document.xml",
    "word/comments.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
    "content.xml",
}
REASON = Finding("x.y", "x", Span(0, 1), "", "", "", why="It is shorter.")


def swapped(document: Document) -> Document:
    """Say "zqz" for each "the" of the running text."""
    found = ((block.kind, text) for block, text in document)
    swap = [text if kind == "image" else re.sub(r"\bthe\b", "zqz", text) for kind, text in found]
    return with_texts(document, *swap)


@pytest.mark.parametrize("path", OFFICE, ids=lambda path: path.name)
def test_a_leaflet_can_be_accepted_and_rejected_and_no_other_part_changes(path: Path):
    data = path.read_bytes()
    before = read_directly(data, path.name)
    after = swapped(before)
    taken = tuple(Taken(REASON, block.span) for block in before.blocks)
    done = returned(data, before, after, taken, isolated=False)
    settled = (test_revised if before.format == "docx" else test_revised_odt).settled
    rejected = settled(done.data, accept=False)
    assert not done.left_out
    assert texts(settled(done.data, accept=True)) == texts(after) != texts(before)
    assert (texts(rejected), rejected.marks) == (texts(before), before.marks)
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(done.data)) as new:
        assert set(new.namelist()) - set(old.namelist()) <= {"word/comments.xml"}
        kept = set(old.namelist()) - WRITTEN
        assert {name: new.read(name) for name in kept} == {name: old.read(name) for name in kept}


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.name)
def test_a_leaflet_keeps_every_byte_but_its_changed_words(path: Path):
    data = path.read_bytes()
    before = read_directly(data, path.name)
    after = swapped(before)
    done = returned(data, before, after, isolated=False)
    assert not done.left_out
    assert done.data.count(b"zqz") == after.text.count("zqz") > 0
    assert done.data.replace(b"zqz", b"the") == data


def test_a_block_that_would_be_read_as_something_else_is_left_and_named():
    # A dash before a word is a bullet that somebody typed, and no part of the words.
    data = odt("<text:p>– 5 is new.</text:p><text:p>Utilise it.</text:p>")
    before = read_directly(data, "a.odt")
    done = returned(data, before, with_texts(before, "– It is new.", "Use it."), isolated=False)
    assert texts(read_directly(done.data, "a.odt")) == ["– 5 is new.", "Use it."]
    assert [(one.old, one.why) for one in done.left_out] == [
        ("5", "its place in the file is not certain")
    ]


def test_nothing_changes_where_nothing_is_to_change():
    data = word(paragraph("One."))
    before = read_directly(data, "a.docx")
    assert not returned(data, before, before, isolated=False).left_out


def test_a_pdf_does_not_come_back():
    with pytest.raises(ExportError, match="cannot be changed in place"):
        returned(b"", Document("a.pdf", "", (), "pdf"), Document("a.pdf", "", (), "pdf"))
