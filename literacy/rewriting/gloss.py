"""An explanation put after the sentence in which a hard word first stands.

It goes on a line of its own, at the end of the sentence, so that it never comes between two
sentences that belong together by a connective. The hard word itself stays.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from literacy.document import Span
from literacy.findings import Edit, Safety, Suggestion
from literacy.parse import Parsed, Sentence
from literacy.rulebase.model import Rule
from literacy.words.told import is_named

# A sentence that opens with one of these leans on the one before it.
LEANING = (
    "This ",
    "That ",
    "These ",
    "Those ",
    "It ",
    "They ",
    "So ",
    "But ",
    "And ",
    "Because ",
    "However",
    "Also",
    "Even so",
    "Then ",
    "Or ",
    "Otherwise",
    "Instead",
)


def gloss(parsed: Parsed, rule: Rule, span: Span) -> Iterator[Suggestion]:
    """Yield the one suggestion: the rule's explanation after the sentence of ``span``.

    There is none where the text has another name for the thing than the explanation.
    """
    sentence = parsed.sentence_at(span)
    if sentence is None or not is_named(parsed.document.slice(span), rule.gloss):
        return
    end = _group_end(parsed, sentence).end
    following = parsed.document.slice(Span(end, sentence.block.span.end))
    # In the middle of a line the space before the next sentence makes way for a line break.
    inside = following.startswith(" ")
    edit = Edit(Span(end, end + inside), f"\n{rule.gloss}" + "\n" * inside)
    # After a line that opens a list, it would come between the two.
    opens_list = parsed.document.slice(Span(sentence.span.start, end)).rstrip().endswith(":")
    yield Suggestion((edit,), rule.gloss, Safety.REVIEW if opens_list else rule.safety)


def _group_end(parsed: Parsed, sentence: Sentence) -> Span:
    """Return the last sentence of the block that leans on ``sentence``, or its own span."""
    at = bisect_right(parsed.sentences, sentence.span.start, key=lambda one: one.span.start)
    end = sentence.span
    for following in islice(parsed.sentences, at, None):
        text = parsed.text(following)
        if following.block != sentence.block or not text.startswith(LEANING):
            break
        end = following.span
    return end
