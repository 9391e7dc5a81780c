"""Pictures checked, written anew and crossed out."""

from io import BytesIO

import pytest
from PIL import Image

from literacy.composed import Drawing, Picture
from literacy.errors import ExportError
from literacy.exporters.pictures import alternative, as_png, bitmap, shown
from tests.export_samples import HOSPITAL, PHOTO, png

SPACE = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"'


def drawing(inner: str, head: str = f"<svg {SPACE}>") -> Drawing:
    return Drawing("mine", "image/svg+xml", f"{head}{inner}</svg>".encode())


def pixel(data: bytes, x: float, y: float) -> tuple[int, ...]:
    image = Image.open(BytesIO(data)).convert("RGBA")
    return image.getpixel((round(x * image.width), round(y * image.height)))


@pytest.mark.parametrize("source", [HOSPITAL, PHOTO])
def test_refused_picture_has_a_red_cross_and_the_other_has_none(source):
    red = (200, 16, 46, 255)
    assert pixel(as_png(source, refused=True), 0.25, 0.25) == red
    assert pixel(as_png(source, refused=True), 0.25, 0.75) == red
    assert pixel(as_png(source), 0.25, 0.25) != red


def test_crossed_out_picture_holds_the_makers_file_unchanged():
    from base64 import b64encode

    _, plain = shown(HOSPITAL)
    _, crossed = shown(HOSPITAL, refused=True)
    assert b64encode(plain) in crossed


def test_refusal_is_said_once_in_the_words_of_a_picture():
    assert alternative(Picture("a", "A plate", refused=True)) == "A plate, crossed out"
    assert alternative(Picture("a", "A crossed out plate", refused=True)) == "A crossed out plate"
    assert alternative(Picture("a", " ")) == "picture"


def test_scripts_and_references_outwards_are_taken_out_of_a_drawing():
    inner = (
        "<script>alert(1)</script><rect onclick='x()' width='9' height='9'/>"
        "<image href='http://example.org/x.png'/><use href='#a'/>"
        "<rect fill='url(http://example.org/y)'/><foreignObject><b/></foreignObject>"
    )
    _, data = shown(drawing(inner))
    for word in (b"script", b"onclick", b"example.org", b"foreignObject"):
        assert word not in data
    assert b"#a" in data


@pytest.mark.parametrize(
    "broken",
    [
        Drawing("mine", "image/svg+xml", b"not a drawing"),
        Drawing("mine", "image/svg+xml", b""),
        Drawing("mine", "image/svg+xml", b"<html xmlns='http://www.w3.org/1999/xhtml'/>"),
        Drawing("mine", "image/png", b"\x89PNG broken"),
        drawing("", f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg {SPACE}>'),
        drawing("", '<svg xmlns="http://www.w3.org/2000/svg">'),
    ],
)
def test_file_that_is_no_picture_is_an_error_naming_it(broken):
    with pytest.raises(ExportError, match='The picture "mine" cannot be shown'):
        shown(broken)


def test_bitmap_is_written_anew_without_what_was_hidden_in_it():
    out = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "taken at the ward of Mrs Jones"
    Image.new("RGB", (30, 30), "red").save(out, "JPEG", exif=exif)
    assert b"Jones" in out.getvalue()
    made = bitmap(out.getvalue())
    assert made is not None
    assert made[0] == "image/jpeg"
    assert b"Jones" not in made[1]


def test_large_bitmap_is_made_smaller_and_a_huge_one_is_refused():
    made = bitmap(png(4000, 2000))
    assert made is not None
    assert Image.open(BytesIO(made[1])).size == (1600, 800)
    assert bitmap(png(8000, 6000)) is None
    assert bitmap(b"") is None
