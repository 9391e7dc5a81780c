"""A rule proved by its own examples, ours and those of an organisation alike.

Each bad example is found once, at its mark, and the first suggestion gives its text; each good one
is left alone; each suggestion ends the finding and sets off no other rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from literacy.document import BlockKind, Document, DocumentBuilder
from literacy.findings import Finding
from literacy.parse import parse
from literacy.pipeline.finding import find
from literacy.rewriting.apply import apply_edits
from literacy.rulebase.laid_out import laid_out
from literacy.rulebase.model import Example, Rule

LEAST = 2  # bad examples, and good ones
LEAST_OF_STRUCTURE = 5
STRUCTURE = "sentences"  # the kind of rule that needs more of them


def faults(rule: Rule, others: tuple[Rule, ...]) -> Iterator[str]:
    """Yield what is wrong with ``rule``, in words for its writer; nothing if it holds.

    Args:
        others: rules that replace words, none of which may be set off by a suggestion of ``rule``.
    """
    least = LEAST_OF_STRUCTURE if rule.kind == STRUCTURE else LEAST
    if min(len(rule.bad), len(rule.good)) < least:
        yield f"needs {least} bad and {least} good examples"
    for example in rule.bad:
        yield from _faults_of_bad(rule, example, others)
    for example in rule.good:
        if found := _findings(laid_out(example.text)[0], (rule,)):
            yield f"good example is found at {found[0].text!r}: {example.text!r}"


def _faults_of_bad(rule: Rule, example: Example, others: tuple[Rule, ...]) -> Iterator[str]:
    document, cut = laid_out(example.text)
    found = _findings(document, (rule,))
    if example.span is None or [one.span for one in found] != [cut(example.span)]:
        yield f"found {[one.text for one in found]}, not the one mark: {example.text!r}"
        return
    texts = [apply_edits(document, one.edits).text for one in found[0].suggestions]
    if (rule.say or rule.gloss) and not texts:
        yield f"no suggestion passes the fact guard: {example.text!r}"
    if example.fixed is not None and texts[:1] != [laid_out(example.fixed)[0].text]:
        yield f"first suggestion gives {texts[:1]}, not {example.fixed!r}"
    for text in texts:
        if left := _findings(_plain(text), (rule,)):
            yield f"suggestion does not end the finding at {left[0].text!r}: {text!r}"
    if texts and rule.check == "terms":
        yield from _conflicts(document, found[0], texts[0], others)


def _conflicts(
    document: Document, finding: Finding, text: str, others: tuple[Rule, ...]
) -> Iterator[str]:
    """Say which other rule is set off by the first suggestion's own words."""
    before = {(one.rule, one.text) for one in _findings(document, others)}
    for after in _findings(_plain(text), others):
        if (after.rule, after.text) not in before and after.text in finding.suggestions[0].text:
            yield f"the suggestion {text!r} sets off {after.rule} at {after.text!r}"


def _findings(document: Document, rules: tuple[Rule, ...]) -> list[Finding]:
    return list(find(parse(document), rules))


def _plain(text: str) -> Document:
    build = DocumentBuilder("example")
    build.add(BlockKind.PARAGRAPH, text)
    return build.done()


def replacing(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Return the rules that replace or mark words.

    A short form may be spelt out as a word that is then explained: that is no conflict.
    """
    return tuple(rule for rule in rules if rule.check == "terms" and not rule.gloss)
