import pytest

from literacy.parse import parse
from literacy.rewriting.cut import cutting_place, where_to_cut
from tests.conftest import paragraphs
from tests.test_split import ANY_LENGTH


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("You must not drive until the doctor says that it is safe to do so.", "that"),
        ("Rest at home for a day or two after the test in the clinic.", "or"),
        ("When it hurts you may take it, because the pain will then get less.", "because"),
    ],
)
def test_the_mark_stands_at_the_strongest_link_nearest_to_the_middle(text, word):
    place = cutting_place(parse(paragraphs(text)).doc_of(text))
    assert place is not None
    assert text[place.start : place.end] == word


def test_a_sentence_that_can_be_divided_has_no_mark():
    document = paragraphs("The scan does not hurt, and the nurse will stay with you.")
    assert list(where_to_cut(parse(document), (ANY_LENGTH,))) == []
