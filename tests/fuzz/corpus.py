"""The whole files that are to be damaged: made here in code, and our own sample leaflets.

Each seed is small and holds many different things, because a change to a small file more often
hits something that matters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO

import pikepdf

from tests.bench.samples import LEAFLETS
from tests.ooxml_files import (
    SPACES,
    added,
    cell,
    deleted,
    field,
    odt,
    paragraph,
    picture,
    row,
    run,
    table,
    text_box,
    word,
)

ENDINGS = ("docx", "odt", "pdf", "html", "md", "txt")
_LEAFLET = "asthma-inhalers"


@dataclass(frozen=True, slots=True)
class Seed:
    """A whole file, its ending, and how often it is taken beside others of its ending."""

    name: str
    ending: str
    data: bytes
    weight: int = 1


@cache
def seeds() -> tuple[Seed, ...]:
    """Return every whole file, the same each time."""
    made = (
        Seed("made.docx", "docx", _word(), 3),
        Seed("made.odt", "odt", _open_document(), 3),
        Seed("made.pdf", "pdf", _pdf(), 12),
        Seed("made.html", "html", HTML.encode(), 3),
        Seed("made.md", "md", MARKDOWN.encode(), 3),
        Seed("made.txt", "txt", TEXT.encode(), 3),
    )
    return made + tuple(_samples())


def _samples() -> Iterator[Seed]:
    for ending in ENDINGS:
        data = (LEAFLETS / f"{_LEAFLET}.{ending}").read_bytes()
        yield Seed(f"leaflet.{ending}", ending, data)
        if ending == "pdf":
            yield Seed("leaflet-open.pdf", ending, _unpacked(data))


def _unpacked(data: bytes) -> bytes:
    """Return the PDF with its streams as plain characters, so that damage goes deeper."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(out, qdf=True, static_id=True)
    return out.getvalue()


_NUMBERS = (
    f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"'
    '/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt '
    'w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
    "</w:num></w:numbering>"
)
_STYLES = (
    f'<w:styles {SPACES}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B">'
    '<w:basedOn w:val="H1"/><w:rPr><w:b/></w:rPr></w:style></w:styles>'
)


def _note(tag: str) -> str:
    inside = paragraph("One tablet is 5 mg.")
    return f'<w:{tag}s {SPACES}><w:{tag} w:id="2">{inside}</w:{tag}></w:{tag}s>'


def _word() -> bytes:
    item = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    link = f'<w:hyperlink r:id="hyperlink">{run("our page")}</w:hyperlink>'
    held = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('A control.')}</w:sdtContent></w:sdt>"
    wide = cell(paragraph("Wide"), '<w:gridSpan w:val="2"/>')
    tall = cell(paragraph("Tall"), '<w:vMerge w:val="restart"/>')
    inner = cell(paragraph("Outer") + table(row("Inner", "5 mg")) + paragraph())
    body = (
        paragraph("Your tablets", properties='<w:pStyle w:val="H1"/>'),
        paragraph("Do ", added(run("not ")), "take ", deleted("ten"), added(run("two")), "."),
        paragraph("See ", link, " on ", field("PAGE", "3"), run("2", '<w:vertAlign w:val="sub"/>')),
        paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>', run("hidden", "<w:vanish/>")),
        paragraph('<w:r><w:endnoteReference w:id="2"/></w:r>', text_box(paragraph("In a box."))),
        *(paragraph(f"Point {level}", properties=item.format(level)) for level in (0, 1, 0)),
        table(row("Day", "Dose", properties="<w:tblHeader/>"), row(tall, wide), row(inner, "1")),
        paragraph(picture("image", "A heart")),
        held,
        paragraph("Deleted mark.", properties="<w:rPr><w:del w:id='9'/></w:rPr>"),
        f'<w:moveFrom w:id="5">{run("Gone")}</w:moveFrom>',
        paragraph(f'<w:moveTo w:id="6">{run("Here.")}</w:moveTo>'),
        "<w:p><m:oMath><m:r><m:t>x = 2</m:t></m:r></m:oMath></w:p>",
        paragraph("Call 999.", properties="<w:bidi/>"),
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>',
    )
    parts = {
        "word/numbering.xml": _NUMBERS,
        "word/styles.xml": _STYLES,
        "word/footnotes.xml": _note("footnote"),
        "word/endnotes.xml": _note("endnote"),
        "word/header1.xml": f"<w:hdr {SPACES}>{paragraph('Ward 4')}</w:hdr>",
        "word/media/image1.png": b"\x89PNG\r\n\x1a\n" + bytes(40),
    }
    return word(
        "".join(body), parts, hyperlink="https://example.org/", image="media/image1.png",
        numbering="numbering.xml", styles="styles.xml", footnotes="footnotes.xml",
        endnotes="endnotes.xml", header="header1.xml",
    )  # fmt: skip


