"""The words of a text as the search for hard terms sees them.

How hard a word is comes from ``words.difficulty``. The rule base knows better where it has a plain
twin for a clinical word ("oral"), or explains a word that everybody has heard ("diabetes").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from literacy.document import Block, BlockKind, Document, Span
from literacy.folders import rules_folder
from literacy.parse import Parsed, Sentence, parse
from literacy.rulebase.compile import Candidate
from literacy.words.difficulty import people_rated, word_difficulty
from literacy.words.easy import is_familiar
from literacy.words.frequency import zipf
from literacy.words.left_alone import is_left_alone
from literacy.words.segment import word_places
from literacy.words.spoken import UNITS

HARD = 2.05  # a term holds a word as hard as this
HARD_VERB = 3.1  # of verbs and adverbs only those are terms that nobody says every day
KNOWN = 0.5  # what a rule adds to a clinical word, or takes from a common one that it explains
COMPOUND = 0.3  # "first-line" is a little harder than its harder part
HEARD = 4.0  # Zipf: everybody has heard a word this common
RATED = 3.3  # of 6: what people found easier is no term by itself
NAMED = 3.0  # Zipf: of names only rare ones are terms, such as "Snellen"

OWNERS = ("'s", "’s")
NUMERAL = "0123456789.,-·"
NOMINAL = ("NOUN", "PROPN", "ADJ", "")  # "" where a sentence is too long to be parsed


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text. ``belongs`` tells whether it may be part of a hard term.

    ``part`` is its part of speech as spaCy names it. A word ``is_clinical`` if a rule has a plain
    twin for it. It ``is_shared`` if it describes a noun that another word describes too, as the
    first word of "renal and hepatic function" does.
    """

    span: Span
    text: str
    part: str
    difficulty: float
    is_clinical: bool
    is_verb: bool
    is_shared: bool
    belongs: bool

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def is_hard(self) -> bool:
        return self.difficulty >= HARD

    @property
    def is_short_form(self) -> bool:
        return 1 < len(self.text) <= 6 and has_capitals(self.text)

    @property
    def is_heard(self) -> bool:
        """Tell whether the word by itself is no term, since people know it."""
        if self.is_clinical or self.is_short_form:
            return False
        is_easy = zipf(self.low) >= HEARD or is_familiar(self.low)
        return is_easy or 0 < people_rated(self.low) < RATED or is_left_alone(self.low)


def has_capitals(word: str) -> bool:
    """Tell whether a word has the capitals of a short form, as "OCT" and "mRNA" have."""
    return sum(map(str.isupper, word)) > 1


def words_of(text: str, candidates: Iterable[Candidate]) -> Iterator[tuple[Word, ...]]:
    """Yield the words of each sentence. ``candidates`` are what the rule base knows of them."""
    kinds: dict[int, set[str]] = defaultdict(set)
    for candidate in candidates:
        if " " not in candidate.phrase:
            kinds[candidate.span.end].add(candidate.rule.kind)
    whole = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    parsed = parse(Document("", text, (whole,)))
    parsed.prepare(parsed.sentences)
    for sentence in parsed.sentences:
        yield tuple(_words(parsed, sentence, kinds))


def _words(parsed: Parsed, sentence: Sentence, kinds: dict[int, set[str]]) -> Iterator[Word]:
    ends = {token.idx + len(token): token for token in parsed.doc(sentence)}
    for place in word_places(parsed.text(sentence)):
        span = Span(*place).shift(sentence.span.start)
        word = parsed.document.slice(span)
        known = kinds.get(span.end, set())
        is_owner = word.endswith(OWNERS)
        token = ends.get(place[1] - len(OWNERS[0]) * is_owner)
        part, tag, role = (token.pos_, token.tag_, token.dep_) if token else ("", "", "")
        rating = _difficulty(word, known)
        is_name = part == "PROPN" and place[0] > 0 and not known and _is_known_name(word)
        kind = "OWNER" if is_owner and part != "PROPN" else _kind(word, part, tag, role)
        is_said = kind == "OWNER" or (kind != "NOUN" and rating < HARD_VERB)
        belongs = not (is_said or is_name or _breaks(word))
        ahead = token.head.i - token.i if token else 0
        shared = role == "amod" and part in ("ADJ", "VERB") and ahead > 1
        is_verb = kind == "VERB"
        yield Word(span, word, part, rating, "medical" in known, is_verb, shared, belongs)


def _difficulty(word: str, known: set[str]) -> float:
    rating = word_difficulty(word)
    if "-" in word:
        parts = filter(None, word.split("-"))
        rating = min(rating, COMPOUND + max(map(word_difficulty, parts)))
    if "medical" in known:
        return rating + KNOWN
    return rating - KNOWN if "explain" in known and zipf(word) >= HEARD else rating


def _kind(word: str, part: str, tag: str, role: str) -> str:
    """Return whether a word is, in a term, like a noun, a verb or an adverb.

    Of what a hyphen joins, the last part tells only if it is a verb: "macula-off", "IL-6".
    """
    if part == "ADV" or word.lower().endswith("ly"):
        return "ADV"
    modifies = tag in ("VBN", "VBG", "VBD") and role in ("amod", "compound")
    is_compared = tag in ("JJR", "JJS")
    is_joined = "-" in word and part not in ("VERB", "AUX")
    return "NOUN" if (part in NOMINAL or modifies or is_joined) and not is_compared else "VERB"


def _is_known_name(word: str) -> bool:
    return word.istitle() and zipf(word) >= NAMED


def _breaks(word: str) -> bool:
    plain = word.lower().strip(NUMERAL)  # "75mg" and "6-week" are no harder than their unit
    return sum(map(str.isalpha, plain)) < 2 or plain in _breakers() or plain in UNITS


@cache
def _breakers() -> frozenset[str]:
    path = rules_folder() / "words" / "jargon_breaks.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
