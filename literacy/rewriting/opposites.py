"""Words that turn a meaning round when one takes the place of the other: "before" and "after".

Most of these are no facts by themselves: "in advance" may become "before". But no rewrite takes one
side of a pair away and brings the other, and none takes "un-" or "-less" off a word. That is asked
of one rewrite at a time: of two in one block, one may take "before" and the other bring "after".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
CACHED = 4096
DENYING = ("un", "non-", "non", "in", "im", "ir", "il", "dis", "mis")
# The words of one side, then those of the other.
PAIRS = (
    ("before beforehand", "after afterwards"),
    ("morning", "afternoon evening night bedtime"),
    ("afternoon", "morning evening night bedtime"),
    ("evening", "morning afternoon"),
    ("left", "right"),
    ("high higher highest", "low lower lowest"),
    ("more most", "less least fewer fewest"),
    ("increase increases increased increasing raise raises raised rise rises",
     "decrease decreases decreased decreasing reduce reduces reduced reducing fall falls"),
    ("start starts started starting begin begins", "stop stops stopped stopping end ends"),
    ("open opens opened", "close closes closed shut"),
    ("hot warm", "cold cool"),
    ("wet", "dry"),
    ("full", "empty"),
    ("inside", "outside"),
    ("up upwards", "down downwards"),
    ("above", "below"),
    ("early earlier", "late later"),
    ("long longer", "short shorter"),
    ("large larger big bigger", "small smaller"),
    ("better best", "worse worst"),
    ("good", "bad"),
    ("safe", "unsafe dangerous harmful"),
    ("positive", "negative"),
    ("mild", "severe serious"),
    ("common", "rare uncommon"),
    ("always", "sometimes often rarely usually occasionally never"),
    ("often usually frequently", "rarely seldom never"),
    ("all every each both", "some most many few several none neither"),
    ("essential necessary vital compulsory mandatory", "optional unnecessary voluntary"),
    ("definitely certainly", "perhaps possibly maybe probably"),
    ("same", "different other another"),
    ("first", "last second"),
    ("only", "also too"),
    ("and", "or"),
    ("add adds added", "remove removes removed"),
    ("push", "pull"),
    ("child children", "adult adults"),
    ("men man", "women woman"),
    ("mother", "father"),
    ("with", "without"),
    ("but although", "because"),
    ("with", "against"),
    ("fast quickly", "slow slowly"),
    ("help helps", "harm harms"),
    ("gain gains", "lose loses"),
)  # fmt: skip
SIDES = tuple((frozenset(a.split()), frozenset(b.split())) for a, b in PAIRS)


def turned_round(before: str, after: str) -> tuple[str, ...]:
    """Return what in ``after`` is the opposite of what it takes the place of, in words."""
    old, new = _words(before), _words(after)
    if old == new:
        return ()
    lost, come = frozenset(old - new), frozenset(new - old)
    return tuple(sorted({*_swapped(lost, come), *_undone(lost, come)}))


@lru_cache(maxsize=CACHED)
def _words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.lower()))


def _swapped(lost: frozenset[str], come: frozenset[str]) -> Iterator[str]:
    for one, other in SIDES:
        for first, second in ((one, other), (other, one)):
            if lost & first and come & second:
                yield f"turned round: {min(lost & first)} to {min(come & second)}"


def _undone(lost: frozenset[str], come: frozenset[str]) -> Iterator[str]:
    """Yield each word that lost or got a denying part: "unsafe" and "safe"."""
    for first, second in ((lost, come), (come, lost)):
        for word in first:
            if any(stem in second for stem in _stems(word)):
                yield f"turned round: {word}"


@lru_cache(maxsize=CACHED)
def _stems(word: str) -> tuple[str, ...]:
    """Return what may be left of ``word`` without its denying part: "harm", "harmful"."""
    stems = [word[len(part) :] for part in DENYING if word.startswith(part)]
    if word.endswith("less"):
        stem = word.removesuffix("less")
        stems += [stem, stem + "ful", stem + "y"]
    return tuple(stem for stem in stems if len(stem) > 2)
