"""No rewrite of a sentence changes a fact, by a judge that shares no code with the guard."""

import random

import pytest

from literacy import plugins
from literacy.findings import Finding
from literacy.parse import Parsed, parse
from literacy.pipeline.rewriting import simplified
from literacy.rewriting.apply import apply_suggestions
from literacy.rewriting.propose import propose
from literacy.rulebase.load import standard_rules
from tests.bench.samples import leaflets
from tests.conftest import paragraphs
from tests.facts_by_hand import harm

RULES = tuple(
    rule
    for rule in standard_rules()
    if rule.check != "where_to_cut"
    and plugins.BUILTIN["literacy.checks"][rule.check].startswith("literacy.rewriting")
)
# What a rewrite may do, for it says the same in its own words.
BROUGHT = {"new after", "lost assessment"}  # "After this,"; "your needs will be assessed"
FRONTS = ["", "", "", "If you feel well, ", "After the test, ", "On Monday, ", "Please note: "]
SUBJECTS = [
    "the nurse", "you", "your doctor", "a thin tube with a camera", "Type 2 diabetes", "we",
    "some people", "the tablets", "patients", "staff", "polyps, which are small growths,",
    "the stoma, a small opening on your tummy,", "an assessment of your needs", "warfarin",
]  # fmt: skip
VERBS = [
    "must not eat for 6 hours", "will take 5 ml of blood on Monday", "may feel sick at first",
    "should be taken with food twice a day", "can harm 1 in 10 people", "is safe and harmless",
    "should never drive at night", "takes 2 tablets 3 times a day", "will be given 500 mg daily",
    "is uncommon, affecting about 1 in 100 people", "must be kept below 25C", "is unlikely to hurt",
    "does not need more than 8 tablets", "will be checked by the nurse every 4 to 6 hours",
    "will be carried out at 9.30am", "cannot be used without a prescription",
]  # fmt: skip
LINKS = [
    " and ", ", and ", " but ", ", but ", ", so ", " because ", ", because ", ", since ", ", as ",
    ", although ", "; ", ", which means that ", ", therefore ", ", after which ", " so that ",
    " unless ", ", in which case ", " until ", " if ", ", for this reason ",
]  # fmt: skip
ENDS = [
    "", " for example, milk, eggs and nuts", " (this takes 10 minutes)", ", such as A, B and C",
    " in order to lower the risk by 20%", ", leading to a stay of 2 to 3 days", " before food",
    " with no more than 200 ml of water", ", usually in the morning", " at your usual clinic",
]  # fmt: skip
COUNT = 2000


def made(chance: random.Random) -> str:
    first, second = chance.choice(SUBJECTS), chance.choice(SUBJECTS)
    clauses = chance.choice(LINKS).join(
        (f"{first} {chance.choice(VERBS)}", f"{second} {chance.choice(VERBS)}")
    )
    text = chance.choice(FRONTS) + clauses + chance.choice(ENDS) + "."
    return text[:1].upper() + text[1:]


def proposals(parsed: Parsed) -> list[Finding]:
    rules = {rule.id: rule for rule in RULES}
    found = (
        finding
        for rule in RULES
        for finding in plugins.load("literacy.checks", rule.check)(parsed, (rule,))
    )
    return list(propose(parsed, found, rules))


def test_no_proposal_for_2000_made_sentences_changes_a_fact():
    chance = random.Random(20261123)
    document = paragraphs(*dict.fromkeys(made(chance) for _ in range(COUNT)))
    parsed = parse(document)
    seen = 0
    for finding in proposals(parsed):
        for suggestion in finding.suggestions:
            block = document.block_at(finding.span)
            before = document.slice(block.span)
            edits = tuple(
                type(edit)(edit.span.shift(-block.span.start), edit.text)
                for edit in suggestion.edits
            )
            after = apply_suggestions(
                paragraphs(before), [type(suggestion)(edits, suggestion.text)]
            ).text
            seen += 1
            assert set(harm(before, after)) <= BROUGHT, (finding.rule, before, after)
    assert seen >= 500


@pytest.mark.parametrize("document", leaflets(), ids=lambda document: document.name)
def test_simplifying_a_leaflet_twice_or_again_is_the_same(document):
    once = simplified(document, "easy-read")
    assert simplified(document, "easy-read").text == once.text
    assert simplified(once, "easy-read").text == once.text
