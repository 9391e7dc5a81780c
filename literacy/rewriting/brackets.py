"""What stands in brackets at the end of a sentence becomes a sentence: examples, what a thing is.

Only at the end, so that nothing moves. A dose, a number or a short form in brackets stays there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from literacy.document import Span
from literacy.findings import Edit, Finding
from literacy.parse import Parsed
from literacy.rewriting.clauses import capital
from literacy.rewriting.naming import end_of, is_several, named_again
from literacy.rewriting.proof import Change, long_sentences, offers
from literacy.rulebase.model import Rule

AT_END = re.compile(r" \(([^()]+)\)(?=[.!]?$)")
EXAMPLES = re.compile(r"(?:for example|for instance|such as|e\.g\.|eg|like),? ", re.IGNORECASE)
CLAUSE = re.compile(r"(?:this|these|it|they|you|we|your|please) ", re.IGNORECASE)
DENYING = frozenset({"no", "not", "any", "other", "without", "never", "none", "avoid"})


def split_bracket(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield long sentences with examples, a description or a clause in brackets at the end."""
    return offers(parsed, long_sentences(parsed, rules, ("(",)), _bracket)


def _bracket(doc: Doc) -> Iterator[Change]:
    match = AT_END.search(doc.text)
    opening = next((t for t in doc if match and t.idx == match.start() + 1), None)
    if match is None or opening is None or opening.i < 2:
        return
    noun, inside = doc[opening.i - 1], match[1]
    last = Edit(Span(match.end() - 1, match.end()), "")
    if found := EXAMPLES.match(inside):
        yield from _examples(doc, noun, match, found, last)
    elif CLAUSE.match(inside):
        first = Edit(Span(match.start(), match.start() + 3), ". " + inside[0].upper())
        yield Change((first, last))
    elif re.match(r"an? ", inside) and not is_several(noun) and (again := named_again(noun)):
        first = Edit(Span(end_of(noun), match.start() + 2), f". {again} is ")
        yield Change((first, last), (), again, ("is",))


def _examples(
    doc: Doc, noun: Token, match: re.Match[str], found: re.Match[str], last: Edit
) -> Iterator[Change]:
    items = match[1][found.end() :]
    is_list = bool(re.search(r"\b(?:and|or)\b", items)) and not re.search(r"\b(?:if|when)\b", items)
    if noun.tag_ != "NNS" or not is_list or any(t.lower_ in DENYING for t in doc[: noun.i]):
        return
    first = Edit(Span(match.start(), match.start() + 2 + found.end()), ". Examples are ")
    gone = tuple(re.findall(r"[\w.]*\w", found[0].lower()))
    yield Change((first, last), gone, "", (capital("examples").lower(), "are"))
