from time import perf_counter

import pytest

import literacy
from literacy.errors import TextError
from literacy.measure.counts import count
from literacy.measure.scores import reading_age
from tests.conftest import paragraphs

HARD = "You should take it prior to food. The nurse will administer the injection to you. "
WELSH = (
    "Mae angen i chi siarad gyda'ch meddyg cyn cymryd y feddyginiaeth hon bob dydd gyda bwyd a dŵr."
)
POLISH = "Przed zażyciem tego leku należy porozmawiać z lekarzem lub farmaceutą o swoich chorobach."
FRENCH = "Vous devez parler avec votre médecin avant de prendre ce médicament tous les jours."


@pytest.mark.parametrize("text", ["", " \n", "# Only a heading"])
def test_a_text_without_sentences_is_analysed_without_error(text):
    assert literacy.analyse(text).next_steps == ()


@pytest.mark.parametrize("text", [WELSH, POLISH, FRENCH])
def test_a_text_in_another_language_is_said_to_be_so_and_not_checked(text):
    report = literacy.analyse(text)
    assert report.language != "en"
    assert report.findings == ()
    assert "does not seem to be English" in report.notes[0]
    assert literacy.simplify(text) == text


def test_a_text_longer_than_asked_for_is_refused():
    with pytest.raises(TextError, match="Split it into parts"):
        literacy.analyse("Rest. " * 10, longest=58)


def test_the_same_text_gives_the_same_report():
    assert literacy.analyse(HARD) == literacy.analyse(HARD)


def test_the_time_for_one_long_paragraph_grows_with_its_length_only():
    literacy.analyse(HARD)  # the model is loaded
    began = perf_counter()
    report = literacy.analyse(paragraphs(HARD * 250))  # 20,000 characters, 500 sentences
    assert len(report.findings) >= 500
    assert perf_counter() - began < 10


def exact_age(document) -> float:
    """Return the reading age before it is rounded for people."""
    return reading_age(count(document).total)


@pytest.mark.parametrize("repeats", [1, 40])  # a short block, and one looked at in parts
def test_a_next_step_gains_what_is_measured_when_it_is_taken(repeats):
    document = paragraphs(HARD * repeats)
    report = literacy.analyse(document)
    by_key = {finding.key: finding for finding in report.findings}
    assert report.next_steps
    for step in report.next_steps:
        after = literacy.rewrite(document, by_key[step.finding].suggestions[:1])
        gained = exact_age(document) - exact_age(after)
        assert gained == pytest.approx(step.gain, abs=0.001)
