"""Of the rarer words of a text, how many does the rule base know what to do with?

    python -m tests.bench.bench_coverage [FILE|FOLDER...]

Counted are the running words rarer than Zipf 4.3, but for numerals, units and addresses. Each is

- changed or marked: a rule for words finds it where it stands;
- explained: it belongs to a word that a rule explains at its first mention;
- a name: of a condition, of a medicine, or with a capital inside a sentence;
- left alone: in rules/words/left_alone.tsv;
- easy: in the easy word list of Dale and Chall, the other words that are left alone;
- missing: nobody has looked at it. A rule that looks for the word in another meaning, and leaves
  it here, counts as missing too.

The sample leaflets are the first set; each file or folder named is another.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from literacy.checks.terms import find_terms
from literacy.document import BlockKind, Document, Span
from literacy.parse import parse
from literacy.rulebase.compile import compiled
from literacy.rulebase.load import standard_rules
from literacy.words.easy import is_familiar
from literacy.words.frequency import zipf
from literacy.words.left_alone import is_left_alone
from literacy.words.protected import protected_names
from literacy.words.segment import words
from literacy.words.spoken import UNITS
from tests.bench.samples import leaflets, read

COMMON = 4.3
CLASSES = ("changed or marked", "explained", "name", "left alone", "easy", "missing")
MOST = 40  # missing words that are printed
RULES = tuple(rule for rule in standard_rules() if rule.find)
EXPLAINED = tuple(rule for rule in RULES if rule.gloss)
SENTENCE_START = re.compile(r"(?:^|[.!?:\n•–*])[\s\"'“‘(]*$")


def coverage(documents: Iterable[Document]) -> dict[str, Counter[str]]:
    """Return the rarer words of ``documents`` by class, with how often each stands there."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        for name, word in _classed(document):
            found[name][word.lower()] += 1
    return found


def share(found: dict[str, Counter[str]]) -> float:
    """Return the share of the running words that are not missing."""
    total = sum(counter.total() for counter in found.values())
    return 1 - found["missing"].total() / total if total else 1.0


def _classed(document: Document) -> Iterator[tuple[str, str]]:
    """Yield each rarer word of a document behind its class."""
    hits = find_terms(parse(document), RULES)
    marked = [hit.span for hit in hits if hit.rule not in {rule.id for rule in EXPLAINED}]
    for block, text in document:
        if block.kind is BlockKind.IMAGE:
            continue
        here = [span.shift(-block.span.start) for span in marked if block.span.covers(span)]
        explained = [candidate.span for candidate in compiled(EXPLAINED).candidates(text)]
        names = [name.span for name in protected_names(text)]
        for span in filter(lambda span: _is_rare(text[span.start : span.end]), words(text)):
            for name, spans in zip(CLASSES, (here, explained, names), strict=False):
                if any(span.overlaps(other) for other in spans):
                    yield name, text[span.start : span.end]
                    break
            else:
                yield _of_itself(text, span), text[span.start : span.end]


def _is_rare(word: str) -> bool:
    is_word = word.replace("'", "").replace("’", "").replace("-", "").isalpha()
    return is_word and len(word) > 1 and word.lower() not in UNITS and zipf(word) < COMMON


def _of_itself(text: str, span: Span) -> str:
    """Return the class of a word that no rule and no list of names knows."""
    word = text[span.start : span.end]
    if word[0].isupper() and not SENTENCE_START.search(text[: span.start]):
        return "name"
    if is_left_alone(word):
        return "left alone"
    return "easy" if is_familiar(word) else "missing"


def main() -> None:
    """Print for each set the share of every class and the commonest words that are missing."""
    sets = {"sample leaflets": leaflets()}
    sets |= {name: read([Path(name)]) for name in sys.argv[1:]}
    for name, documents in sets.items():
        found = coverage(documents)
        total = sum(counter.total() for counter in found.values())
        print(f"\n{name}: {total} words rarer than Zipf {COMMON}, {share(found):.3f} known")
        for kind in CLASSES:
            print(f"  {kind:20}{found[kind].total() / max(total, 1):8.3f}")
        print("  " + ", ".join(f"{word} {n}" for word, n in found["missing"].most_common(MOST)))


if __name__ == "__main__":
    main()