def _open_document() -> bytes:
    styles = (
        '<style:style style:name="P1" style:family="paragraph"><style:text-properties '
        'fo:font-weight="bold"/></style:style><style:style style:name="T1" style:family="text" '
        'style:parent-style-name="P1"><style:text-properties text:display="none"/></style:style>'
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
        'style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>'
    )
    body = (
        "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion><text:p>ten"
        "</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        '<text:h text:outline-level="1">Your tablets</text:h>'
        "<text:p>Do not take <text:change text:change-id='c1'/>two<text:s text:c='3'/>tablets."
        "<text:tab/><text:line-break/><office:annotation><text:p>Sure?</text:p>"
        "</office:annotation></text:p>"
        '<text:list text:style-name="L1"><text:list-item><text:p>One</text:p><text:list>'
        "<text:list-item><text:p>Two</text:p></text:list-item></text:list></text:list-item>"
        "</text:list>"
        '<table:table table:name="t"><table:table-header-rows><table:table-row><table:table-cell '
        'table:number-columns-spanned="2"><text:p>Dose</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row "
        'table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2">'
        "<text:p>5 mg</text:p></table:table-cell></table:table-row></table:table>"
        '<text:p text:style-name="P1"><text:a xlink:href="https://example.org/">our page</text:a>'
        "<text:span text:style-name='T1'>hidden</text:span><text:note text:note-class='footnote'>"
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>"
        "</text:note-body></text:note><draw:frame><draw:text-box><text:p>Boxed.</text:p>"
        '</draw:text-box></draw:frame><draw:frame><draw:image xlink:href="Pictures/1.png"/>'
        "<svg:title>A heart</svg:title></draw:frame></text:p>"
        "<text:section><text:p>In a section.</text:p></text:section>"
    )
    return odt(body, styles, {"Pictures/1.png": b"\x89PNG\r\n\x1a\n" + bytes(40)})


