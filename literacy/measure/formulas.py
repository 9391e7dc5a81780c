"""The readability formulas, each as it was published, and what each is for.

Where a figure differs from textstat's on ordinary prose, one of these is the reason:

- Coleman-Liau: 0.0588 letters, as printed in 1975; textstat rounds it to 0.058.
- Gunning fog: all words of three syllables and more, less names, compounds of short words and verb
  endings, as Gunning says; textstat takes the words of three syllables that Dale and Chall do not
  list.
- Dale-Chall and Spache: regular forms of a listed word are familiar, as their authors say;
  textstat finds "tablets" unfamiliar. Spache is the revision of 1974, which counts each unfamiliar
  word once; textstat gives the formula of 1953. Both use the Dale-Chall list: Spache's own is not
  free to ship.
- The new Dale-Chall of 1995 is a cloze score, 64 for the easiest text; textstat's function of that
  name is the formula of 1948, with the constant added by a wrong test.
- ARI counts letters and digits as typed characters, textstat punctuation too.
- LIX and RIX: a long word has seven letters or more in both.

The other differences come from syllables, which follow British speech here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

from literacy.measure.counts import Counts


def flesch_kincaid_grade(c: Counts) -> float:
    """0.39 words / sentences + 11.8 syllables / words - 15.59."""
    return 0.39 * c.words / c.sentences + 11.8 * c.syllables / c.words - 15.59


def smog_index(c: Counts) -> float:
    """1.0430 sqrt(polysyllables x 30 / sentences) + 3.1291."""
    return 1.0430 * sqrt(c.polysyllables * 30 / c.sentences) + 3.1291


def gunning_fog(c: Counts) -> float:
    """0.4 (words / sentences + 100 complex words / words)."""
    return 0.4 * (c.words / c.sentences + 100 * c.complex_words / c.words)


def flesch_reading_ease(c: Counts) -> float:
    """206.835 - 1.015 words / sentences - 84.6 syllables / words."""
    return 206.835 - 1.015 * c.words / c.sentences - 84.6 * c.syllables / c.words


def coleman_liau_index(c: Counts) -> float:
    """0.0588 L - 0.296 S - 15.8, with L letters and S sentences to 100 words."""
    return 0.0588 * 100 * c.letters / c.words - 0.296 * 100 * c.sentences / c.words - 15.8


def automated_readability_index(c: Counts) -> float:
    """4.71 characters / words + 0.5 words / sentences - 21.43."""
    return 4.71 * c.characters / c.words + 0.5 * c.words / c.sentences - 21.43


def dale_chall_readability_score(c: Counts) -> float:
    """0.1579 P + 0.0496 words / sentences, + 3.6365 if P > 5; P is the % of unfamiliar words."""
    percent = 100 * c.unfamiliar / c.words
    return 0.1579 * percent + 0.0496 * c.words / c.sentences + (3.6365 if percent > 5 else 0)


def new_dale_chall_readability_score(c: Counts) -> float:
    """64 - 0.95 P - 0.69 words / sentences; P is the % of unfamiliar words."""
    return 64 - 0.95 * 100 * c.unfamiliar / c.words - 0.69 * c.words / c.sentences


def spache_readability(c: Counts) -> float:
    """0.121 words / sentences + 0.082 P + 0.659; P is the % of different unfamiliar words."""
    return 0.121 * c.words / c.sentences + 0.082 * 100 * c.unfamiliar_types / c.words + 0.659


def linsear_write_formula(c: Counts) -> float:
    """r = (easy words + 3 hard words) / sentences; r / 2 if r > 20, else (r - 2) / 2."""
    r = (c.words + 2 * c.polysyllables) / c.sentences
    return r / 2 if r > 20 else (r - 2) / 2


def lix(c: Counts) -> float:
    """words / sentences + 100 long words / words."""
    return c.words / c.sentences + 100 * c.long_words / c.words


def rix(c: Counts) -> float:
    """long words / sentences."""
    return c.long_words / c.sentences


def mcalpine_eflaw(c: Counts) -> float:
    """(words + mini words) / sentences."""
    return (c.words + c.mini_words) / c.sentences


def forcast(c: Counts) -> float:
    """20 - N / 10, with N words of one syllable to 150 words."""
    return 20 - 150 * c.monosyllables / c.words / 10


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, the scale of its answer, where it was published and the least text it needs."""

    compute: Callable[[Counts], float]
    title: str
    scale: str
    source: str
    sentences: int = 1
    words: int = 100

    @property
    def key(self) -> str:
        return self.compute.__name__


FORMULAS = (
    Formula(flesch_kincaid_grade, "Flesch-Kincaid grade", "US grade", "Kincaid and others 1975"),
    Formula(smog_index, "SMOG", "US grade", "McLaughlin 1969", sentences=30),
    Formula(gunning_fog, "Gunning fog", "US grade", "Gunning 1952"),
    Formula(
        flesch_reading_ease, "Flesch reading ease", "about 0 (hard) to 100 (easy)", "Flesch 1948"
    ),
    Formula(coleman_liau_index, "Coleman-Liau", "US grade", "Coleman and Liau 1975"),
    Formula(automated_readability_index, "ARI", "US grade", "Smith and Senter 1967"),
    Formula(
        dale_chall_readability_score,
        "Dale-Chall",
        "4.9 or less is grade 4, 9 or more is college",
        "Dale and Chall 1948",
    ),
    Formula(spache_readability, "Spache", "US grade, for grades 1 to 3", "Spache 1974"),
    Formula(linsear_write_formula, "Linsear Write", "US grade", "O'Hayre 1966"),
    Formula(lix, "LIX", "under 30 is very easy, over 60 very hard", "Björnsson 1968"),
    Formula(rix, "RIX", "under 0.2 is grade 1, over 7.2 is college", "Anderson 1983"),
    Formula(mcalpine_eflaw, "McAlpine EFLAW", "25 or less is easy for learners", "McAlpine 1997"),
    Formula(forcast, "FORCAST", "US grade", "Caylor and others 1973", words=150),
    Formula(
        new_dale_chall_readability_score,
        "New Dale-Chall",
        "cloze score: 58 and over is grade 1, under 15 is college",
        "Chall and Dale 1995",
    ),
)
