"""The tags of a PDF: what its maker said each part is comes before what the layout suggests."""

from __future__ import annotations

from collections import Counter

from pdfminer.psparser import LIT
from weasyprint import HTML

from literacy.document import BlockKind, Cell
from literacy.readers.pdf import read_pdf
from literacy.readers.pdf_records import Glyph, Tag
from literacy.readers.pdf_tagged import adopted, is_tagged, without_artifacts
from literacy.readers.pdf_tags import read_tags


class _File:
    """As much of a file as the walk over its tags needs."""

    def __init__(self, kids: object, roles: dict[str, object] | None = None) -> None:
        self.catalog = {"StructTreeRoot": {"K": kids, "RoleMap": roles or {}}}


def _element(role: str, *kids: object, **more: object) -> dict[str, object]:
    return {"S": LIT(role), "K": list(kids), **more}


def _kinds(*kids: object, roles: dict[str, object] | None = None):
    return [(tag.kind, tag.level) for tag in read_tags(_File(list(kids), roles)).values()]


def _read(markup: str, style: str = ""):
    sheet = f"<style>@page{{size:A4}}body{{font:12pt sans-serif}}{style}</style>"
    head = f"<html lang=en><head><title>Rest</title>{sheet}</head><body>"
    data = HTML(string=f"{head}{markup}</body></html>").write_pdf(pdf_variant="pdf/ua-1")
    return read_pdf(data, "a.pdf")


def test_headings_have_the_level_of_their_tag_and_not_of_their_type():
    document = _read(
        "<h1>Your test</h1><p>Rest today.</p><h2>After</h2><p>Drink water.</p>",
        "h1{font-size:12pt}h2{font-size:30pt}",
    )
    assert [(str(block.kind), block.level, text) for block, text in document] == [
        ("heading", 1, "Your test"),
        ("paragraph", 0, "Rest today."),
        ("heading", 2, "After"),
        ("paragraph", 0, "Drink water."),
    ]


def test_a_table_without_rules_has_cells_by_its_tags():
    document = _read("<table><tr><th>Day<th>Dose<tr><td>One<td>5 mg<br>at night</table>")
    assert [(block.cell, text) for block, text in document] == [
        (Cell(0, 0, 0, is_header=True), "Day"),
        (Cell(0, 0, 1, is_header=True), "Dose"),
        (Cell(0, 1, 0), "One"),
        (Cell(0, 1, 1), "5 mg at night"),
    ]


def test_nested_lists_have_the_depth_of_their_tags():
    document = _read("<ul><li>Eat<ul><li>Bread</li></ul></li><li>Rest</li></ul>")
    assert [(str(block.kind), block.level, text) for block, text in document] == [
        ("list_item", 1, "Eat"),
        ("list_item", 2, "Bread"),
        ("list_item", 1, "Rest"),
    ]


def test_a_role_of_the_makers_own_is_what_it_stands_for():
    found = _kinds(_element("Big", 0), roles={"Big": LIT("Bigger"), "Bigger": LIT("H2")})
    assert found == [(BlockKind.HEADING, 2)]


def test_roles_that_stand_for_each_other_end():
    assert _kinds(_element("A", 0), roles={"A": LIT("B"), "B": LIT("A")}) == [(None, 0)]


def test_the_first_paragraph_of_an_item_is_the_item():
    item = _element("LI", _element("Lbl", 0), _element("LBody", _element("P", 1), _element("P", 2)))
    assert _kinds(_element("L", item)) == [
        (BlockKind.LIST_ITEM, 1),
        (BlockKind.LIST_ITEM, 1),
        (None, 0),
    ]


def test_cells_stand_beside_a_tall_one_and_a_huge_span_is_held():
    tall = {"RowSpan": 2}
    wide = {"ColSpan": 2_000_000_000}
    rows = (
        _element("TR", _element("TH", 0, A=tall), _element("TH", 1)),
        _element("TR", _element("TD", 2, A=wide)),
    )
    tags = read_tags(_File([_element("Table", *rows)]))
    assert [tag.cell for tag in tags.values()] == [
        Cell(1, 0, 0, is_header=True),
        Cell(1, 0, 1, is_header=True),
        Cell(1, 1, 1),
    ]


def test_a_table_of_one_column_is_a_frame():
    rows = (_element("TR", _element("TD", 0)), _element("TR", _element("TD", 1)))
    assert _kinds(_element("Table", *rows)) == [(None, 0), (None, 0)]


def test_a_tree_nested_without_end_is_left():
    loop: list[object] = []
    loop.append(loop)
    assert read_tags(_File(loop)) == {}


def _letter(x: float, **more) -> Glyph:
    return Glyph("a", x, x + 5, 100, 110, 10.0, **more)


def test_tags_that_cover_little_of_a_page_are_not_trusted():
    tag = Tag(1)
    assert is_tagged([_letter(6 * i, tag=tag) for i in range(10)])
    assert not is_tagged([_letter(0, tag=tag), _letter(6)])


def test_a_letter_in_the_midst_of_a_tagged_line_is_part_of_it():
    tag = Tag(1)
    line = [_letter(0, tag=tag), _letter(6), _letter(12, tag=tag), _letter(90)]
    assert [glyph.tag for glyph in adopted(line)] == [tag, tag, tag, None]


def test_furniture_goes_only_from_the_edge_of_the_page():
    notes: Counter[str] = Counter()
    foot = Glyph("1", 0, 5, 790, 800, 10.0, is_artifact=True)
    middle = Glyph("2", 0, 5, 400, 410, 10.0, is_artifact=True)
    assert without_artifacts([middle, foot], 800, notes) == [middle]
    assert notes["furniture"] == 1
