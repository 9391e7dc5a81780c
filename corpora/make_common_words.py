"""Write ``rules/words/common_words.tsv``: what is known of the words that English uses most.

    python -m corpora.make_common_words

To be run again whenever the counting of syllables, the easy words or the difficulty of words
change; a test tells when that was forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator

from literacy.folders import rules_folder
from literacy.words.entries import FILE, worked_out
from literacy.words.frequency import listed

LEAST = 2.0  # one in ten million words
HEAD = (
    "# word, syllables, 1 if familiar, difficulty. Made by corpora/make_common_words.py.\n"
    "# Chosen by their frequency in wordfreq (Robyn Speer), which also has a part in the\n"
    "# difficulty; under the licence of its data, CC BY-SA 4.0.\n"
)


def main() -> None:
    """Write the list."""
    path = rules_folder() / "words" / FILE
    path.write_text(HEAD + "".join(sorted(_lines())), encoding="utf-8")


def _lines() -> Iterator[str]:
    for word in listed(LEAST):
        if word.isascii() and len(word) > 1 and word.replace("'", "").isalpha():
            found = worked_out(word)
            yield f"{word}\t{found.syllables}\t{found.is_familiar:d}\t{found.difficulty}\n"


if __name__ == "__main__":
    main()
