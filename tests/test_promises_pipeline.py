"""The three promises, kept by every rule together on texts made of the rules' own examples.

Numbers, negations and modals are looked for here by a few plain patterns, so that the guard of the
program is not its own judge.
"""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given, settings
from hypothesis import strategies as st

import literacy
from literacy import parse
from literacy.document import Document
from literacy.rulebase.load import standard_rules
from tests.conftest import paragraphs

GLOSSES = {rule.gloss for rule in standard_rules() if rule.gloss}
EXAMPLES = sorted({one.text for rule in standard_rules() for one in (*rule.bad, *rule.good)})
PLAIN = [text for text in EXAMPLES if re.fullmatch(r"[A-Z][^\n<_]{5,200}[.!?]", text)]
ODD = ["", "\u00a0", "𝒳 ", "e\u0301 ", "\u00ad", "“", "’ ", "\u0130 ", "\u200b", "ﬁ "]
texts = st.lists(
    st.lists(st.sampled_from(PLAIN), min_size=1, max_size=3).map(" ".join), min_size=1, max_size=3
)
odd_texts = st.lists(
    st.builds("{}{}{}".format, *map(st.sampled_from, (ODD, PLAIN, ODD))), min_size=1, max_size=3
)
UNITS = "one two three four five six seven eight nine ten eleven twelve".split()
DIGITS = {word: str(number) for number, word in enumerate(UNITS, start=1)}
FACTS = re.compile(
    r"\d+(?:,\d{3})*(?:\.\d+)?|\.\d+|\b(?:not|never|cannot|without|must|may|might|should|"
    rf"{'|'.join(UNITS[1:])})\b|n't\b"
)


def simple_facts(text: str) -> set[str]:
    """Return which numbers, negations and modals a text holds, however often.

    An explanation stands on a line of its own, and what it says is not the text's own word.
    """
    text = "\n".join(line for line in text.split("\n") if line not in GLOSSES)
    plain = text.lower().replace("’", "'").replace("cannot", "can not").replace("n't", " not")
    plain = re.sub(r"(?<=\d):(?=\d)", ".", plain)  # "5.30pm" and "5:30pm" are one time
    found = (DIGITS.get(one, one.replace(",", "")) for one in FACTS.findall(plain))
    # ".5" and "0.5" are one number.
    return {str(float(one)) if one[-1].isdigit() else one for one in found}


def assert_tiled(document: Document) -> None:
    assert "\n\n".join(text for _, text in document) == document.text
    end = -2
    for block in document.blocks:
        assert block.span.start == end + 2
        end = block.span.end


@settings(max_examples=30)
@given(odd_texts)
def test_every_finding_marks_the_words_it_names_in_a_tiled_document(texts):
    document = paragraphs(*texts)
    assert_tiled(document)
    for finding in literacy.analyse(document).findings:
        assert finding.text == document.slice(finding.span)
        assert document.block_at(finding.span) is not None


@settings(max_examples=30)
@given(texts)
def test_every_suggestion_keeps_numbers_negations_and_modals(texts):
    document = paragraphs(*texts)
    for finding in literacy.analyse(document).findings:
        for suggestion in finding.suggestions:
            after = literacy.rewrite(document, [suggestion])
            assert_tiled(after)
            assert len(after.blocks) == len(document.blocks)
            assert simple_facts(after.text) == simple_facts(document.text), suggestion


@settings(max_examples=25)
@given(texts)
def test_taking_all_that_is_safe_keeps_the_facts_and_leaves_nothing_to_take(texts):
    text = "\n\n".join(texts)
    once = literacy.simplify(text)
    assert simple_facts(once) == simple_facts(text)
    assert literacy.simplify(once) == once


def test_many_threads_give_what_one_gives():
    texts = [" ".join(PLAIN[n::97]) for n in range(8)]
    alone = [literacy.analyse(text) for text in texts]
    parse._docs.clear()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(literacy.analyse, texts)) == alone


SCRIPT = """
import sys, literacy
from literacy.pipeline.composing import glosses
from literacy.rulebase.profile import load_profile
text = sys.stdin.read()
sys.stdout.write(literacy.export(literacy.analyse(text), "json").decode())
sys.stdout.write(repr(glosses(load_profile("easy-read").rules)))
"""


def test_the_report_is_the_same_whatever_the_seed_of_hashing():
    text = " ".join(PLAIN[::60]).encode()
    said = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            input=text,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
