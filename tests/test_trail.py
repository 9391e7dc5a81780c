"""Suggestions taken in rounds are told in the places of the first text."""

from hypothesis import given
from hypothesis import strategies as st

from literacy.document import Span
from literacy.findings import Edit, Finding, Suggestion
from literacy.pipeline.trail import Trail
from literacy.readers.text import read_text


def say(trail: Trail, old: str, new: str) -> None:
    """Take one suggestion: the first ``old`` becomes ``new``."""
    start = trail.document.text.index(old)
    edit = Edit(Span(start, start + len(old)), new)
    suggestion = Suggestion((edit,), new)
    finding = Finding(f"a.{old}", "a", edit.span, old, "", "", suggestions=(suggestion,))
    trail.take([finding], (suggestion,))


def test_words_of_a_later_round_are_followed_back():
    first = read_text(b"Utilise it prior to food.\n\nCommence it.", "a.txt")
    trail = Trail(first)
    say(trail, "Utilise", "Use")
    say(trail, "prior to", "before")
    say(trail, "Commence", "Start")
    assert trail.document.text == "Use it before food.\n\nStart it."
    assert [first.slice(one.span) for one in trail.taken] == ["Utilise", "prior to", "Commence"]


def test_words_that_a_round_put_in_come_from_those_it_took_out():
    first = read_text(b"Take it prior to food.", "a.txt")
    trail = Trail(first)
    say(trail, "prior to", "before your next")
    say(trail, "next", "usual")
    assert [first.slice(one.span) for one in trail.taken] == ["prior to", "prior to"]


@given(
    st.lists(st.sampled_from(["one", "two", "three", "four"]), min_size=1, max_size=4, unique=True)
)
def test_each_word_is_found_where_it_stood(order: list[str]):
    first = read_text(b"We say one and two.\n\nThen three or four again.", "a.txt")
    trail = Trail(first)
    for word in order:
        say(trail, word, f"a much longer {word.upper()}")
    assert [first.slice(one.span) for one in trail.taken] == order
