"""What speaks against a rewrite, in words that a person can read.

``proof`` offers nothing to which there is an objection; whoever wonders why nothing is offered asks
here. Nothing of this needs the parser, so it is asked before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from literacy.rewriting.facts import changed_facts
from literacy.rewriting.opposites import turned_round
from literacy.words.segment import sentences, word_count, words

SHORTEST = 3  # words of a sentence that is worth standing alone
PAIRS = ("()", "[]", "“”", "‘’")


def objections(
    before: str,
    after: str,
    *,
    dropped: tuple[str, ...] = (),
    copied: str = "",
    added: tuple[str, ...] = (),
    parts: int | None = None,
) -> tuple[str, ...]:
    """Return what speaks against ``after`` in the place of the sentence ``before``.

    Args:
        dropped: the linking words that may go.
        copied: the words said again on purpose.
        added: the linking words that are new.
        parts: how many sentences there must be; None does not ask for whole ones.
    """
    return (
        *_shape(before, after, parts),
        *changed_meaning(before, after, copied=copied),
        *_words(before, after, dropped, copied, added),
    )


def changed_meaning(before: str, after: str, *, copied: str = "") -> tuple[str, ...]:
    """Return what one rewrite changes: facts, and words turned into their opposites."""
    return (*changed_facts(before, after, copied=copied), *turned_round(before, after))


def _shape(before: str, after: str, parts: int | None) -> Iterator[str]:
    if len(sentences(before)) != 1:
        yield "this is not one sentence"
    if not is_balanced(before):
        yield "a bracket or a quotation mark without its twin"
    if before.endswith("?"):
        yield "this is a question"
    made = [after[span.start : span.end] for span in sentences(after)]
    if parts is not None and len(made) != parts:
        yield f"{len(made)} sentences, not {parts}"
    for one in made:
        if parts is not None and word_count(one) < SHORTEST:
            yield f"too short to stand alone: {one}"
        if parts is not None and not is_balanced(one):
            yield f"a bracket or a quotation mark without its twin: {one}"


def _words(
    before: str, after: str, dropped: tuple[str, ...], copied: str, added: tuple[str, ...]
) -> Iterator[str]:
    """Yield each word lost or brought in that the change does not name."""
    old, new = _counted(before), _counted(after)
    lost = old - new - Counter(dropped)
    come = new - old - _counted(copied) - Counter(added)
    yield from (f"a word lost: {word}" for word in sorted(lost.elements()))
    yield from (f"a word brought in: {word}" for word in sorted(come.elements()))


def _counted(text: str) -> Counter[str]:
    return Counter(text[span.start : span.end].lower() for span in words(text))


def is_balanced(text: str) -> bool:
    # A single closing quotation mark is also an apostrophe.
    pairs = [pair for pair in PAIRS if pair != "‘’" or "‘" in text]
    return text.count('"') % 2 == 0 and all(
        text.count(first) == text.count(last) for first, last in map(tuple, pairs)
    )
