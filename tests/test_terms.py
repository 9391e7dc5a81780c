"""What counts as an explanation that the text gives already."""

import pytest

from literacy.checks.terms import find_terms, is_explained
from literacy.parse import parse
from literacy.rulebase.laid_out import laid_out
from literacy.rulebase.load import standard_rules
from literacy.rulebase.model import Find, Rule
from tests.conftest import paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "A biopsy is a small sample.",
        "This is called a biopsy.",
        "You will have a small sample taken (biopsy).",
        "You need a biopsy, which is a small sample.",
        "You need a biopsy. This is a small sample.",
        "A biopsy is used to look for cancer.",
        "The biopsy is for when a scan is not enough.",
    ],
)
def test_a_word_that_the_text_explains_is_left_alone(text):
    assert is_explained(text, "biopsy")


@pytest.mark.parametrize(
    "text",
    [
        "The biopsy is done on ward 4.",
        "A biopsy is quick and safe.",
        "The biopsy is at 9am.",
        "The biopsy is sore.",
        "The biopsy is for 10am.",
        "A biopsy is easy to do.",
        "You need a biopsy, which is a medical matter.",
    ],
)
def test_saying_something_about_a_word_does_not_explain_it(text):
    assert not is_explained(text, "biopsy")


@pytest.mark.parametrize(
    ("short", "text"),
    [
        ("SpR", "A specialist registrar (SpR) will call. The SpR is new."),
        ("QoL", "We ask about your quality of life (QoL)."),
        ("eGFR", "Your estimated glomerular filtration rate (eGFR) is fine."),
        ("D&V", "Stay at home with diarrhoea and vomiting (D&V)."),
        ("bpm", "Your heart beat 90 beats per minute (bpm)."),
    ],
)
def test_a_short_form_with_small_letters_or_signs_that_is_spelt_out_is_left_alone(short, text):
    find = Find((short,), case=True)
    rule = Rule("a.b", "abbreviations", "", (), (), (), find)
    assert list(find_terms(parse(paragraphs(text)), (rule,))) == []
    assert list(find_terms(parse(paragraphs(f"Ask about the {short} today.")), (rule,)))


def test_name_of_the_sender_is_no_first_mention() -> None:
    text = "# Your test\n\nBiopsy Unit, Hill of Ashdown Hospital\n\nYou will have a biopsy, at 9am."
    rules = tuple(rule for rule in standard_rules() if rule.id == "explain.biopsy")
    document, _ = laid_out(text)
    (found,) = find_terms(parse(document), rules)
    assert (found.text, found.span.start) == ("biopsy", text.index("biopsy,") - 2)


def test_a_common_word_is_no_short_form_where_all_is_in_capitals():
    rule = Rule("a.b", "abbreviations", "", (), (), (), Find(("OR", "TDS"), case=True))
    text = "TAKE 1 TABLET TDS, OR CALL THE WARD. The OR was 2."
    found = [one.text for one in find_terms(parse(paragraphs(text)), (rule,))]
    assert found == ["TDS", "OR"]


def test_hard_word_that_is_only_marked_may_stand_where_the_text_names_it() -> None:
    rule = Rule("a.b", "medical", "", (), (), (), Find(("oedema",)))
    assert list(find_terms(parse(paragraphs("Swelling is also called oedema.")), (rule,))) == []
    assert list(find_terms(parse(paragraphs("The oedema goes down at night.")), (rule,)))


@pytest.mark.parametrize(
    "text",
    [
        "Write to info@example.org today.",
        "Read www.example.org/oedema before you come.",
        "See chemotherapy.example.org for more.",
    ],
)
def test_a_word_in_an_address_is_left_alone(text: str) -> None:
    assert list(find_terms(parse(paragraphs(text)), terms_of_rules())) == []


def test_a_word_beside_an_address_is_found() -> None:
    text = "Write to us about oedema at help@example.org today."
    found = find_terms(parse(paragraphs(text)), terms_of_rules())
    assert [finding.text for finding in found] == ["oedema"]


def terms_of_rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in standard_rules() if rule.check == "terms")


def test_of_two_rules_for_the_same_words_the_one_with_plainer_words_speaks() -> None:
    marks = Rule("a.b", "medical", "", (), (), (), Find(("oedema",)))
    says = Rule("b.c", "medical", "", (), (), (), Find(("oedema",)), say=("swelling",))
    found = list(find_terms(parse(paragraphs("The oedema goes down at night.")), (marks, says)))
    assert [finding.rule for finding in found] == ["b.c"]


def test_a_reason_that_tells_what_to_write_is_the_message_and_not_told_twice() -> None:
    why = "Say what the numbers show."
    marks = Rule("a.b", "everyday", why, (), (), (), Find(("statistical",)))
    (found,) = find_terms(parse(paragraphs("We give statistical facts.")), (marks,))
    assert (found.message, found.why) == (why, "")


def test_a_reason_that_tells_nothing_to_write_stays_beside_the_message() -> None:
    marks = Rule("a.b", "everyday", "Few know it.", (), (), (), Find(("statistical",)))
    (found,) = find_terms(parse(paragraphs("We give statistical facts.")), (marks,))
    assert (found.message, found.why) == ("Leave out or explain “statistical”.", "Few know it.")


def marked(text: str, **given: object) -> list[str]:
    fields = {"find": Find(("renal",)), "why": "Say “kidney”.", "kind": "medical"} | given
    rule = Rule(id="a.b", source=(), bad=(), good=(), **fields)
    return [one.text for one in find_terms(parse(laid_out(text)[0]), (rule,))]


@pytest.mark.parametrize(
    "text",
    [
        "Ring the Elective Renal Ward.",  # a name
        "Renal Department, Northmoor Hospital",
        "It is a cardio-renal illness.",  # half of another word
        "He had tests (renal).",  # given in brackets
        "The renal (of the kidney) team called.",  # and explained in them
    ],
)
def test_a_name_half_a_word_and_what_is_told_in_brackets_are_left_alone(text):
    assert marked(text) == []


def test_a_word_that_only_opens_the_sentence_is_no_name():
    assert marked("Renal failure can be slow.") == ["Renal"]
    assert marked("The renal team called.") == ["renal"]
