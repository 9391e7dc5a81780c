"""A rewrite goes back into the author's own web page, Markdown or text file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from literacy.document import Document
from literacy.exporters.changes import LeftOut
from literacy.exporters.revised_text import revised_text
from literacy.pipeline.returning import returned
from literacy.readers.direct import read_directly
from tests.test_revised import with_texts

WORDS = st.sampled_from(["Take", "two", "tablets", "not", "5mg", "a-b", "(if)", "R&D", "é", "its"])
TEXT = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)


def changed(data: bytes, name: str, **words: str) -> bytes:
    """Return the file with words of its text replaced."""
    before = read_directly(data, name)
    return returned(data, before, replaced(before, words), isolated=False).data


def replaced(before: Document, words: dict[str, str]) -> Document:
    texts = [text for _, text in before]
    for old, new in words.items():
        texts = [text.replace(old.replace("_", " "), new) for text in texts]
    return with_texts(before, *texts)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.html", "<p>Take it <b>prior</b> to food.</p>", "<p>Take it <b>before</b> food.</p>"),
        ("a.html", "<p>Take it prior&nbsp;to <i>food</i>.", "<p>Take it before <i>food</i>."),
        ("a.html", "<p>R&amp;D <!--prior to-->prior to", "<p>R&amp;D <!--prior to-->before"),
        (
            "a.html",
            '<title>Prior to</title><p title="prior to">It is prior to food.',
            '<title>Prior to</title><p title="prior to">It is before food.',
        ),
        ("a.md", "Take it **prior to** food.", "Take it **before** food."),
        ("a.md", "Take it prior **to** food.", "Take it before food."),
        ("a.md", "Take it [prior to](prior-to.md) food.", "Take it [before](prior-to.md) food."),
        ("a.md", "---\na: prior to\n---\n\nprior to", "---\na: prior to\n---\n\nbefore"),
        ("a.md", "|A\\|B|b|\n|--|--|\n|prior to|c|", "|A\\|B|b|\n|--|--|\n|before|c|"),
        ("a.md", "> - It is\n>   prior to food.\n", "> - It is\n>   before food.\n"),
        ("a.txt", "Take it\r\nprior to food.\r\n", "Take it\r\nbefore food.\r\n"),
        ("a.txt", "\tTake it  prior to food. ", "\tTake it  before food. "),
    ],
)
def test_only_the_words_that_differ_change(name: str, before: str, after: str):
    assert changed(before.encode(), name, prior_to="before") == after.encode()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("utf-8-sig", "Café: take it prior to food."),
        ("utf-16", "Take it prior to food at 38°C, please, as we told you."),
        ("cp1252", "Take it prior to food – and rest. It is a long line of plain words."),
    ],
)
def test_the_code_of_the_file_stays(code: str, text: str):
    after = changed(text.encode(code), "a.txt", prior_to="before")
    assert after == text.replace("prior to", "before").encode(code)


def test_a_page_in_an_old_code_gets_a_reference_for_a_sign_that_it_lacks():
    page = '<meta charset="iso-8859-1"><p>Caf\xe9: utilise it.'.encode("latin-1")
    assert changed(page, "a.html", utilise="≥") == page.replace(b"utilise", b"&#8805;")


def test_a_text_in_an_old_code_keeps_its_words_where_it_lacks_a_sign():
    text = "Café: utilise it. This is a long line of plain words.".encode("cp1252")
    before = read_directly(text, "a.txt")
    done = returned(text, before, replaced(before, {"utilise": "≥"}), isolated=False)
    why = "the code that the file is written in has no sign for it"
    assert (done.data, done.left_out) == (text, (LeftOut("line 1", "utilise", "≥", why),))


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.html", "<p>One. Two.</p>", "<p>One.<br>New.<br>Two.</p>"),
        ("a.md", "- One. Two.\r\n", "- One.  \r\n  New.  \r\n  Two.\r\n"),
        ("a.md", "| One. Two. | x |\n|---|---|", "| One.<br>New.<br>Two. | x |\n|---|---|"),
        ("a.txt", "  1. One. Two.\n", "  1. One.\n     New.\n     Two.\n"),
    ],
)
def test_a_sentence_on_a_line_of_its_own_is_written_as_the_format_writes_it(
    name: str, before: str, after: str
):
    data = before.encode()
    document = read_directly(data, name)
    wanted = replaced(document, {"One. Two.": "One.\nNew.\nTwo."})
    assert revised_text(data, document, wanted).data == after.encode()


def test_the_description_of_a_picture_changes_where_it_stands():
    page = b'<p>Look: <img src="a.png" alt="Utilise this"> here.'
    assert changed(page, "a.html", Utilise="Use") == page.replace(b"Utilise", b"Use")


@pytest.mark.parametrize(
    ("before", "after"),
    [("Utilise it.", "\\*Use\\* it."), ("Say `Utilise it`.", "Say `*Use* it`.")],
)
def test_a_sign_of_markdown_is_told_from_a_word(before: str, after: str):
    assert changed(before.encode(), "a.md", Utilise="*Use*") == after.encode()


def test_words_that_stand_twice_change_only_where_they_were_read():
    page = b"<nav><a href=a>Utilise it</a></nav><h1>Leaflet</h1><p>Utilise it</p>"
    assert changed(page, "a.html", Utilise="Use") == page.replace(b"<p>Utilise", b"<p>Use")


@given(st.lists(TEXT, min_size=1, max_size=4), TEXT)
def test_any_rewrite_of_a_page_is_what_is_read_again(texts: list[str], new: str):
    body = "".join(f"<p>{text.replace('&', '&amp;')}</p>\n" for text in texts)
    data = f"<!doctype html><body class='x'>{body}</body>".encode()
    before = read_directly(data, "a.html")
    wanted = [*[text for _, text in before][:-1], new]
    done = returned(data, before, with_texts(before, *wanted), isolated=False)
    assert not done.left_out
    assert [text for _, text in read_directly(done.data, "a.html")] == wanted
