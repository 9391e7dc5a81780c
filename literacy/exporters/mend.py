"""Put right what WeasyPrint leaves wrong in a tagged PDF, and make the bytes repeatable.

It writes the box of a picture in CSS pixels from the top of the page where PDF wants points from
the bottom, leaves the print flag off links, and gives no scope to header cells. All three
are known to trouble assistive software.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

_POINTS_A_PIXEL = 0.75
_PRINT = 4


def mended(data: bytes) -> bytes:
    """Return the PDF with its known faults put right."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for node in pdf.objects:
            if isinstance(node, Dictionary):
                _mend(node)
        for page in pdf.pages:
            for link in page.obj.get(Name.Annots, Array()):
                link[Name.F] = _PRINT
        out = BytesIO()
        pdf.save(out, deterministic_id=True, compress_streams=True)
    return out.getvalue()


def _mend(node: Any) -> None:
    kind = node.get(Name.S)
    if kind == Name.Figure and Name.Pg in node:
        box = node.get(Name.A, Dictionary()).get(Name.BBox)
        if box is not None:
            node[Name.A][Name.BBox] = _in_points(box, node[Name.Pg])
    elif kind == Name.TH:
        in_head = node[Name.P][Name.P][Name.S] == Name.THead
        if Name.A not in node:
            node[Name.A] = Dictionary(O=Name.Table)
        node[Name.A][Name.Scope] = Name.Column if in_head else Name.Row


def _in_points(box: Any, page: Any) -> Array:
    height = float(page[Name.MediaBox][3])
    left, top, right, bottom = (float(side) * _POINTS_A_PIXEL for side in box)
    return Array([round(side, 3) for side in (left, height - bottom, right, height - top)])
