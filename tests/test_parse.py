from time import perf_counter

import pytest

from literacy.document import Span
from literacy.parse import _docs, kept_with_doc, parse
from literacy.rulebase.laid_out import laid_out
from tests.conftest import paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20_000,
        "([" * 5_000,
        "_" * 10_000,
        "a" * 10_000,
        "a)" * 5_000,
        "1" * 10_000,
        "@." * 5_000,
    ],
)
def test_a_hostile_run_is_tokenised_in_half_a_second(text):
    parsed = parse(paragraphs("Rest now.", text))
    parsed.doc(parsed.sentences[0])  # the model is loaded
    began = perf_counter()
    for sentence in parsed.sentences:
        parsed.doc(sentence)
    assert perf_counter() - began < 0.5


def test_a_run_of_signs_moves_no_offset():
    parsed = parse(paragraphs("Rest " + "([" * 50 + " and sleep."))
    (sentence,) = parsed.sentences
    token = next(token for token in parsed.doc(sentence) if token.text == "sleep")
    assert parsed.document.slice(parsed.span(sentence, token)) == "sleep"


def test_sentence_at_holds_all_of_the_span_or_is_none():
    parsed = parse(paragraphs("Rest. Sleep."))
    assert parsed.sentence_at(Span(6, 11)) == parsed.sentences[1]
    assert parsed.sentence_at(Span(3, 8)) is None


def test_pictures_have_no_sentence_and_headings_are_no_prose():
    parsed = parse(laid_out("# Rest\n\n! A bed\n\nSleep well.")[0])
    assert [(parsed.text(one), one.is_prose) for one in parsed.sentences] == [
        ("Rest", False),
        ("Sleep well.", True),
    ]


def test_a_span_widens_to_whole_sentences_of_its_block():
    parsed = parse(paragraphs("Rest. Sleep. Eat.", "Drink."))
    text = parsed.document.text
    for start, end, whole in [
        (7, 9, "Sleep."),
        (3, 8, "Rest. Sleep."),
        (12, 13, "Sleep. Eat."),  # the space between two sentences
        (17, 17, "Eat."),  # the end of a block
    ]:
        around = parsed.around(Span(start, end))
        assert text[around.start : around.end] == whole


def test_the_first_sentence_asked_for_brings_all_that_are_expected():
    parsed = parse(paragraphs("Rest."))
    parsed.expect(["Nobody has said this before.", "Nor has anybody said this."])
    parsed.doc_of("Nobody has said this before.")
    batches = _docs.copy()
    parsed.doc_of("Nor has anybody said this.")
    assert _docs == batches


def test_what_is_asked_of_a_parse_is_worked_out_once():
    asked = []

    @kept_with_doc
    def length(doc):
        asked.append(doc.text)
        return len(doc)

    doc = parse(paragraphs("Rest.")).doc_of("Rest now.")
    assert [length(doc), length(doc), asked] == [3, 3, ["Rest now."]]
