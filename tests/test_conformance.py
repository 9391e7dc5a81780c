from literacy.composed import Conformance, EasyRead, HardWord, Picture, Row, RowKind, Run, Section
from literacy.easyread.conformance import conformance


def draft(*texts: str) -> EasyRead:
    rows = tuple(Row((Run(text),)) for text in texts)
    return EasyRead(title="Eyes", name="a", sections=(Section("Before", rows),))


def item(easy: EasyRead, id: str, sentence_words: int = 15) -> Conformance:
    return next(found for found in conformance(easy, sentence_words) if found.id == id)


def holds(id: str, *texts: str) -> tuple[bool | None, str]:
    found = item(draft(*texts), id)
    return found.holds, found.detail


def test_a_long_sentence_is_counted():
    found = item(draft("One two three.", "One two."), "sentence-length", 2)
    assert (found.holds, found.detail) == (False, "1 of 2 rows are longer.")


def test_two_sentences_in_a_row_are_counted():
    assert holds("one-sentence", "Sit up. Lie down.", "Rest.") == (False, "1 of 2 rows hold more.")


def test_words_of_the_title_and_headings_count_too():
    # Eyes, Before, Sit, up: 4 words.
    assert holds("document-length", "Sit up.") == (True, "4 words.")


def test_pages_are_estimated_from_the_rows():
    # 9 rows, 1 heading, title and label: 12, five a page.
    assert holds("pages", *["Rest."] * 9) == (True, "About 3, at 5 rows a page.")


def test_a_row_without_a_picture_is_counted():
    row = Row((Run("Rest."),), picture=Picture("1F6CC", "A person lying in bed"))
    easy = EasyRead("Eyes", "a", (Section("Before", (row, Row((Run("Sit."),)))),))
    found = item(easy, "pictures")
    assert found.holds is False
    assert found.detail == "1 of 2 rows have one. Choose the others yourself."


def test_hard_words_are_nobodys_knowledge_where_none_was_found():
    assert item(draft("Rest."), "hard-words").holds is None
    row = Row((Run("A stent is a tube."),), RowKind.EXPLANATION)
    easy = EasyRead("Eyes", "a", (Section("Before", (row,)),), (HardWord("stent", row.text),))
    assert item(easy, "hard-words").holds is True


def test_wording_is_told_with_the_words_found():
    assert holds("pronouns", "They will call.") == (False, "1 found: “They”.")
    assert holds("percentages", "It helps 20% of people.") == (False, "1 found: “20%”.")
    assert holds("roman-numerals", "Class III or IV.") == (False, "2 found: “III”, “IV”.")
    assert holds("ordinals", "On the 3rd day.") == (False, "1 found: “3rd”.")
    assert holds("contractions", "You can’t eat.") == (False, "1 found: “can’t”.")
    assert holds("capitals", "PLEASE wait.") == (False, "1 found: “PLEASE”.")


def test_near_misses_are_left_alone():
    text = "I take vitamin C. The MRI scan is at the NHS hospital. The nurse’s room is on floor 3."
    for id in ("pronouns", "percentages", "roman-numerals", "ordinals", "contractions", "capitals"):
        assert holds(id, text) == (True, "None found.")


def test_a_few_negative_instructions_are_fine_and_many_are_not():
    rest = ["Rest."] * 4
    assert holds("negatives", "Do not eat.", *rest) == (True, "1 found: “Do not”.")
    assert holds("negatives", "Do not eat.", *rest[:3])[0] is False


def test_contact_details_are_looked_for():
    easy = EasyRead("a", "a", (Section("b", (Row((Run("01632", link="tel:01632"),)),)),))
    assert item(easy, "contact").holds is True
    assert item(draft("Rest."), "contact").holds is False


def test_only_readers_can_tell_whether_readers_understand():
    found = conformance(draft("Rest."))[-1]
    assert (found.id, found.holds) == ("reader-test", None)


def test_each_line_has_a_source_and_a_detail():
    for found in conformance(draft("Rest.")):
        assert found.source
        assert found.detail
