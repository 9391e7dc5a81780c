"""Seventeen ways of injecting active content, from every source into every result: none survives.

What is asked of a result is in ``active``; here each source is read and written as a user would.
"""

from html import escape

import pytest
from flask.testing import FlaskClient

import literacy
from literacy.exporters.revised import revised_docx
from literacy.pipeline.composing import easy_read
from tests.active import active
from tests.export_samples import VECTORS
from tests.ooxml_files import field, odt, paragraph, picture, relations, run, word
from tests.web_case import Page, open_page, ready

LEAFLET = "Your tablets"
REST = "You must not utilise this prior to your colonoscopy."
OUTPUTS = {
    "document": ("html", "docx", "txt", "md"),
    "easy read": ("html", "docx"),
    "report": ("html", "json", "csv", "text"),
}
FORMULAS = ("=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "＝1+1")


def html_source(vector: str) -> bytes:
    """Return a page with the vector as it is: in the text, in a cell, and as words."""
    return (
        f"<h1>{LEAFLET}</h1><p>{REST}</p><div>{vector}</div><p>{escape(vector)}</p>"
        f"<p>{REST}</p><img src='x' alt='{escape(vector)}'>"
    ).encode()


def markdown_source(vector: str) -> bytes:
    return (
        f"# {LEAFLET}\n\n{REST}\n\n{vector}\n\n- {vector}\n\n[x](javascript:alert(1)) "
        f"[y](data:text/html,x) ![{vector.replace(']', '')}](file:///etc/passwd)\n\n{REST}\n"
    ).encode()


def text_source(vector: str) -> bytes:
    return f"{LEAFLET}\n\n{REST}\n\n{vector}\n\n{REST}\n".encode()


def word_source(vector: str) -> bytes:
    said = escape(vector.replace("\x00", ""))
    link = f'<w:hyperlink r:id="hyperlink">{run(said)}</w:hyperlink>'
    body = (
        paragraph(REST)
        + paragraph(said, link, picture("image", said), field("DDEAUTO c:\\x", said))
        + paragraph(REST)
    )
    parts = {
        "word/_rels/document.xml.rels": relations(
            hyperlink="ms-msdt://x",
            image="https://evil.example/a.png",
            vbaProject="vbaProject.bin",
            attachedTemplate="https://evil.example/a.dotm",
        ),
        "word/vbaProject.bin": b"x",
    }
    return word(body, parts)


def open_document_source(vector: str) -> bytes:
    said = escape(vector.replace("\x00", ""))
    link = f'<text:a xlink:href="javascript:alert(1)">{said}</text:a>'
    macro = '<office:event-listeners><script:event xmlns:script="urn:x"/></office:event-listeners>'
    return odt(
        f"<text:p>{REST}</text:p>{macro}<text:p>{said} {link}</text:p><text:p>{REST}</text:p>"
    )


SOURCES = {
    "html": html_source,
    "md": markdown_source,
    "txt": text_source,
    "docx": word_source,
    "odt": open_document_source,
}


@pytest.mark.parametrize("ending", SOURCES)
@pytest.mark.parametrize("vector", VECTORS)
def test_no_vector_survives_in_any_result(vector, ending):
    data = SOURCES[ending](vector)
    document = literacy.read(data, f"{vector}.{ending}", isolated=False)
    assert REST in document.text
    made = {
        "document": document,
        "easy read": easy_read(document, accept="none"),
        "report": literacy.analyse(document),
    }
    found = {
        (kind, format): active(literacy.export(made[kind], format), format)
        for kind, formats in OUTPUTS.items()
        for format in formats
    }
    if ending == "docx":
        found["revised", "docx"] = active(revised_docx(data, document, document).data, "docx")
    assert {place: said for place, said in found.items() if said} == {}


@pytest.mark.parametrize("vector", VECTORS)
def test_no_vector_survives_in_a_pdf(vector):
    document = literacy.read(html_source(vector), "a.html", isolated=False)
    assert active(literacy.export(document, "pdf"), "pdf") == []


def test_no_vector_survives_in_an_easy_read_pdf():
    sources = "".join(f"<p>{escape(vector)}</p>" for vector in VECTORS)
    document = literacy.read(sources.encode(), "a.html", isolated=False)
    assert active(literacy.export(easy_read(document, accept="none"), "pdf"), "pdf") == []


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_formula_survives_in_a_table_of_findings(formula):
    text = f"{formula} utilise\n\n{REST}"
    document = literacy.read(text.encode(), f"{formula.strip()}.txt", isolated=False)
    report = literacy.analyse(document)
    assert report.findings
    assert active(literacy.export(report, "csv"), "csv") == []


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Page:
    return open_page(tmp_path_factory.mktemp("page"))


@pytest.mark.parametrize("vector", VECTORS)
def test_no_vector_survives_on_our_own_pages(page: Page, vector: str):
    client: FlaskClient = page.app.test_client()
    address = ready(page, client, f"{vector.replace(chr(0), '')} utilise")
    for part in ("", "?show=all", "/text", "/easy-read"):
        client.get(address + part)
        page.work()
        answer = client.get(address + part)
        assert answer.status_code == 200
        assert active(answer.data, "html", is_page=True) == []


def test_what_is_active_is_found():
    """Each judge must see what it is there to see, or the tests above say nothing."""
    for vector in VECTORS[:15]:
        if "scr\x00ipt" not in vector:
            assert active(f"<p>{vector}</p>".encode(), "html"), vector
    assert active(b"[x](<file:///x>)\n\n<b onclick='x'>y</b>", "md")
    assert active("a,=1+1\r\n".encode("utf-8-sig"), "csv")
    assert active(word_source("x"), "docx")
    assert active(b"a\x1b[2J", "txt")
