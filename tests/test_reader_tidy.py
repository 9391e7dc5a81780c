"""Clean characters and joined runs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from literacy.document import Mark, MarkKind, Span
from literacy.readers.hyphens import join_lines
from literacy.readers.tidy import Run, clean, is_caption, join_runs, squeeze

RUNS = st.lists(
    st.builds(Run, st.text(alphabet=" \n\u00a0abﬁ\u00ad", max_size=6), st.booleans(), st.booleans())
)


def test_what_nobody_sees_goes_and_ligatures_become_letters():
    assert clean("e\ufb03cient\u00ad \u200bcare\x1b") == "efficient care"


def test_spaces_that_two_runs_share_are_kept_once():
    text, marks = join_runs([Run("Take "), Run(" two ", bold=True), Run(" tablets")])
    assert text == "Take two tablets"
    assert marks == (Mark(MarkKind.BOLD, Span(5, 8)),)


@given(RUNS)
def test_joined_runs_are_squeezed_and_marks_stand_on_words(runs):
    text, marks = join_runs(runs)
    assert text == squeeze("".join(run.text for run in runs))
    for mark in marks:
        part = text[mark.span.start : mark.span.end]
        assert part
        assert part == part.strip()


def test_a_printers_hyphen_goes_and_a_writers_stays():
    assert join_lines("your appoint-", "ment is at 9") == "your appointment is at 9"
    assert join_lines("a follow-", "up visit") == "a follow-up visit"
    assert join_lines("for 5-", "10 days") == "for 5-10 days"
    assert join_lines("mmol/", "mol") == "mmol/mol"
    assert join_lines("take one", "tablet") == "take one tablet"


def test_a_caption_names_its_table_and_a_sentence_about_it_is_none():
    assert is_caption("Table 1. Doses")
    assert not is_caption("Table 1 shows the doses")


def test_old_separators_become_spaces():
    assert clean("one\x1ctwo\x1dthree\x1efour\x1ffive") == "one two three four five"