def _pdf() -> bytes:
    """A PDF written by hand: two pages, a form within one, a tag tree, a font map, a link."""
    page = (
        "/H1 <</MCID 0>> BDC BT /F1 18 Tf 72 760 Td (Your tablets) Tj ET EMC "
        "/P <</MCID 1>> BDC BT /F1 11 Tf 72 730 Td (Do not take two tablets.) Tj 0 -14 Td "
        "[(Rest) -300 (at) -300 (home.)] TJ ET EMC q 1 0 0 1 72 600 cm /X1 Do Q "
        "72 500 200 40 re S 72 520 m 272 520 l S BT /F1 11 Tf 80 525 Td (Day) Tj 100 0 Td (Dose) "
        "Tj -100 -20 Td (1) Tj 100 0 Td (5 mg) Tj ET"
    )
    form = "BT /F2 11 Tf 1 0 0 1 0 0 Tm <00010002> Tj ET"
    cmap = (
        "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange "
        "<0001> <0009> <0041> endbfrange 1 beginbfchar <0002> <00660069> endbfchar endcmap"
    )
    bodies = (
        "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 9 0 R/MarkInfo<</Marked true>>/Lang(en-GB)"
        "/Outlines 12 0 R>>",
        "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]>>",
        "<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 7 0 R/F2 8 0 R>>/XObject<</X1 6 0 R>>>>"
        "/Contents 5 0 R/StructParents 0/Annots[13 0 R]>>",
        "<</Type/Page/Parent 2 0 R/Rotate 90/Resources<</Font<</F1 7 0 R>>>>/Contents[5 0 R 5 0 R]"
        ">>",
        _stream("", page),
        _stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 200 50]/Resources<</Font<</F2 8 0 R>>>>", form
        ),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        "<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H/DescendantFonts[<</Type/Font"
        "/Subtype/CIDFontType2/BaseFont/Odd/W[1[500 600]3 9 700]/DW 1000/CIDSystemInfo<<"
        "/Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]/ToUnicode 11 0 R>>",
        "<</Type/StructTreeRoot/K[10 0 R]/ParentTree<</Nums[0[10 0 R 10 0 R]]>>>>",
        "<</S/Document/P 9 0 R/K[<</S/H1/P 10 0 R/Pg 3 0 R/K 0>><</S/P/P 10 0 R/Pg 3 0 R/K 1>>]>>",
        _stream("", cmap),
        "<</Type/Outlines/First<</Title(Tablets)/Parent 12 0 R/Dest[3 0 R/Fit]>>>>",
        "<</Type/Annot/Subtype/Link/Rect[72 700 200 740]/A<</S/URI/URI(https://example.org/)>>>>",
    )
    return _numbered(bodies)


def _stream(keys: str, content: str) -> str:
    return f"<<{keys}/Length {len(content)}>>stream\n{content}\nendstream"


def _numbered(bodies: tuple[str, ...]) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{rows}trailer\n"
    end += f"<</Size {len(bodies) + 1}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()


HTML = """<!doctype html><html lang="en-GB"><head><title>Your tablets</title><style>.h{display:none}
</style></head><body><nav><a href="/">Home</a></nav><main><h1>Your tablets</h1><p>Do <b>not</b> take
<i>two</i> tablets &amp; rest&nbsp;at home.<br>See <a href="https://example.org/">our page</a>.</p>
<div hidden>Hidden</div><p class="h">Also hidden</p><ul><li>One<ol start="3"><li>Two</ol><li>Three
</ul><table><caption>Doses</caption><tr><th>Day<th>Dose<tr><td rowspan="2">1<td colspan="2">5 mg
<table><tr><td>Inner</table></table><dl><dt>Term<dd>Meaning</dl><blockquote><p>Quoted</blockquote>
<pre>  as  is
</pre><figure><img src="a.png" alt="A heart"><figcaption>A heart</figcaption></figure><svg><title>x
</title></svg><details><summary>More</summary>Text</details><script>var a = "<p>no</p>"</script>
<p dir="rtl">\u05e9\u05dc\u05d5\u05dd</p><!-- a comment --></main><footer>\u00a9 us</footer></body>
</html>
"""

MARKDOWN = """---
title: Your tablets
---

# Your tablets

Do **not** take *two* tablets. See [our page](https://example.org/ "x") or <https://example.org>.
A hard  \nbreak, `code`, ~~gone~~ and &amp; an entity.

Second title
------------

1. One
   - Two
   - [ ] Three

     Within three.
2. Four

| Day | Dose |
|-----|-----:|
| 1   | 5 mg |

> Quoted
> text

![A heart](a.png)

    indented

```
fenced
```

<div>Some <b>HTML</b></div>

Term[^1]

[^1]: A note.

***
"""

TEXT = """YOUR TABLETS

Do not take two tablets. You may drink water until two hours before the test, and
you may eat when you are home again.

Before you come
===============

1. Eat nothing.
2. Drink water.
   - Not milk
   \u2022 Not juice

Name: ____________________
Day     Dose
1       5 mg
Phone:\t020 7946 0123

\u201cWhat if I\u2026?\u201d Call 999 \u2013 now.
"""
