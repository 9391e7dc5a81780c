"""Write ``rules/words/frequencies.tsv``: how common words are, from the ``wordfreq`` package.

    python -m corpora.make_frequencies

To be run again when that package has a new list; a test tells when that was forgotten.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import msgpack

from literacy.folders import rules_folder
from literacy.words.frequency import FILE, PIECES

FIRST = 900  # the file holds a list of words for each hundredth of Zipf, from here down


def main() -> None:
    """Write the list."""
    (rules_folder() / "words" / FILE).write_text("".join(lines()), encoding="utf-8")


def lines() -> Iterator[str]:
    """Yield a line for each word that the program may ask for, in the order of their letters."""
    spec = find_spec("wordfreq")
    assert spec is not None
    assert spec.origin is not None
    path = Path(spec.origin).parent / "data" / "large_en.msgpack.gz"
    _, *bins = msgpack.loads(gzip.decompress(path.read_bytes()))
    found = ((word, FIRST - index) for index, words in enumerate(bins) for word in words)
    return (f"{word}\t{zipf}\n" for word, zipf in sorted(found) if PIECES.fullmatch(word))


if __name__ == "__main__":
    main()
