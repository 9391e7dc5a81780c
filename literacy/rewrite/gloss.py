"""An explanation put after the sentence in which a hard word first stands.

It goes on a line of its own, at the end of the sentence, so that it never comes between two
sentences that belong together by a connective. The hard word itself stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from literacy.document import Span
from literacy.findings import Edit, Suggestion
from literacy.parse import Parsed, Sentence
from literacy.rulebase.model import Rule

# A sentence that opens with one of these leans on the one before it.
LEANING = ("This ", "That ", "These ", "Those ", "It ", "They ", "So ", "But ", "And ", "Because ")


def gloss(parsed: Parsed, rule: Rule, span: Span) -> Iterator[Suggestion]:
    """Yield the one suggestion: the rule's explanation after the sentence of ``span``."""
    sentence = parsed.sentence_at(span)
    if sentence is None or not rule.gloss:
        return
    end = _group_end(parsed, sentence)
    after = "\n" if end.end < sentence.block.span.end else ""
    rest = parsed.document.text[end.end : end.end + 1]
    edit = _insertion(end.end, f"\n{rule.gloss}{after}", eats_space=bool(after) and rest == " ")
    yield Suggestion((edit,), rule.gloss, rule.safety)


def _insertion(at: int, text: str, *, eats_space: bool) -> Edit:
    return Edit(Span(at, at + eats_space), text)


def _group_end(parsed: Parsed, sentence: Sentence) -> Span:
    """Return the last sentence of the block that leans on ``sentence``, or its own span."""
    at = parsed.sentences.index(sentence)
    end = sentence.span
    for following in parsed.sentences[at + 1 :]:
        text = parsed.text(following)
        if following.block != sentence.block or not text.startswith(LEANING):
            break
        end = following.span
    return end
