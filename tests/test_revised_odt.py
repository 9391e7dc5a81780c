"""A rewrite goes back into the author's own OpenDocument text."""

from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from lxml import etree

from literacy.document import Document, Span
from literacy.exporters.revised_odt import revised_odt
from literacy.findings import Finding, Taken
from literacy.readers.odt import read_odt
from tests.ooxml_files import odt
from tests.test_revised import RUNS, TEXT, texts, with_texts

TEXT_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
DATE = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
BOLD = (
    '<style:style style:name="B" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="I" style:family="text">'
    '<style:text-properties fo:font-style="italic"/></style:style>'
)
LINK = '<text:a xlink:href="https://nhs.uk/">our web page</text:a>'
NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>Utilise it.</text:p></text:note-body></text:note>"
)
BOX = "<draw:frame><draw:text-box><text:p>Utilise it.</text:p></draw:text-box></draw:frame>"
THEIRS = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:insertion>'
    "<office:change-info><dc:creator>Ann</dc:creator></office:change-info></text:insertion>"
    '</text:changed-region><text:changed-region text:id="c2"><text:deletion><office:change-info>'
    "<dc:creator>Ann</dc:creator></office:change-info><text:p>x</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes>"
)


def content(data: bytes):
    with ZipFile(BytesIO(data)) as file:
        return etree.fromstring(file.read("content.xml"))


def put_behind(place, text: str | None) -> None:
    """Put text right where an element that is about to go stands."""
    before, parent = place.getprevious(), place.getparent()
    if before is None:
        parent.text = (parent.text or "") + (text or "")
    else:
        before.tail = (before.tail or "") + (text or "")


def removed(one) -> None:
    tail, one.tail = one.tail, None
    put_behind(one, tail)
    one.getparent().remove(one)


def settled(data: bytes, *, accept: bool) -> Document:
    """Read the text as it is once every change of ours is accepted, or rejected."""
    root = content(data)
    for region in list(root.iter(TEXT_SPACE + "changed-region")):
        if region.findtext(f".//{DC}creator") != "Literacy":
            continue
        name, kept = region.get(TEXT_SPACE + "id"), region.find(f"{TEXT_SPACE}deletion")
        for mark in [one for one in root.iter() if one.get(TEXT_SPACE + "change-id") == name]:
            if mark.tag == TEXT_SPACE + "change-start" and not accept:
                emptied(mark, name)
            if mark.tag == TEXT_SPACE + "change" and not accept:
                paragraph = deepcopy(kept.find(f"{TEXT_SPACE}p"))
                put_behind(mark, paragraph.text)
                for one in list(paragraph):
                    mark.addprevious(one)
            removed(mark)
        region.getparent().remove(region)
    parts = {}
    with ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["content.xml"] = etree.tostring(root)
    out = BytesIO()
    with ZipFile(out, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return read_odt(out.getvalue(), "a.odt")


def emptied(start, name: str) -> None:
    """Take out what stands between the start of an insertion and its end."""
    start.tail = None
    while (one := start.getnext()).get(TEXT_SPACE + "change-id") != name:
        one.getparent().remove(one)


def revised(body: str, *wanted: str, tracked: bool = True):
    data = odt(body, BOLD)
    before = read_odt(data, "a.odt")
    reason = Finding("x.y", "x", Span(0, 1), "", "", "", why="It is shorter.")
    taken = tuple(Taken(reason, block.span) for block in before.blocks)
    after = with_texts(before, *wanted)
    return revised_odt(data, before, after, taken, tracked=tracked, date=DATE)


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ('<text:p>Take it <text:span text:style-name="B">prior</text:span> to it.</text:p>',
         ["Take it before it."]),
        (f"<text:p>See {LINK} now.</text:p>", ["See our page first now."]),
        ("<text:p>Take  it\n   prior to food.</text:p>", ["Take it before food."]),
        ("<text:p>One<text:line-break/>two<text:s text:c='3'/>three</text:p>", ["One two four"]),
        ("<text:h text:outline-level='1'>Utilise</text:h><text:p>Go.</text:p>", ["Use", "Go."]),
        (f"<text:p>Go{NOTE} on.</text:p>", ["Go off.", "Use it."]),
        (f"<text:p>Go. {BOX}</text:p>", ["Go.", "Use it."]),
        ("<text:p>Utilise it. Go.</text:p>", ["Use it.\nIt helps.\nGo."]),
        ("<text:p>• Utilise it</text:p>", ["Use it"]),
        (
            f'{THEIRS}<text:p>Do <text:change-start text:change-id="c1"/>not '
            '<text:change-end text:change-id="c1"/><text:change text:change-id="c2"/>go.</text:p>',
            ["Never stop."],
        ),
    ],
)  # fmt: skip
def test_accepting_gives_the_rewrite_and_rejecting_the_original(body: str, after: list[str]):
    done = revised(body, *after)
    original = read_odt(odt(body, BOLD), "a.odt")
    rejected = settled(done.data, accept=False)
    assert texts(read_odt(done.data, "a.odt")) == after
    assert texts(settled(done.data, accept=True)) == after
    assert (texts(rejected), rejected.marks) == (texts(original), original.marks)
    assert texts(read_odt(revised(body, *after, tracked=False).data, "a.odt")) == after


