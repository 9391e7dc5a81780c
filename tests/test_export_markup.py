"""Text cleaned and escaped, and links looked at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from literacy.composed import Run
from literacy.exporters.markup import (
    address,
    address_to_add,
    clean,
    html_runs,
    language_tag,
    spoken_address,
)


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/a?b=c#d",
        "HTTP://example.org",
        "mailto:a@b.org",
        "tel:+44207",
        "tel:111",
    ],
)
def test_address_of_a_page_an_email_or_a_phone_is_kept(link):
    assert address(f" {link} ") == link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "//example.org",
        "https:///etc/passwd",
        "https://example.org/a b",
        "https://example.org\njavascript:x",
        "page.html",
        "",
    ],
)
def test_every_other_address_is_dropped(link):
    assert address(link) == ""
    assert html_runs((Run("words", link=link),)) == "words"


def test_address_is_spoken_without_its_scheme_and_closing_slash():
    assert spoken_address("https://www.example.org/") == "www.example.org"
    assert spoken_address("mailto:help@example.org?subject=Hello") == "help@example.org"


@pytest.mark.parametrize(
    ("text", "link", "added"),
    [
        ("our page", "https://example.org/test", "example.org/test"),
        ("www.example.org", "https://example.org/", ""),
        ("help@example.org", "mailto:help@example.org", ""),
        ("020 7946 0123", "tel:02079460123", ""),
        ("020 7946 0123", "tel:+442079460123", ""),
        ("our phone line", "tel:111", "111"),
    ],
)
def test_address_is_added_where_the_words_do_not_say_it(text, link, added):
    assert address_to_add(Run(text, link=link)) == added


def test_bold_link_and_line_break_are_all_that_runs_become():
    runs = (Run("a\nb", bold=True), Run("c", link="https://d.org/e"))
    assert html_runs(runs) == (
        '<strong>a<br>b</strong><a href="https://d.org/e">c</a>'
        ' <span class="address">(d.org/e)</span>'
    )


@pytest.mark.parametrize(
    ("claimed", "tag"),
    [("", "en-GB"), ("en", "en-GB"), ("en-US", "en-GB"), ("cy", "cy"), ('"><b>', "en-GB")],
)
def test_english_is_marked_as_british_and_other_languages_as_they_claim(claimed, tag):
    assert language_tag(claimed) == tag


@given(st.text(alphabet=st.characters(codec=None)))
def test_cleaned_text_is_always_fit_for_xml(text):
    node = etree.Element("x")
    node.text = clean(text)
    assert etree.fromstring(etree.tostring(node)).text in (clean(text), None)


@given(st.text(alphabet="<>\"'&/=abonscript :;\n\x00", max_size=60), st.booleans())
def test_runs_never_hold_an_element_but_ours(text, bold):
    made = html.fragment_fromstring(html_runs((Run(f".{text}", bold=bold),)), create_parent="p")
    assert {node.tag for node in made.iter()} <= {"p", "strong", "br"}
    assert made.text_content() == clean(f".{text}").replace("\n", "")
