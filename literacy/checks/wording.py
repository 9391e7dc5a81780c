"""Checks on the choice of words across a text: one word for one thing, tone, and what "it" is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from literacy.document import BlockKind, MarkKind, Span
from literacy.findings import Finding
from literacy.folders import rules_folder
from literacy.parse import Parsed
from literacy.rulebase.model import Rule
from literacy.words.difficulty import word_difficulty
from literacy.words.search import folded
from literacy.words.segment import word_count, words

# "This leaflet" names its thing, "this soon goes away" does not.
PRONOUN = re.compile(
    r"(?:It|They)\s+|(?:This|These|That|Those)\s+(?=(?:is|are|was|were|will|can|may|might|could|"
    r"should|must|ha[sd]|have|do|does|did|soon|also|often|usually|sometimes|means?|helps?|shows?|"
    r"happens?|causes?|makes?|takes?|gives?|lets?)\b)",
)
# "It is important to rest" has no thing that "it" stands for.
EMPTY_IT = re.compile(
    r"It\s+(?:is|was|(?:may|can|might|will) be|helps?|takes?|seems?|depends)\b"
    r"[^.]*?\b(?:to|that|if|when|how|for)\b"
)
SHOULD = re.compile(r"\byou(?:r \w+)? should\b", re.IGNORECASE)
BRACKET = re.compile(r"\b([A-Za-z][a-z-]{4,})\s\(([a-z][a-z]{2,}(?:\s[a-z]+){0,4})\)")
HARD, EASIER = 3.0, 1.0  # difficulty, of 1 to 6; by how much the plain word is easier
FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?)(?:$|[?#])", re.IGNORECASE)
NAMED_FILE = re.compile(r"\b(?:PDF|Word|Excel|PowerPoint)\b")


def two_words_for_one_thing(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding where a text first changes its word for a thing."""
    text = folded(parsed.document.text)
    for group in _same_things():
        places = sorted(filter(None, (_first(parsed, text, word) for word in group)))
        if len(places) > 1 and not _beside(text, places[0], places[1]):
            first, other = (parsed.document.slice(place) for place in places[:2])
            for rule in rules:
                message = rule.message.format(first=first, other=other)
                yield rule.finding(parsed.document, places[1], message)


def unclear_pronoun(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each sentence that begins with "it" or "this" for a thing named before.

    A sentence that opens its block is the worst: the thing stands in another block.
    """
    for sentence in parsed.sentences:
        text = parsed.text(sentence)
        match = PRONOUN.match(text)
        is_first = sentence.span.start == sentence.block.span.start
        if match and sentence.is_prose and is_first and not EMPTY_IT.match(text):
            span = Span(0, match.end() - 1).shift(sentence.span.start)
            word = match[0].strip()
            for rule in rules:
                yield rule.finding(parsed.document, span, rule.message.format(word=word))


def tone_of_should(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield one finding where "you should" stands more than ``rule.limit`` times in a text."""
    found = list(SHOULD.finditer(parsed.document.text))
    for rule in rules:
        if len(found) > rule.limit:
            message = rule.message.format(count=len(found))
            yield rule.finding(parsed.document, Span(*found[0].span()), message)


def hard_word_first(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each hard word with its plain one behind it: "oedema (swelling)"."""
    for block, text in parsed.document:
        if block.kind in (BlockKind.IMAGE, BlockKind.HEADING):
            continue
        for match in BRACKET.finditer(text):
            inside = [word_difficulty(match[2][s.start : s.end]) for s in words(match[2])]
            hard = word_difficulty(match[1])
            if hard >= HARD and max(inside, default=hard) <= hard - EASIER:
                span = Span(*match.span()).shift(block.span.start)
                for rule in rules:
                    word = match[1][0].lower() + match[1][1:]
                    message = rule.message.format(plain=match[2], hard=word)
                    yield rule.finding(parsed.document, span, message)


def long_document(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding at the start of a text of more than ``rule.limit`` words."""
    if not parsed.sentences:
        return
    count = sum(word_count(parsed.text(sentence)) for sentence in parsed.sentences)
    for rule in rules:
        if count > rule.limit:
            message = rule.message.format(count=f"{count:,}", limit=f"{int(rule.limit):,}")
            yield rule.finding(parsed.document, parsed.sentences[0].span, message)


def link_to_unnamed_file(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each link to a file whose words do not say that it is one."""
    for mark in parsed.document.marks:
        is_file = mark.kind is MarkKind.LINK and FILE.search(mark.target)
        if is_file and not NAMED_FILE.search(parsed.document.slice(mark.span)):
            yield from (rule.finding(parsed.document, mark.span) for rule in rules)


def _first(parsed: Parsed, text: str, word: str) -> Span | None:
    """Return where ``word`` first stands in running text, in the singular or plural."""
    for match in re.finditer(rf"(?<!\w){re.escape(folded(word))}(?:s|es)?(?!\w)", text):
        sentence = parsed.sentence_at(span := Span(*match.span()))
        if sentence and sentence.is_prose:
            return span
    return None


def _beside(text: str, first: Span, other: Span) -> bool:
    """Tell whether the second word only explains the first: "operation (surgery)"."""
    between = text[first.end : other.start]
    return len(between) < 25 and ("(" in between or "called" in between or " or " in between)


@cache
def _same_things() -> tuple[tuple[str, ...], ...]:
    """Return the groups of words that stand for one thing, a group a line of the word list."""
    path = rules_folder() / "words" / "same_things.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split(", ")) for line in lines if line and not line.startswith("#"))
