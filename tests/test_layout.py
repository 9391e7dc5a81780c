import pytest

from literacy import plugins
from literacy.document import BlockKind, DocumentBuilder, Mark, MarkKind, Span
from literacy.parse import parse
from literacy.rulebase.laid_out import laid_out
from literacy.rulebase.load import standard_rules


def in_document(check: str, document) -> list[str]:
    rules = tuple(rule for rule in standard_rules() if rule.check == check)
    assert rules
    run = plugins.load("literacy.checks", check)
    return [document.slice(finding.span) for finding in run(parse(document), rules)]


def found(check: str, text: str) -> list[str]:
    return in_document(check, laid_out(text)[0])


def test_a_heading_may_not_skip_a_level():
    text = "# One\n\n### Three\n\n# One again\n\n## Two"
    assert found("skipped_heading_level", text) == ["Three"]


def test_a_second_title_is_found_and_the_first_is_not():
    assert found("second_title", "# One\n\n## Two\n\n# Three") == ["Three"]


@pytest.mark.parametrize(
    ("link", "is_vague"),
    [("click here", True), ("here", True), ("more", True), ("asthma clinic times", False)],
)
def test_a_link_says_where_it_leads(link, is_vague):
    assert found("vague_link", f"See <{link}>.") == [link] * is_vague


def test_italics_and_underlining_are_found_and_an_underlined_link_is_not():
    build = DocumentBuilder("test")
    marks = [
        Mark(MarkKind.UNDERLINE, Span(0, 4)),
        Mark(MarkKind.LINK, Span(5, 8)),
        Mark(MarkKind.UNDERLINE, Span(5, 8)),
        Mark(MarkKind.BOLD, Span(9, 13)),
    ]
    build.add(BlockKind.PARAGRAPH, "Rest now here", marks=marks)
    assert in_document("hard_to_read_emphasis", build.done()) == ["Rest"]


def test_words_in_capitals_are_found_as_one_run_and_short_forms_are_not():
    text = "Please DO NOT EAT ANYTHING today.\n\nAn MRI CT scan."
    assert found("block_capitals", text) == ["DO NOT EAT ANYTHING"]


def test_a_picture_needs_words():
    assert found("picture_without_words", "! A lung\n\n!") == [""]


def test_a_long_list_is_counted_at_its_top_level():
    assert found("long_list", "\n\n".join(f"- Item {n}" for n in range(30))) == ["Item 0"]
    build = DocumentBuilder("test")
    build.add(BlockKind.LIST_ITEM, "Top", level=1)
    for n in range(30):
        build.add(BlockKind.LIST_ITEM, f"Below {n}", level=2)
    assert in_document("long_list", build.done()) == []


def test_a_long_text_without_a_heading_is_found_at_its_first_sentence():
    assert found("no_headings", "Rest now.\n\n*400 Sleep well tonight.") == ["Rest now."]
    assert found("no_headings", "# Sleep\n\n*400 Sleep well tonight.") == []
    assert found("no_headings", "") == []


def test_a_long_heading_is_found_whole():
    heading = "How to look after yourself at home after an operation " * 3
    assert found("long_heading", f"# {heading}") == [heading.strip()]
    assert found("long_heading", "# Rest") == []
