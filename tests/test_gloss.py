import pytest

from literacy.document import Span
from literacy.findings import Edit, Safety
from literacy.parse import parse
from literacy.rewriting.apply import apply_edits
from literacy.rewriting.gloss import gloss
from literacy.rulebase.model import Find, Rule
from tests.conftest import paragraphs

SAID = "A biopsy is a small sample."
RULE = Rule("a.b", "explain", "", (), (), (), Find(("biopsy",)), gloss=SAID, safety=Safety.SAFE)


def explained(text: str) -> str:
    document = paragraphs(text)
    at = text.index("biopsy")
    (suggestion,) = gloss(parse(document), RULE, Span(at, at + 6))
    assert (suggestion.text, suggestion.safety) == (SAID, Safety.SAFE)
    return apply_edits(document, suggestion.edits).text


def test_the_explanation_stands_on_a_line_of_its_own_after_the_sentence():
    assert explained("Have a biopsy. Go home.") == f"Have a biopsy.\n{SAID}\nGo home."


def test_at_the_end_of_a_block_nothing_follows_it():
    assert explained("Have a biopsy.") == f"Have a biopsy.\n{SAID}"


@pytest.mark.parametrize("opening", ["This", "It", "But it", "So it"])
def test_a_sentence_that_leans_on_the_one_before_stays_with_it(opening):
    text = f"Have a biopsy. {opening} is quick. Rest."
    assert explained(text) == f"Have a biopsy. {opening} is quick.\n{SAID}\nRest."


def test_the_next_block_is_never_taken_along():
    document = paragraphs("Have a biopsy.", "It is quick.")
    (suggestion,) = gloss(parse(document), RULE, Span(7, 13))
    assert suggestion.edits == (Edit(Span(14, 14), f"\n{SAID}"),)


def test_odd_characters_move_nothing():
    text = "𝒳 e\u0301\u00ad\u00a0has a biopsy. Rest."
    assert explained(text) == f"𝒳 e\u0301\u00ad\u00a0has a biopsy.\n{SAID}\nRest."
