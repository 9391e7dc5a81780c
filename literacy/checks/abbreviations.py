"""Short forms that the text does not spell out.

A short form counts as explained when its full form stands beside it in brackets, either way round,
as Schwartz and Hearst (2003) describe: each letter of it is found in the words, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from literacy.document import BlockKind, Span
from literacy.findings import Finding
from literacy.parse import Parsed
from literacy.rulebase.model import Rule
from literacy.words.frequency import zipf
from literacy.words.full_forms import full_forms, reach

SHORT = re.compile(
    r"(?<![\w/.@-])(?:[A-Z]{2,6}|[A-Z][a-z]?[A-Z]{1,4}\d?|[A-Z]{1,3}\d[A-Za-z]?)s?(?![\w@/-]|\.\w)"
)
OPENED = re.compile(r"(?<![^.()\n])([^.()\n]{3,})(?:[(\[](?:the\s)?|,\s)\Z")
CLOSED = re.compile(r"s?\b[^)\]]*[)\]]")
ENDED = re.compile(r"s?[)\]]")
EDGE = re.compile(r"\b")
BRACKET = re.compile(r"[\[\]“”\"/]")
MEANT = re.compile(r"s?\s?(?:\(|stands for|is short for|means|, or|–|:)\s?([^.()\n]{3,120})")
LOOK = re.compile(r"[A-Za-z][\w&]{1,7}")
COMMON = 4.0  # Zipf: "or", "must", "arm" and "salt", but not "bd" or "itu"
LONGEST = 120  # characters of a full form
REACH = LONGEST + len("(the ")
# What the NHS A to Z says everyone knows, units, and codes that are no short forms of words.
KNOWN = frozenset(
    "UK NHS GP GPs A&E CT MRI DNA STI STIs HIV AIDS USA US EU BBC TV PC DVD CD ID OK PDF AM PM BST "
    "GMT UTC SMS FAQ FAQs PO BC AD VAT II III IV VI VII VIII IX XI XII XIV CO2 O2 H2O B12 B6 C2 WC "
    "NB PS RE QR AI IT TB DVLA "
    # These have an explanation of their own among the rules.
    "ACE NSAID INR".split()
)


def unexplained_abbreviation(parsed: Parsed, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding at the first mention in running text of each unexplained short form."""
    text = parsed.document.text
    seen = {word for rule in rules for each in rule.unless for word in each.words}
    for block, words in parsed.document:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or words.isupper():
            continue
        for match in SHORT.finditer(words):
            short = match[0].removesuffix("s")
            if short in seen or match[0] in KNOWN or short in KNOWN or _is_shouted(words, match):
                continue
            seen.add(short)
            if not is_spelt_out(text, short):
                span = Span(*match.span()).shift(block.span.start)
                for rule in rules:
                    yield rule.finding(parsed.document, span, rule.message.format(short=match[0]))


def is_short(word: str) -> bool:
    """Tell whether a word looks like a short form: "MRI", "SpR", "D&V", "bpm"."""
    capitals = sum(char.isupper() for char in word)
    # Two small letters, as of "ie", are found in most words that stand before a bracket.
    return bool(LOOK.fullmatch(word)) and (capitals > 1 or (not capitals and len(word) > 2))


def is_shouted_word(word: str, sentence: str) -> bool:
    """Tell whether ``word`` is a common one in a sentence of capitals: "CALL 999 OR GO TO A&E"."""
    return sentence.isupper() and len(sentence.split()) > 3 and zipf(word.lower()) >= COMMON


def is_spelt_out(text: str, short: str) -> bool:
    """Tell whether ``text`` gives the full form of ``short`` beside it: "magnetic … (MRI)"."""
    before = (stands_for(short, words) for words in _before(text, short))
    return any(before) or any(
        stands_for(short, words, at_end=False) for words in _behind(text, short)
    )


def _before(text: str, short: str) -> Iterator[str]:
    """Yield the words before each bracket that begins with ``short``."""
    at = text.find(short)
    while at >= 0:
        opened = OPENED.search(text[max(0, at - REACH) : at])
        # A bracket may also end with the short form: "(magnetic resonance imaging, MRI)".
        is_last = bool(opened) and text[at - 2 : at - 1] == ","
        closed = (ENDED if is_last else CLOSED).match(text, at + len(short)) if opened else None
        if opened and closed:
            yield opened[1][-LONGEST:]
        at = text.find(short, closed.end() if closed else at + 1)


def _behind(text: str, short: str) -> Iterator[str]:
    """Yield the words behind each ``short`` that is said to mean something."""
    at = text.find(short)
    while at >= 0:
        meant = MEANT.match(text, at + len(short)) if EDGE.match(text, at) else None
        if meant:
            yield meant[1]
        at = text.find(short, meant.end() if meant else at + 1)


def stands_for(short: str, words: str, *, at_end: bool = True) -> bool:
    """Tell whether the letters of ``short`` are found in order in the words beside it.

    The first letter must begin a word. With ``at_end`` the full form ends where ``words`` end.
    """
    near = BRACKET.sub(" ", words).split()
    near = near[-reach(short) :] if at_end else near[: reach(short)]
    return bool(list(full_forms(short, near)))


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Tell whether the word is one of several in capitals: emphasis, not a short form."""
    around = text[max(0, match.start() - 25) : match.end() + 25]
    return len(re.findall(r"\b[A-Z]{3,}\b", around)) > 2