@given(RUNS, TEXT)
def test_any_rewrite_can_be_accepted_or_rejected(runs: list[tuple[str, str]], after: str):
    names = {"": "", "<w:b/>": "B", "<w:i/>": "I"}
    spans = (f'<text:span text:style-name="{names[look]}">{t} </text:span>' for t, look in runs)
    body = f"<text:p>{''.join(spans)}</text:p>"
    data = revised(body, after).data
    original = read_odt(odt(body, BOLD), "a.odt")
    assert texts(settled(data, accept=True)) == [after]
    rejected = settled(data, accept=False)
    assert (texts(rejected), rejected.marks) == (texts(original), original.marks)


def test_a_change_is_signed_and_a_comment_gives_its_reason():
    root = content(revised("<text:p>Utilise it.</text:p>", "Use it.").data)
    signed = [
        (one.findtext(f"{DC}creator"), one.findtext(f"{DC}date"))
        for one in root.iter(OFFICE + "change-info")
    ]
    assert signed == [("Literacy", "2026-01-02T03:04:05")] * 2
    (comment,) = root.iter(OFFICE + "annotation")
    assert [one.text for one in comment.iter(TEXT_SPACE + "p")] == ["It is shorter."]
    order = [etree.QName(one).localname for one in root.find(f".//{OFFICE}text/{TEXT_SPACE}p")]
    assert order == ["annotation", "change", "change-start", "change-end", "annotation-end"]


def test_the_changes_of_others_stay():
    body = f'{THEIRS}<text:p>Do <text:change text:change-id="c2"/>utilise.</text:p>'
    root = content(revised(body, "Do use.").data)
    creators = [one.findtext(f".//{DC}creator") for one in root.iter(TEXT_SPACE + "changed-region")]
    assert creators == ["Ann", "Ann", "Literacy", "Literacy"]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<text:p><text:subject>Utilise it.</text:subject></text:p>", "it stands in a field"),
        ("<text:p>A.<draw:rect><text:p>Utilise it.</text:p></draw:rect></text:p>", "of a drawing"),
        ("<text:table-of-content><text:index-body><text:p>Utilise it.</text:p></text:index-body>"
         "</text:table-of-content>", "a table of contents"),
    ],
)  # fmt: skip
def test_what_cannot_be_tracked_is_left_and_named(body: str, why: str):
    before = read_odt(odt(body), "a.odt")
    done = revised(body, *(text.replace("Utilise", "Use") for text in texts(before)))
    assert [(one.old, one.new) for one in done.left_out] == [("Utilise", "Use")]
    assert why in done.left_out[0].why
    assert texts(read_odt(done.data, "a.odt")) == texts(before)


def test_other_parts_stay_and_macros_do_not():
    parts = {"styles.xml": "<x/>", "Basic/script.xml": "<x/>", "Pictures/a.png": b"\x89PNG"}
    data = odt(
        '<text:p>Utilise <text:a xlink:href="vnd.sun.star.script:x">it</text:a>.</text:p>',
        parts=parts,
    )
    before = read_odt(data, "a.odt")
    new = revised_odt(data, before, with_texts(before, "Use it.")).data
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(new)) as file:
        assert [name for name in old.namelist() if name not in file.namelist()] == [
            "Basic/script.xml"
        ]
        kept = ("mimetype", "styles.xml", "Pictures/a.png")
        assert [file.read(name) for name in kept] == [old.read(name) for name in kept]
    assert b"vnd.sun.star.script" not in etree.tostring(content(new))
