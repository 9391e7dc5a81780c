"""Words and phrases of the rule base: one pass for all of them, then a look at each place found.

A hit is left alone inside a longer name of a condition or medicine, inside a quotation, and where
the text itself explains it. Where hits overlap the longest one is kept. A word to explain is found
at its first mention in running text.
"""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from spacy.language import Language

from literacy.checks.abbreviations import is_short, is_shouted_word, is_spelt_out
from literacy.checks.context import Hit, asks_parse, has_pos, holds
from literacy.document import Block, BlockKind, Span
from literacy.findings import Finding
from literacy.parse import Parsed
from literacy.rulebase.compile import Candidate, Compiled, compiled
from literacy.rulebase.model import Condition, Rule
from literacy.words.addresses import addresses
from literacy.words.protected import ProtectedName, protected_names
from literacy.words.search import folded
from literacy.words.segment import sentences
from literacy.words.told import is_told

QUOTED = re.compile(r"“[^”\n]{1,300}”|‘[^’\n]{3,300}’(?!\w)|(?<!\w)\"[^\"\n]{1,300}\"(?!\w)")
ADVICE = ("Say ", "Name ", "Leave ", "Start ", "Choose ")  # a reason that begins so is the advice
# A reason that only gives the plain words: they fit many sentences, but not as they stand.
PLAIN_WORDS = re.compile(r"Say ((?:“[^”]+”(?:, or |, | or )?)+)\.")
# "A biopsy is a small sample" explains; "a biopsy is done", "is safe" and "is at 9am" do not, nor
# does any one word but a noun in the plural: "is sore.", but "are medicines.".
NOT_SAID = (
    r"(?!\w*[a-rt-z](?:\s(?:and|or|but)\s\w*[a-rt-z])?[.,;!])(?!(?!used\sto\s)(?:\w+ed|\w+est|easy|cut|lost|torn|done|found|made|given|taken|kept|seen|left|put|worn|sold|run|very|"
    r"quite|more|less|most|too|common|rare|safe|quick|short|often|usually|always|sometimes|not|in|"
    r"on|at|for|to|from|likely|available)\b)"
)
# What explains the term that it follows, and where the term opens the sentence, is named or stands
# in brackets.
AFTER = re.compile(
    r"['\"]?\s\([a-z][^)]*\s[^)]*\)"
    r"|(?:\s\([^)]*\))?(?:, which is|\. this is)\s(?:an?|the|when)\s(?!medical|serious)"
    r"|\s(?:means|is when|is where|is a|is an|are a|that is,|– an?|- an?)\s"
)
OPENING = re.compile(r"(?:^|[.!?:\n]\s*)(?:(?:an?|the)\s)?$")
SAYING = re.compile(
    rf"(?:\s\([^)]*\))?,?\s(?:(?:is|are)\s{NOT_SAID}|(?:is|are)\sfor\s(?:every|when|people)|means?\s|"
    r"helps?\s|happens?\swhen\s)"
)
NAMING = re.compile(
    r"\b(?:called|known as|named|termed|term for|the word)\s(?:an?\s|the\s)?['\"]?$"
)
IN_BRACKETS = re.compile(r"[a-z]\s\((?:an?\s|also called\s|or\s)?$")
EDGE, PLURAL = re.compile(r"\b"), re.compile(r"s?\b")
# What makes a capital letter part of a name. The word that opens a sentence has one in any case.
NAME_AFTER = re.compile(r"\s(?:and\s|of\s)?[A-Z][a-z]")
NAME_BEFORE = re.compile(r"\S\s(?:[A-Z][a-z]+\s)+(?:and\s|of\s)?$")
WORDS = frozenset({"everyday", "medical", "people"})  # kinds of rule that look for a hard word
# A department has a name even where it opens the line.
PLACE_AFTER = re.compile(
    r"\s(?:[A-Z&][\w&]*\s|and\s)*(?:Department|Directorate|Service|Unit|Ward|Clinic|Outpatients|Team|"
    r"Centre|Hospital|Trust|Office|Group|Programme)s?\b"
)
HALF_BEFORE, HALF_AFTER = re.compile(r"[A-Za-z][-‐]"), re.compile(r"[-‐][A-Za-z]")
BRACKET = re.compile(r"['\"]?\s\([a-z][^)]*\s[^)]*\)")
REACH = 80  # characters before a term that are looked at
# "Asthma nurse: 01632 960000" is a line to ring by, "Minor Injuries Unit, Thornley Hospital" one
# that says whose leaflet it is. Neither is to be read: nothing is explained there.
CONTACT = re.compile(r"\b0\d{2,4} ?\d{3}")
SENDER = re.compile(r"[^.!?:;]{1,60}, (?:[A-Z][\w'’-]+(?: (?:of|and|the)(?= ))?(?: |$)){1,6}")
CACHED = 2048  # blocks whose hits are kept
BESIDE = 40  # characters between a hard word and its plain words, at most
NAMES = {"named-condition": "condition", "named-medicine": "medicine"}


