import pytest
from literacy_web.names import display_name, disposition, stem

HOSTILE = [
    "../../../../etc/passwd", "..\\..\\..\\windows\\win.ini", "/etc/passwd", "C:\\a.docx",
    "\\\\host\\share\\a.docx", "a/../../b.docx", "..", ".", "", " ", ".docx", "a.docx\0.pdf",
    "a.docx%00.pdf", "%2e%2e%2fa.docx", "..%c0%af..%c0%afa.docx", "a.pdf.exe", "a.exe.pdf",
    "a.DOCX", "a.docx.", "a.docx ", " a.docx", "a.docx::$DATA", "CON.docx", "NUL", "aux.txt",
    "-rf.docx", "--help.pdf", "$(touch x).docx", "`id`.docx", ";id;.docx", "|id.docx",
    "\"><script>alert(1)</script>.docx", "';alert(1)//.docx", "{{7*7}}.docx",
    "a\r\nSet-Cookie: x=1.docx", "a\nb.docx", "a\tb.docx", "x" * 300 + ".docx", "\u202excod.exe",
    "café.docx", "cafe\u0301.docx", "ملف.docx", "药.docx", "😀.docx", "a;b=c.docx", "a,b.docx",
    "=cmd|calc.docx", "~/a.docx", "file:///etc/passwd", "http://127.0.0.1/a.docx", "...",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_name_is_shown_without_path_markup_or_control_characters(name: str) -> None:
    shown = display_name(name)
    assert 0 < len(shown) <= 100
    assert shown.isprintable()
    assert not set(shown) & set('/\\<>:"|?*;`$&{}%\r\n\0\u202e')
    assert shown[0] not in ".-~="
    assert shown[-1] not in ". "
    assert shown.split(".")[0].upper() not in {"CON", "NUL", "AUX"}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_name_makes_one_plain_header_line(name: str) -> None:
    header = disposition(display_name(name))
    assert header.startswith('attachment; filename="')
    assert header.isascii()
    assert "\r" not in header
    assert "\n" not in header
    assert header.count('"') == 2


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\a.docx", "a.docx"),
        ("", "leaflet"),
        (".docx", "docx"),
        ("😀.docx", "leaflet.docx"),
        ("CON.docx", "leaflet-CON.docx"),
        ("cafe\u0301.docx", "café.docx"),
        ("My leaflet (2).docx", "My leaflet (2).docx"),
    ],
)
def test_name_that_is_shown(name: str, shown: str) -> None:
    assert display_name(name) == shown


def test_long_name_keeps_its_ending() -> None:
    assert display_name("x" * 300 + ".docx") == "x" * 95 + ".docx"


def test_name_is_sent_in_both_forms() -> None:
    assert (
        disposition("café.pdf")
        == "attachment; filename=\"cafe.pdf\"; filename*=UTF-8''caf%C3%A9.pdf"
    )


def test_stem_of_a_name_without_ending_is_the_name() -> None:
    assert stem("leaflet") == "leaflet"
    assert stem("leaflet.docx") == "leaflet"
