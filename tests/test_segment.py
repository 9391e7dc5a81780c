"""Sentences and words of one block."""

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import literacy
from literacy.words.segment import sentences, tokens, word_list, words


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in words(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Eat soft food, e.g. soup, i.e. food that needs no chewing.",
        "See Dr. Smith or Mr. Jones at St. Mary's.",
        "Weigh the pros vs. cons for approx. two days.",
        "Read No. 5 and Fig. 2 on p. 3.",
        "Written by J. R. Smith and A. Jones.",
        "John F. Kennedy had it too.",
        "Come at 5.30pm or at 9 a.m. on Monday.",
        "We open at 9 a.m. Monday to Friday.",
        "Take 0.5mg, then 3.5 ml.",
        "Write to help.desk@nhs.net or visit www.nhs.uk for help.",
        "Bring shoes, socks etc. to the ward.",
        "It may hurt... but not for long.",
        "“Are you well?” she asked.",
        "Two things matter: rest; and water.",
        "1. Wash your hands.",
    ],
)
def test_nothing_inside_ends_the_sentence(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Bring shoes, socks etc.|You can go home.",
        "What?!|No!|Yes.",
        "(See page 5.)|Then rest.",
        "He said “Stop.”|Then he left.",
        "You have hepatitis B.|Vaccines help.",
        "Is it red?|No.|It is blue.",
        "Wait...|Then go.",
        "Visit www.nhs.uk.|You can call too.",
        "We close at 5 p.m.|The ward stays open.",
        "It works.[1]|It is safe.",
        "Take 5.|Then wait 2 hours.",
        "1. Wash your hands.|2. Dry them.",
        "The U.K. Government said so.|It is in the U.K.|They agreed.",
    ],
)
def test_each_stop_ends_its_sentence(text: str) -> None:
    assert cut(text.replace("|", " ")) == text.split("|")


def test_a_line_break_always_ends_a_sentence() -> None:
    assert cut("Bring:\n shoes \n\nsocks") == ["Bring:", "shoes", "socks"]


def test_an_empty_text_has_no_sentence_and_no_word() -> None:
    assert (sentences(" \n "), words("& – …")) == ((), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a follow-up", ["a", "follow-up"]),
        ("can't the doctor’s", ["can't", "the", "doctor’s"]),
        ("5mg, 1,000 and 3.5", ["5mg", "1,000", "and", "3.5"]),
        ("and/or, 120/80", ["and", "or", "120/80"]),
        ("pen & paper", ["pen", "paper"]),
        ("https://www.nhs.uk/a?b=1. Go", ["https://www.nhs.uk/a?b=1", "Go"]),
        ("nhs.uk/asthma, me@nhs.net", ["nhs.uk/asthma", "me@nhs.net"]),
        ("Name: ______", ["Name"]),
        ("rest – or move", ["rest", "or", "move"]),
    ],
)
def test_words_follow_the_policy(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(alphabet=st.sampled_from("aB1 .!?…\n\"')(e.g[]/-’&:;"), max_size=60))
def test_sentences_cover_every_visible_character_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


@given(st.text(max_size=80))
def test_no_word_crosses_a_sentence_border(text: str) -> None:
    borders = [span.end for span in sentences(text)]
    assert not any(word.start < end < word.end for word in words(text) for end in borders)


@given(st.text(alphabet="a0123 .-'’@/:_,w\t\u00a0\u2009\x1f", max_size=60))
def test_every_word_lies_in_one_token(text: str) -> None:
    assert [word for token in tokens(text) for word in word_list(token)] == word_list(text)


def test_a_telephone_number_is_one_token() -> None:
    assert tokens("Ring 0300 123 1234.") == ["Ring", "0300 123 1234"]


@pytest.mark.parametrize("piece", ["a", ".", " ", ". ", "e.g. ", "a.-", ".)", "https://", "A. "])
def test_a_long_text_of_one_pattern_takes_linear_time(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    start = time.process_time()
    sentences(text), words(text)
    assert time.process_time() - start < 5


def test_no_pattern_has_a_possessive_group() -> None:
    # Python before 3.11.5 reads "Having" as "Havin" and "" with one; Debian 12 comes with 3.11.2.
    modules = sorted(Path(literacy.__file__).parent.rglob("*.py"))
    possessive = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+")
    assert modules
    assert [path.name for path in modules if possessive.search(path.read_text("utf-8"))] == []
