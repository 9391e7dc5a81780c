from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from literacy.document import Span
from literacy.findings import Edit, Finding, Safety, Suggestion
from literacy.rewriting.apply import apply_edits, apply_suggestions
from literacy.rewriting.choose import choose
from tests.conftest import paragraphs

TEXT = "Rest prior to food, and she will eat, but he will not. Then sleep."
DOCUMENT = paragraphs(TEXT)


def finding(old: str, new: str, safety: Safety = Safety.SAFE, rule: str = "a.b") -> Finding:
    start = TEXT.index(old)
    span = Span(start, start + len(old))
    suggestion = Suggestion((Edit(span, new),), new, safety)
    return Finding(rule, "a", span, old, "", "", suggestions=(suggestion,))


def texts(suggestions):
    return [suggestion.text for suggestion in suggestions]


def test_the_longest_of_two_that_overlap_is_taken():
    findings = [finding("prior", "earlier"), finding("prior to", "before")]
    assert texts(choose(DOCUMENT, findings)) == ["before"]


def test_the_first_of_two_of_one_length_is_taken():
    findings = [finding("rior to", "x"), finding("prior t", "y")]
    assert texts(choose(DOCUMENT, findings)) == ["y"]


def test_choices_come_in_the_order_of_the_text():
    findings = [finding("Then sleep", "Now sleep"), finding("prior to", "before")]
    assert texts(choose(DOCUMENT, findings)) == ["before", "Now sleep"]


def test_what_needs_review_is_not_taken_unasked():
    assert choose(DOCUMENT, [finding("prior to", "before", Safety.REVIEW)]) == ()


def test_what_a_person_accepted_is_taken_and_nothing_else():
    review = finding("prior to", "before", Safety.REVIEW)
    safe = finding("Then sleep", "Now sleep")
    assert texts(choose(DOCUMENT, [review, safe], {review.key: 0})) == ["before"]


def test_a_suggestion_that_does_not_exist_is_not_taken():
    one = finding("prior to", "before")
    assert choose(DOCUMENT, [one], {one.key: 7}) == ()


def test_one_suggestion_is_taken_of_each_finding():
    one = finding("prior to", "before")
    both = replace(one, suggestions=one.suggestions * 2)
    assert texts(choose(DOCUMENT, [both])) == ["before"]


def test_a_sentence_is_divided_once_a_round():
    findings = [finding(", and she", ". She"), finding(", but", ". But")]
    assert texts(choose(DOCUMENT, findings)) == [". She"]


def test_a_finding_without_suggestions_is_passed_over():
    assert choose(DOCUMENT, [replace(finding("prior to", "x"), suggestions=())]) == ()


offsets = st.integers(0, len(TEXT))
spans = st.tuples(offsets, offsets).map(sorted).map(lambda pair: Span(*pair))


@given(st.lists(st.tuples(spans, st.sampled_from(["", "x", ". She"])), max_size=12))
def test_all_that_is_chosen_can_be_applied_and_the_order_of_findings_is_no_matter(raw):
    findings = [
        Finding(
            f"r.{n}", "r", s, "", "", "", suggestions=(Suggestion((Edit(s, t),), t, Safety.SAFE),)
        )
        for n, (s, t) in enumerate(raw)
    ]
    chosen = choose(DOCUMENT, findings)
    assert chosen == choose(DOCUMENT, findings[::-1])
    edits = sorted(edit for suggestion in chosen for edit in suggestion.edits)
    for first, second in pairwise(edits):
        assert first.span.end <= second.span.start
        assert first.span != second.span


def test_choosing_and_applying_twice_is_the_same_as_once():
    findings = [finding("prior to", "before"), finding("Then sleep", "Now sleep")]
    once = apply_suggestions(DOCUMENT, choose(DOCUMENT, findings))
    assert apply_suggestions(once, choose(once, [])) == once
    assert apply_edits(once, []) == once
