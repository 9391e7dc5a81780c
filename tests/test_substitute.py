import pytest

from literacy.document import Span
from literacy.findings import Edit
from literacy.parse import parse
from literacy.rewriting.apply import apply_edits
from literacy.rewriting.substitute import has_vowel_sound, substitute
from literacy.rulebase.model import Find, Rule
from tests.conftest import paragraphs


def replaced(text: str, old: str, say: str, **find: str) -> str:
    """Return ``text`` with ``say`` put in the place of ``old``, bent to fit."""
    document = paragraphs(text)
    at = text.index(old)
    given = find or {"phrases": (old,)}
    rule = Rule("a.b", "medical", "", (), (), (), Find(**given), say=(say,))
    (suggestion,) = substitute(parse(document), rule, Span(at, at + len(old)))
    return apply_edits(document, suggestion.edits).text


@pytest.mark.parametrize(
    "words",
    [
        "hour", "honest", "heir", "apple", "ulcer", "urgent", "ultrasound", "uncle", "umbilical",
        "uninsured", "unimportant", "unidentified", "upper", "X-ray", "MRI", "NHS", "ECG", "HIV",
        "NSAID", "HPV", "8-hour", "11", "18", "80", "A&E", "IV", "onset",
    ],
)  # fmt: skip
def test_an_stands_before_the_sound_of_a_vowel(words):
    assert has_vowel_sound(words)


@pytest.mark.parametrize(
    "words",
    [
        "user", "usual", "unit", "uniform", "European", "one-off", "one", "once", "urine test",
        "urologist", "uterus", "utensil", "uvula", "home", "scan", "UTI", "UK", "GP", "CT", "SARS",
        "UV", "1", "1 in 8", "180", "12",
    ],
)  # fmt: skip
def test_a_stands_before_the_sound_of_a_consonant(words):
    assert not has_vowel_sound(words)


@pytest.mark.parametrize(
    ("text", "old", "say", "after"),
    [
        ("Have an acute pain.", "acute", "sudden", "Have a sudden pain."),
        ("An acute pain.", "acute", "sudden", "A sudden pain."),
        ("A severe attack.", "severe", "awful", "An awful attack."),
        ("AN ACUTE ATTACK", "ACUTE", "strong", "A STRONG ATTACK"),
        ("HAVE A SEVERE ATTACK", "SEVERE", "awful", "HAVE AN AWFUL ATTACK"),
        ("Vitamin A severe lack.", "severe", "bad", "Vitamin A bad lack."),
    ],
)
def test_the_article_before_the_new_words_is_mended(text, old, say, after):
    assert replaced(text, old, say) == after


@pytest.mark.parametrize(
    ("text", "old", "say", "after"),
    [
        ("The nurse administered it.", "administered", "give", "The nurse gave it."),
        ("It was administered.", "administered", "give", "It was given."),
        ("She is administering it.", "administering", "give", "She is giving it."),
        ("You may vomit.", "vomit", "be sick", "You may be sick."),
        ("You vomited twice.", "vomited", "be sick", "You were sick twice."),
        ("He vomited twice.", "vomited", "be sick", "He was sick twice."),
        ("Stop if vomiting.", "vomiting", "be sick", "Stop if being sick."),
        ("Clinicians can help.", "Clinicians", "person", "People can help."),
    ],
)
def test_the_new_words_take_the_form_of_the_old(text, old, say, after):
    assert replaced(text, old, say) == after


@pytest.mark.parametrize(
    ("text", "old", "after"),
    [
        ("Purchase it.", "Purchase", "Buy it."),
        ("PURCHASE IT.", "PURCHASE", "BUY IT."),
        ("Then purchase it.", "purchase", "Then buy it."),
        ("𝒳 e\u0301\u00ad\u00a0you purchase it.", "purchase", "𝒳 e\u0301\u00ad\u00a0you buy it."),
    ],
)
def test_capitals_are_kept_and_odd_characters_move_nothing(text, old, after):
    assert replaced(text, old, "buy") == after


def test_a_pattern_fills_its_groups():
    assert replaced("Take two pills.", "two pills", r"2 \1", pattern=r"two (\w+)") == (
        "Take 2 pills."
    )


def test_words_outside_every_sentence_get_no_suggestion():
    rule = Rule("a.b", "medical", "", (), (), (), Find(("rest",)), say=("lie",))
    assert not list(substitute(parse(paragraphs("Rest. Now.")), rule, Span(3, 8)))


def test_the_article_is_an_edit_of_its_own():
    document = paragraphs("An acute pain.")
    rule = Rule("a.b", "medical", "", (), (), (), Find(("acute",)), say=("sudden",))
    (suggestion,) = substitute(parse(document), rule, Span(3, 8))
    assert suggestion.edits == (Edit(Span(0, 2), "A"), Edit(Span(3, 8), "sudden"))


def test_a_short_form_in_mixed_letters_gives_no_capital_in_mid_sentence():
    find = {"phrases": ("SpR",), "case": True}
    assert replaced("The SpR is in.", "SpR", "registrar", **find) == "The registrar is in."
    assert replaced("SpR on call.", "SpR", "registrar", **find) == "Registrar on call."


@pytest.mark.parametrize(
    ("text", "old", "after"),
    [
        ("Both lifts were operational.", "were operational", "Both lifts were open."),
        ("All lifts are operational.", "are operational", "All lifts are open."),
        ("The lift was operational.", "was operational", "The lift was open."),
        ("They were operational.", "were operational", "They were open."),
    ],
)
def test_every_form_of_to_be_stays_the_form_it_was(text, old, after):
    assert replaced(text, old, "be open", phrases=("be operational",), pos="VERB") == after
