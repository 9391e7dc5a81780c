"""The three promises, kept by every rewriter of structure on sentences made by chance."""

from hypothesis import given, settings
from hypothesis import strategies as st

from literacy import plugins
from literacy.findings import Finding
from literacy.parse import parse
from literacy.rewriting.apply import apply_suggestions, keeps_facts
from literacy.rewriting.choose import choose
from literacy.rewriting.facts import facts
from literacy.rulebase.load import standard_rules
from tests.conftest import paragraphs

RULES = [r for r in standard_rules() if r.kind == "sentences" and r.check.startswith("split_")]
SUBJECTS = ["The nurse", "You", "Your doctor", "Type 2 diabetes", "Some people", "A porter", "They"]
FIRST = [
    "must not eat for 6 hours",
    "will take 5 ml of blood on Monday",
    "may feel sick at first",
    "can cause harm to 1 in 10 people",
    "should never drive at night",
    "takes two tablets 3 times a day",
    "is common in older people",
    "do not need a new appointment",
]
LINKS = [" and ", ", and ", ", but ", " but ", ", so ", " because ", ", although ", "; ", " that "]
OPENINGS = ["", "", "If you feel well, ", "Although it is 9am, ", "After 2 days, "]
SECOND = [
    "the ward will ring 020 7946 0000",
    "will not give more than 8 tablets",
    "you need to rest for two weeks",
    "call us unless it is better",
    "this is only for adults",
    "may take 10 mg of warfarin daily",
    "can be treated without an operation",
]
sentences = st.builds(
    lambda opening, who, first, link, second: f"{opening}{who} {first}{link}{second}.",
    st.sampled_from(OPENINGS),
    st.sampled_from(SUBJECTS),
    st.sampled_from(FIRST),
    st.sampled_from(LINKS),
    st.sampled_from(SECOND),
)
texts = st.lists(st.lists(sentences, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=2)


def findings(document) -> list[Finding]:
    parsed = parse(document)
    return [
        finding
        for rule in RULES
        for finding in plugins.load("literacy.checks", rule.check)(parsed, (rule,))
    ]


def simplified(document):
    """Take every safe suggestion, again and again until there is none."""
    while chosen := choose(document, findings(document)):
        document = apply_suggestions(document, chosen)
    return document


@settings(max_examples=40)
@given(texts)
def test_every_split_keeps_every_fact_and_points_at_its_words(texts):
    document = paragraphs(*texts)
    for finding in findings(document):
        assert document.slice(finding.span) == finding.text
        for suggestion in finding.suggestions:
            assert keeps_facts(document, suggestion.edits)
            after = apply_suggestions(document, [suggestion])
            # Nothing is lost; a fact that is said again was there before.
            assert facts(document.text) <= facts(after.text)
            assert facts(after.text).keys() == facts(document.text).keys()


@settings(max_examples=40)
@given(texts)
def test_taking_all_that_is_safe_twice_is_the_same_as_once_and_keeps_the_tiling(texts):
    document = paragraphs(*texts)
    once = simplified(document)
    assert simplified(once) == once
    assert len(once.blocks) == len(document.blocks)
    assert "\n\n".join(text for _, text in once) == once.text
