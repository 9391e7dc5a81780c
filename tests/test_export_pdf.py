"""The door to WeasyPrint: nothing from outside comes in, and no warning goes by unseen."""

import logging
import os
import re
import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from itertools import pairwise

import pdfplumber
import pytest
from weasyprint.urls import FatalURLFetchingError

from literacy.errors import ExportError
from literacy.exporters import export
from literacy.exporters.pdf import _fetcher, in_pieces, pdf
from literacy.exporters.shell import page
from tests.export_samples import easy_read


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/x.png",
        "http://169.254.169.254/",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "data:text/css,p{}",
        "relative.png",
    ],
)
def test_fetcher_refuses_all_but_pictures_within_the_page(url):
    with pytest.raises(FatalURLFetchingError):
        _fetcher().fetch(url)


def test_page_that_asks_for_a_file_gives_no_pdf():
    body = '<p><img src="file:///etc/passwd" alt="x"></p>'
    with pytest.raises(ExportError, match="only pictures within the page"):
        pdf(page("T", body, sheets=("leaflet.css",)))


def test_picture_without_words_gives_no_pdf_and_nothing_is_logged(caplog):
    dot = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="  # noqa: E501
    with caplog.at_level(logging.DEBUG), pytest.raises(ExportError, match="no required alt"):
        pdf(page("T", f'<p><img src="{dot}" alt=""></p>', sheets=("leaflet.css",)))
    assert [record for record in caplog.records if record.name == "weasyprint"] == []


@pytest.mark.parametrize("format", ["html", "pdf", "docx"])
def test_bytes_do_not_depend_on_the_hash_seed(format):
    code = (
        "import sys; from hashlib import sha256; from literacy.exporters import export;"
        "from tests.export_samples import easy_read;"
        f"print(sha256(export(easy_read(), {format!r})).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == sha256(export(easy_read(), format)).hexdigest()


def test_longer_texts_are_cut_between_words_and_lose_nothing() -> None:
    text = "Four small cuts are made, and the gas carbon dioxide goes in slowly &amp; gently."
    made = in_pieces(f"<head><title>{text}</title></head><body><p>{text} <b>Rest.</b></p></body>")
    assert f"<title>{text}</title>" in made
    assert made.replace("<span>", "").replace("</span>", "").count(text) == 2
    assert max(map(len, re.findall(r"<span>([^<]*)", made))) <= 26


def test_no_line_of_a_pdf_ends_after_a_word_for_which_there_was_room() -> None:
    """At this width WeasyPrint 70 by itself writes "is / insufflated / to create"."""
    text = "Four small cuts are made, carbon dioxide is insufflated to create an operating space."
    for width in range(100, 122):
        body = f'<p style="font: 15pt Liberation Sans; width: {width}mm">{text}</p>'
        with pdfplumber.open(BytesIO(pdf(page("T", body, sheets=("leaflet.css",))))) as made:
            lines = made.pages[0].extract_text().splitlines()
        longest = max(map(len, lines))
        for line, below in pairwise(line for line in lines if line in text):
            assert len(line) + len(below.split()[0]) > longest - 8
