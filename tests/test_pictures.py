import pytest

from literacy.composed import Picture
from literacy.easyread import Options, compose
from literacy.easyread.concepts import concepts
from literacy.easyread.drawings import ATTRIBUTION, openmoji
from literacy.easyread.pictures import Gallery
from literacy.errors import RuleError, UsageError
from literacy.words.search import folded
from tests.conftest import paragraphs

PNG = b"\x89PNG\r\n\x1a\nrest"


def shown(text: str) -> str | None:
    picture = Gallery().picture(text)
    return picture and picture.alt


def test_a_sentence_gets_the_picture_of_its_main_idea():
    assert Gallery().picture("You can have a shower after 2 days.") == Picture("1F6BF", "A shower")


def test_the_longest_words_win():
    assert shown("You will have a blood test.") == "A drop of blood"
    assert shown("You may need a blood transfusion.") == "A bag of blood on a line"


@pytest.mark.parametrize(
    ("text", "alt"),
    [
        ("Do not eat for 6 hours.", "Do not eat: A plate with a knife and fork"),
        ("You must not drive for 24 hours.", "Do not drive: A car"),
        ("Avoid alcohol.", "Avoid alcohol: A glass of wine"),
        ("Do not have a bath.", "Do not have a bath: A bath"),
        ("Do not take aspirin.", "Do not take aspirin: A pack of tablets"),
    ],
)
def test_what_the_reader_is_told_not_to_do_is_crossed_out(text, alt):
    picture = Gallery().picture(text)
    assert picture is not None
    assert (picture.alt, picture.refused) == (alt, True)


@pytest.mark.parametrize(
    "text",
    [
        "Do not stop taking your tablets.",
        "Never take more than 8 tablets.",
        "Do not worry if you feel sick.",
        "Do not take this medicine if you are pregnant.",
        "Do not use this cream on broken skin.",
        "Do not eat grapefruit.",
        "Do not eat raw eggs.",
        "Stop eating 6 hours before.",
        "The tablets do not help.",
        "You should not feel any pain.",
        "You do not need to bring your glasses.",
        "Go without food.",
    ],
)
def test_any_other_not_means_no_picture(text):
    assert Gallery().picture(text) is None


def test_a_not_in_another_clause_does_no_harm():
    assert shown("If you do not feel well, call 111.") == "A phone"
    assert shown("Please tell us if you cannot come.") == "Two people talking, with speech bubbles"


def test_what_follows_before_or_after_is_not_the_main_idea():
    assert shown("Wash your hands before you eat.") == "Hands being washed under a tap"
    assert shown("It gets easier after your blood test.") is None


def test_what_is_said_outright_comes_before_a_condition():
    assert shown("If you have a headache, take paracetamol.") == "A pack of tablets"
    assert shown("Rinse it if you have earache.") is not None


@pytest.mark.parametrize(
    "text",
    [
        "Put a cold pack on the other hand, that is.",
        "The trust may form a committee.",
        "Your blood pressure is fine today.",
        "Have a bone marrow sample with a capsule endoscopy.",
        "This is nobody's fault.",
    ],
)
def test_words_with_another_sense_get_no_wrong_picture(text):
    wrong = {"A face with a tissue at the nose", "An open hand", "A sheet of paper and a pencil"}
    assert shown(text) not in {*wrong, "A drop of blood", "A bone", "A capsule"}


def test_a_long_sentence_has_no_main_idea():
    words = "You can have a shower and then you can get dressed and go home and "
    assert Gallery().picture(words + "rest and eat and drink again.") is None


def test_a_row_with_a_phone_number_shows_a_phone():
    (section,) = compose(paragraphs("Heart ward: 01632 960142.")).sections
    assert section.rows[0].picture == Picture("1F4DE", "A phone")


def test_a_picture_of_the_writers_own_comes_first(tmp_path):
    (tmp_path / "shower.png").write_bytes(PNG)
    draft = compose(paragraphs("Have a shower."), options=Options(pictures_folder=tmp_path))
    assert draft.sections[0].rows[0].picture == Picture("own-shower", "A shower")
    assert [(own.id, own.media_type, own.data) for own in draft.drawings] == [
        ("own-shower", "image/png", PNG)
    ]
    assert draft.credits == ()


def test_openmoji_is_named_where_it_is_shown():
    assert compose(paragraphs("Have a shower.")).credits == (ATTRIBUTION,)
    assert compose(paragraphs("Oh.")).credits == ()


def test_a_drawing_is_kept_once():
    draft = compose(paragraphs("Have a shower.", "Take a shower."))
    assert [drawing.id for drawing in draft.drawings] == ["1F6BF"]


@pytest.mark.parametrize(
    "body",
    [
        b"<script>alert(1)</script>",
        b'<rect onload="alert(1)"/>',
        b'<image href="https://example.org/a.png"/>',
        b'<use xlink:href="other.svg#a"/>',
        b"<style>@import url(a.css)</style>",
        b'<rect fill="url(http://example.org/a)"/>',
        b"<foreignObject/>",
        b'<a href="&#106;avascript:alert(1)"/>',
    ],
)
def test_a_drawing_that_runs_or_fetches_is_refused(tmp_path, body):
    (tmp_path / "shower.svg").write_bytes(b'<svg xmlns="a">' + body + b"</svg>")
    with pytest.raises(UsageError, match="not a plain picture"):
        Gallery(tmp_path)


def test_a_plain_drawing_of_the_writers_own_is_taken(tmp_path):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><g id="a"/><use href="#a"/></svg>'
    (tmp_path / "shower.svg").write_bytes(svg)
    assert Gallery(tmp_path).drawing("own-shower").data == svg


def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path):
    (tmp_path / "shower.png").write_bytes(b"<svg/>")
    with pytest.raises(UsageError, match="not a plain picture"):
        Gallery(tmp_path)


def test_a_missing_folder_is_wrong_use(tmp_path):
    with pytest.raises(UsageError, match="no folder of pictures"):
        Gallery(tmp_path / "none")


def test_the_map_holds_enough_concepts_each_with_words_and_a_drawing():
    listed = concepts()
    assert len(listed) >= 280
    assert len({concept.id for concept in listed}) == len(listed)
    for concept in listed:
        assert openmoji(concept.drawing).data.lstrip().startswith(b"<svg")
        assert concept.alt[0].isupper()


def test_no_words_stand_for_two_concepts():
    phrases = [folded(phrase) for concept in concepts() for phrase in concept.phrases]
    assert sorted(phrases) == sorted(set(phrases))


def test_no_frightening_drawing_is_in_the_map():
    # A gun, a knife, a skull, a coffin, a grave, a vampire, a sword, a bomb.
    frightening = {"1F52B", "1F52A", "1F480", "2620", "26B0", "1FAA6", "1F9DB", "2694", "1F4A3"}
    assert not frightening & {concept.drawing for concept in concepts()}


def test_an_entry_without_a_drawing_is_an_error(tmp_path):
    path = tmp_path / "pictures.yml"
    path.write_text("- id: a\n  alt: A\n  phrases: [a]\n", encoding="utf-8")
    with pytest.raises(RuleError, match="entry 1 needs id, drawing, alt and phrases"):
        concepts(path)