def find_terms(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each place where a phrase of ``rules`` stands and its conditions hold."""
    explained: set[str] = set()
    for hit in _longest(_hits(parsed, rules)):
        rule, span = hit.candidate.rule, hit.candidate.span.shift(hit.block.span.start)
        if rule.gloss:
            is_read = is_in_prose(hit) and not _is_label(hit)
            if rule.id in explained or not is_read:
                continue
            explained.add(rule.id)
            if _is_explained(parsed, hit):
                continue
        elif rule.kind == "abbreviations":
            if _is_plain_enough(parsed, hit):
                continue
        elif rule.kind in WORDS and _is_to_be_left(hit):
            continue
        yield rule.finding(parsed.document, span, rule.message or _message(rule, hit))


def _is_to_be_left(hit: Hit) -> bool:
    is_told = not hit.candidate.rule.say and _is_told(hit)
    return is_told or _is_in_name(hit) or _is_half(hit)


def _is_told(hit: Hit) -> bool:
    """Tell whether the text names the word, or says it in brackets in plain words beside it."""
    found, text = hit.candidate.span, folded(hit.text)
    if NAMING.search(text[: found.start]) or BRACKET.match(text, found.end):
        return True
    return text[found.start - 1 : found.start] == "(" and text[found.end : found.end + 1] == ")"


def _is_half(hit: Hit) -> bool:
    """Tell whether the word is half of another: "anti-inflammatory", "lipid-lowering"."""
    found = hit.candidate.span
    around = hit.text[max(0, found.start - 2) : found.start], hit.text[found.end : found.end + 2]
    return bool(HALF_BEFORE.match(around[0]) or HALF_AFTER.match(around[1]))


def _is_in_name(hit: Hit) -> bool:
    """Tell whether the word is part of a name: "the Elective Orthopaedic Ward"."""
    found = hit.candidate.span
    if not is_in_prose(hit) or not hit.text[found.start].isupper():
        return False
    if PLACE_AFTER.match(hit.text, found.end):
        return True
    if found.start == hit.sentence.start:
        return False
    before = hit.text[hit.sentence.start : found.start]
    return bool(NAME_AFTER.match(hit.text, found.end) or NAME_BEFORE.search(before))


def _is_explained(parsed: Parsed, hit: Hit) -> bool:
    text, found = parsed.document.text, hit.candidate.span
    explanation, word = hit.candidate.rule.gloss, hit.text[found.start : found.end]
    if explanation in text or is_told(word, explanation, hit.sentence_text):
        return True
    terms = {word, hit.candidate.phrase}
    return any(is_explained(text, term) for term in terms)


def _is_plain_enough(parsed: Parsed, hit: Hit) -> bool:
    found = hit.text[hit.candidate.span.start : hit.candidate.span.end]
    is_told = is_short(found) and is_spelt_out(parsed.document.text, found.removesuffix("s"))
    return is_told or is_shouted_word(found, hit.sentence_text)


def is_in_prose(hit: Hit) -> bool:
    return hit.block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def _is_label(hit: Hit) -> bool:
    """Tell whether the word stands in a line that nobody reads as a sentence."""
    is_sender = hit.block.kind is BlockKind.PARAGRAPH and SENDER.fullmatch(hit.text)
    return bool(is_sender or CONTACT.search(hit.sentence_text))


def is_explained(text: str, term: str) -> bool:
    """Tell whether ``text`` says what ``term`` means: "a biopsy is", "called a biopsy", "(…)"."""
    plain, word = _one_line(text), folded(term)
    start = plain.find(word)
    while start >= 0:
        edge = EDGE.match(plain, start) and PLURAL.match(plain, start + len(word))
        if edge and _explains(plain, start, edge.end()):
            return True
        start = plain.find(word, start + 1)
    return False


def _explains(text: str, start: int, end: int) -> bool:
    """Tell whether what stands around ``text[start:end]`` explains it."""
    before = text[max(0, start - REACH) : start]
    if AFTER.match(text, end) or NAMING.search(before):
        return True
    if OPENING.search(before):
        return bool(SAYING.match(text, end))
    return text[end : end + 1] == ")" and bool(IN_BRACKETS.search(before))


@lru_cache(maxsize=64)
def _one_line(text: str) -> str:
    return re.sub(r"\s", " ", folded(text))


def _message(rule: Rule, hit: Hit) -> str:
    found = hit.text[hit.candidate.span.start : hit.candidate.span.end]
    if rule.gloss:
        return f"Explain “{found}” the first time you use it."
    if not rule.say:
        if words := PLAIN_WORDS.fullmatch(rule.why):
            return f"Put “{found}” in plain words, such as {words[1]}."
        if rule.why.startswith(ADVICE):
            return rule.why
        return f"Leave out or explain “{found}”."
    options = " or ".join(f"“{say.replace('{', '').replace('}', '')}”" for say in rule.say)
    return f"Say {options} instead of “{found}”."


@dataclass(frozen=True)
class _Text:
    """What the hits of one block share; worked out only when a candidate is there."""

    text: str

    @cached_property
    def names(self) -> tuple[ProtectedName, ...]:
        return protected_names(self.text)

    def name(self, span: Span) -> ProtectedName | None:
        """Return the name that holds all of ``span``."""
        at = bisect(self.names, span.start, key=lambda name: name.span.start) - 1
        return self.names[at] if at >= 0 and self.names[at].span.covers(span) else None

    def is_left_alone(self, span: Span) -> bool:
        """Tell whether ``span`` stands in a quotation or in an address."""
        return _is_in(span, self.quotes) or _is_in(span, self.addresses)

    @cached_property
    def quotes(self) -> list[Span]:
        return [Span(*match.span()) for match in QUOTED.finditer(self.text)]

    @cached_property
    def addresses(self) -> list[Span]:
        return addresses(self.text)


def _is_in(span: Span, places: list[Span]) -> bool:
    at = bisect(places, span.start, key=lambda place: place.start) - 1
    return at >= 0 and places[at].covers(span)


def _hits(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Hit]:
    finder = compiled(rules)
    blocks = [(block, text) for block, text in parsed.document if block.kind is not BlockKind.IMAGE]
    parsed.prepare_texts(
        text[sentence.start : sentence.end]
        for _, text in blocks
        for candidate, sentence in _places(finder, text)
        if asks_parse(candidate.rule)
    )
    for block, text in blocks:
        for hit in _block_hits(finder, parsed.nlp, block.kind, text):
            yield replace(hit, block=block)


@lru_cache(maxsize=CACHED)
def _places(finder: Compiled, text: str) -> tuple[tuple[Candidate, Span], ...]:
    """Return each candidate of a block's text that may be changed, with its sentence."""
    found = []
    around, held = _Text(text), sentences(text)
    for candidate in finder.candidates(text):
        at = bisect(held, candidate.span.start, key=lambda span: span.start) - 1
        is_in = at >= 0 and held[at].covers(candidate.span)
        if is_in and not _is_protected(candidate, around):
            found.append((candidate, held[at]))
    return tuple(found)


@lru_cache(maxsize=CACHED)
def _block_hits(finder: Compiled, nlp: Language, kind: BlockKind, text: str) -> tuple[Hit, ...]:
    """Return the hits of a block, as if it stood alone. They hang on nothing outside it."""
    around, block = _Text(text), Block(kind, Span(0, len(text)))
    hits = (Hit(candidate, block, text, at, nlp) for candidate, at in _places(finder, text))
    return tuple(hit for hit in hits if _fits(hit, around))


def _fits(hit: Hit, around: _Text) -> bool:
    rule = hit.candidate.rule
    if rule.find and rule.find.pos and not has_pos(hit, rule.find.pos):
        return False
    if not all(holds(condition, hit) for condition in rule.when):
        return False
    if any(_forbids(condition, hit, around) for condition in rule.unless):
        return False
    return not (rule.say and _says_already(hit))


def _forbids(condition: Condition, hit: Hit, around: _Text) -> bool:
    if condition.kind in NAMES:
        name = around.name(hit.candidate.span)
        return name is not None and name.kind == NAMES[condition.kind]
    if condition.kind in ("quoted", "explained"):
        return False  # both always hold: see _is_protected and _says_already
    return holds(condition, hit)


def _is_protected(candidate: Candidate, around: _Text) -> bool:
    """Tell whether the hit is only a part of a name, or in a quotation or an address."""
    name = around.name(candidate.span)
    return bool(name and name.span != candidate.span) or around.is_left_alone(candidate.span)


def _says_already(hit: Hit) -> bool:
    """Tell whether the plain words stand beside the hard ones: "high blood pressure (…)"."""
    start, end = hit.candidate.span.start, hit.candidate.span.end
    reach = max(map(len, hit.candidate.rule.say)) + BESIDE
    first = max(0, start - reach)
    plain = folded(hit.text)[first : end + reach]
    start, end = start - first, end - first
    before, after = plain[:start].rstrip(" (\"'"), plain[end:].lstrip(" )\"'")
    # A short word beside the found one may be chance ("eye ocular"); in brackets it is its meaning.
    bracketed = plain[:start].endswith("(") or plain[end:].startswith(" (")
    joined = re.compile(r"(?:,? or|,?(?: is| are)?(?: also)? (?:called|known as)(?: an?| the)?|,)$")
    return any(
        joined.sub("", before).rstrip(" (").endswith(word)
        or re.sub(r"^(?:\(|or |, or |also called )+", "", after).startswith(word)
        for word in (folded(say) for say in hit.candidate.rule.say)
        if " " in word or len(word) > 5 or bracketed
    )


def _longest(hits: Iterator[Hit]) -> list[Hit]:
    """Keep of overlapping hits the longest, then the first, then the one whose rule comes first.

    Of two that claim the same words, one that says more than "leave it out" goes first.
    """
    kept: list[Hit] = []
    taken: list[Span] = []  # apart and in order, so that only neighbours can overlap
    for hit in sorted(hits, key=lambda hit: (-len(hit.candidate.span), _only_marks(hit.candidate))):
        span = hit.candidate.span.shift(hit.block.span.start)
        at = bisect_left(taken, span)
        if not any(span.overlaps(other) for other in taken[max(0, at - 1) : at + 1]):
            taken.insert(at, span)
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.block.span.start + hit.candidate.span.start)


def _only_marks(candidate: Candidate) -> bool:
    rule = candidate.rule
    return not (rule.say or rule.gloss or rule.message or rule.when)
