"""What every word adds to the counts, all columns packed in one integer.

Adding one integer a word, where there are ten columns, is what makes counting fast. No column of a
document reaches 2 to the 32nd, so the sums never run into one another. Words met are remembered,
and those that are unfamiliar or hard are marked, so that only they are looked at twice.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from struct import Struct
from typing import NamedTuple

from literacy.words.entries import entry
from literacy.words.segment import word_list
from literacy.words.syllables import syllables

LONG = 7  # letters, in a long word of LIX and RIX
MINI = 3  # letters at most, in a mini word of McAlpine
EASY_WORD = 1.3  # a word up to this difficulty adds nothing to that of its sentence

COLUMNS = (
    "sentences", "words", "letters", "characters", "syllables", "monosyllables", "polysyllables",
    "complex_words", "long_words", "mini_words", "unfamiliar", "unfamiliar_types",
)  # fmt: skip

_REMEMBERED = 200_000  # words
_LAYOUT = Struct(f"<{len(COLUMNS)}I")
ONE_SENTENCE = 1
ONE_COMPLEX_WORD = 1 << 32 * COLUMNS.index("complex_words")
ONE_UNFAMILIAR_TYPE = 1 << 32 * COLUMNS.index("unfamiliar_types")


class Marked(NamedTuple):
    """The words that are unfamiliar or hard in what stands between two spaces, seldom over one.

    ``hard`` has their hardness; there an abbreviation in capitals is not the word of its letters.
    """

    hard: tuple[tuple[str, float], ...]
    unfamiliar: tuple[str, ...]


def unpacked(packed: int) -> tuple[int, ...]:
    """Return the columns in the order of ``COLUMNS``."""
    return _LAYOUT.unpack(packed.to_bytes(_LAYOUT.size, "little"))


class Words(dict[str, int]):
    """The columns of every word met, and what else is known of some of them.

    Anything between two spaces may be asked for: what "(asthma," holds is looked for but once.
    """

    def __init__(self) -> None:
        self.marked: dict[str, Marked] = {}
        # Gunning leaves out proper names; the first word of a sentence has a capital anyway.
        self.capitals: dict[str, int] = {}

    def __missing__(self, token: str) -> int:
        found = word_list(token)
        if found == [token]:
            self[token] = packed = self._meet(token)
            return packed
        self[token] = packed = sum(map(self.__getitem__, found))
        if marked := [self.marked[word] for word in found if word in self.marked]:
            hard, unfamiliar = map(chain.from_iterable, zip(*marked, strict=True))
            self.marked[token] = Marked(tuple(hard), tuple(unfamiliar))
        if found and found[0] in self.capitals:
            self.capitals[token] = self.capitals[found[0]]
        return packed

    def _meet(self, word: str) -> int:
        known = entry(word)
        low = word.lower()
        if not known.is_familiar or known.difficulty > EASY_WORD:
            key = word if word.isupper() else low
            hardness = max(0.0, known.difficulty - EASY_WORD)
            self.marked[word] = Marked(((key, hardness),), () if known.is_familiar else (low,))
        complex_word = known.syllables >= 3 and _is_complex(low, known.syllables)
        is_capital = word[0].isupper()
        if complex_word and is_capital:
            self.capitals[word] = ONE_COMPLEX_WORD
        letters = sum(map(str.isalpha, word))
        columns = (
            0, 1, letters, letters + sum(map(str.isdecimal, word)), known.syllables,
            known.syllables <= 1, known.syllables >= 3, complex_word and not is_capital,
            letters >= LONG, letters <= MINI, not known.is_familiar, 0,
        )  # fmt: skip
        return int.from_bytes(_LAYOUT.pack(*columns), "little")


def words_met() -> Words:
    """Return the words met so far; or none again, once they are too many to keep."""
    if len(_words_met()) > _REMEMBERED:
        _words_met.cache_clear()
    return _words_met()


@cache
def _words_met() -> Words:
    return Words()


def _is_complex(word: str, count: int) -> bool:
    """Tell whether Gunning counts a word of three syllables or more.

    He leaves out compounds of short words, and verbs that -ed, -es or -ing makes so long.
    """
    parts = word.split("-")
    if len(parts) > 1:
        return any(syllables(part) >= 3 for part in parts)
    if count > 3:
        return True
    return not (
        word.endswith("ing")
        or (word.endswith("es") and syllables(word[:-2]) < syllables(word))
        or (word.endswith(("ted", "ded")) and len(word) > 4)
    )
