"""What a sentence states, found by a second and cruder way, for judging the first.

It knows nothing of ``literacy``: numbers with the word after them, a list of denying and of modal
words, days and times, and the words of ten letters or more. A rewrite may state one of these again,
never fewer, and never one that was not there.
"""

import re
from collections import Counter

FIGURE = re.compile(r"\d+(?:[.,:/-]\d+)*\s*(?:%|[a-z]+)?")
WORDS = set(
    "zero one two three four five six seven eight nine ten twelve twenty thirty hundred half "
    "quarter once twice first second third daily weekly monthly hourly nightly day days night "
    "week weeks "
    "month hour hours minute minutes morning evening noon midnight monday friday food meals before "
    "after not no never nobody nothing none neither nor without unless except only cannot until if "
    "must should may might can could will would shall need allowed required recommended likely "
    "unlikely unsafe unable harmless impossible irregular always sometimes often rarely all some "
    "most least more less left right high low start stop".split()
)


def stated(text: str) -> Counter[str]:
    low = text.lower().replace("’", "'").replace("n't", " not")
    found = [" ".join(figure.split()) for figure in FIGURE.findall(low)]
    words = re.findall(r"[a-z]+", low)
    return Counter(found + [word for word in words if word in WORDS or len(word) >= 10])


def harm(before: str, after: str) -> list[str]:
    """Return what ``after`` lost, and what it states that ``before`` did not."""
    old, new = stated(before), stated(after)
    lost = [f"lost {fact}" for fact in (old - new).elements()]
    return lost + [f"new {fact}" for fact in new if fact not in old]
