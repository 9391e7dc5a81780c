"""Make the sample leaflets in every format from their Markdown sources.

Run ``python -m corpora.make_leaflets`` from the project's folder after changing a leaflet or a
drawing. The same sources give the same files, so that a change shows up as one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import resvg_py

from corpora.making.open_document import open_document
from corpora.making.page import printed, web_page
from corpora.making.plain_text import plain_text
from corpora.making.source import Leaflet, parse_leaflet
from corpora.making.word import word_file

FOLDER = Path(__file__).parent / "leaflets"
DRAWINGS = Path(__file__).parent / "drawings"


@dataclass(frozen=True, slots=True)
class Layout:
    """What differs from leaflet to leaflet, as it does from hospital to hospital."""

    running: bool = True  # trust and page number on every page
    columns: int = 1  # in the PDF
    tagged: bool = False  # the PDF says what is a heading, a list and a table
    odt: bool = False
    wrapped: bool = False  # the text file has short lines
    underlined: bool = True  # headings of the text file


LAYOUTS = {
    "asthma-inhalers": Layout(odt=True),
    "breast-radiotherapy": Layout(odt=True),
    "cardioversion": Layout(tagged=True),
    "carpal-tunnel-decompression": Layout(running=False),
    "cataract-surgery": Layout(columns=2, running=False),
    "chemotherapy-neutropenic-sepsis": Layout(tagged=True, odt=True),
    "chronic-kidney-disease-diet": Layout(odt=True, underlined=False),
    "colonoscopy-bowel-preparation": Layout(tagged=True),
    "colposcopy": Layout(running=False, wrapped=True),
    "copd-rescue-pack": Layout(odt=True, tagged=True),
    "delirium-information-for-relatives": Layout(underlined=False),
    "epilepsy-first-medicine": Layout(odt=True),
    "febrile-convulsion": Layout(odt=True),
    "gastroscopy": Layout(wrapped=True),
    "general-anaesthetic": Layout(tagged=True, underlined=False),
    "gestational-diabetes": Layout(tagged=True, wrapped=True),
    "heart-failure-discharge": Layout(odt=True, tagged=True),
    "hip-replacement-recovery": Layout(odt=True, running=False),
    "hysterectomy-consent": Layout(underlined=False),
    "kidney-biopsy": Layout(running=False),
    "laparoscopic-cholecystectomy": Layout(odt=True, tagged=True),
    "mri-scan-with-contrast": Layout(running=False, tagged=True),
    "outpatient-intravenous-antibiotics": Layout(odt=True, running=False),
    "pressure-ulcers": Layout(odt=True, running=False),
    "skin-lesion-excision": Layout(wrapped=True, columns=2),
    "starting-apixaban-or-warfarin": Layout(odt=True, tagged=True),
    "stroke-rehabilitation": Layout(odt=True, running=False),
    "tonsillectomy-in-children": Layout(tagged=True, underlined=False),
    "type-2-diabetes-hba1c": Layout(wrapped=True, underlined=False),
    "urinary-catheter-at-home": Layout(tagged=True),
}


def leaflet(name: str) -> Leaflet:
    return parse_leaflet(name, (FOLDER / f"{name}.md").read_text(encoding="utf-8"))


def picture(drawing: Path) -> bytes:
    """Render a drawing at the size in which it is printed, on white."""
    return resvg_py.svg_to_bytes(svg_path=str(drawing), background="#ffffff", width=800)


def files(name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of every file made from one leaflet, except the PDF."""
    source, layout = leaflet(name), LAYOUTS[name]
    text = plain_text(source, wrapped=layout.wrapped, underlined=layout.underlined)
    yield f"{name}.txt", text.encode()
    yield f"{name}.html", web_page(source).encode()
    yield f"{name}.docx", word_file(source, FOLDER, running=layout.running)
    if layout.odt:
        yield f"{name}.odt", open_document(source, FOLDER)


def pdf(name: str) -> bytes:
    layout = LAYOUTS[name]
    return printed(
        leaflet(name),
        FOLDER,
        running=layout.running,
        columns=layout.columns,
        tagged=layout.tagged,
    )


def main() -> None:
    # Fonts embedded in a PDF carry the time at which they were cut down.
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1759309200")
    for drawing in sorted(DRAWINGS.glob("*.svg")):
        (FOLDER / "pictures" / f"{drawing.stem}.png").write_bytes(picture(drawing))
    for name in LAYOUTS:
        for path, data in (*files(name), (f"{name}.pdf", pdf(name))):
            (FOLDER / path).write_bytes(data)
            print(path)


if __name__ == "__main__":
    main()
