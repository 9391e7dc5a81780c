"""Words are found in a list that is never taken apart."""

from pathlib import Path

from literacy.words.lookup import listing, look_up

WORDS = sorted(f"{one}{two}" + "x" * more for one in "aéz" for two in "bc'" for more in range(60))


def test_every_word_of_a_list_is_found_with_what_stands_behind_it(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("".join(f"{word}\t{len(word)}\n" for word in WORDS), encoding="utf-8")
    words = listing(path, b"\t")
    assert [look_up(word, words) for word in WORDS] == [b"%d" % len(word) for word in WORDS]


def test_a_part_of_a_word_and_a_word_that_nobody_can_write_are_not_found(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("doctor\t1\ndoctors\t2\n", encoding="utf-8")
    words = listing(path, b"\t")
    assert [look_up(word, words) for word in ("doc", "octor", "", "\ud800")] == [b""] * 4
