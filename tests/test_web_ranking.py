"""Which findings a page opens on, which are chosen by filters, and how the text is marked."""

from dataclasses import replace

from literacy_web.deciding import Filters, Item, items, safe_choices
from literacy_web.marked import LONG, Piece, marked
from literacy_web.ranking import FEW, again, in_text, ranked, visible
from literacy_web.records import Decision
from literacy_web.wording import change, difficulty_meaning
from werkzeug.datastructures import MultiDict

from literacy.document import BlockKind, Cell, Document, DocumentBuilder, Span
from literacy.findings import (
    Edit,
    Finding,
    Report,
    Safety,
    Score,
    Severity,
    Suggestion,
)

AGE = Score("reading_age", 12.0)


def finding(
    start: int, end: int, severity: Severity = Severity.WARNING, *suggestions: Suggestion,
    rule: str = "",
) -> Finding:  # fmt: skip
    return Finding(
        rule=rule or f"a.rule-{start}",
        kind="kind",
        span=Span(start, end),
        text="words",
        place="",
        message="",
        severity=severity,
        suggestions=suggestions,
    )


def document(*texts: str) -> Document:
    build = DocumentBuilder("a.txt")
    for text in texts:
        build.add(BlockKind.PARAGRAPH, text)
    return build.done()


def report(*findings: Finding) -> Report:
    return Report(
        document=document("a" * 100),
        profile="plain",
        language="en",
        words=1,
        sentences=1,
        reading_age=AGE,
        without_names=AGE,
        difficulty=1.0,
        scores=(),
        findings=findings,
    )


def numbers(shown: list[Item]) -> list[int]:
    return [item.number for item in shown]


def pieces(document: Document, *findings: Finding) -> list[Piece]:
    all_items = [Item(number, one) for number, one in enumerate(findings, 1)]
    (group,) = marked(document, all_items)
    return list(group.rows[0][0].pieces)


# Ranking


def test_order_is_that_of_every_report() -> None:
    made = report(
        finding(0, 1, Severity.ADVICE),
        replace(finding(1, 2), gain=0.4, suggestions=(Suggestion((Edit(Span(1, 2), "x"),), "x"),)),
        finding(2, 3, Severity.ERROR),
        finding(3, 4),
    )
    assert numbers(ranked(made, items(made, ()))) == [3, 2, 4, 1]


def test_thing_in_many_places_is_shown_at_the_first_that_is_open() -> None:
    made = report(*[finding(at, at + 1, rule="a.rule" if at % 2 else "") for at in range(12)])
    decided = [Decision(made.findings[1].key, None, 1)]
    all_items = items(made, decided)
    assert numbers(visible(made, all_items, Filters())) == [4, 1, 3, 5, 7, 9, 11]
    others = {first.number: numbers(rest) for first, rest in again(made, all_items).items()}
    assert others[4] == [6, 8, 10, 12]
    in_page = in_text(all_items, visible(made, all_items, Filters()), Filters())
    assert numbers(in_page) == [1, 2, 3, 4, 5, 7, 9, 11]  # number 2 is decided


def test_long_report_opens_on_ten_and_shows_all_in_the_order_of_the_text() -> None:
    made = report(*[finding(at, at + 1) for at in range(11)], finding(11, 12, Severity.ERROR))
    all_items = items(made, ())
    assert numbers(visible(made, all_items, Filters())) == [12, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert numbers(visible(made, all_items, Filters(is_all=True))) == list(range(1, 13))


def test_short_report_shows_all_in_the_order_of_the_text() -> None:
    made = report(*[finding(at, at + 1) for at in range(FEW - 1)], finding(9, 10, Severity.ERROR))
    assert numbers(visible(made, items(made, ()), Filters())) == list(range(1, 11))


def test_what_is_decided_makes_room_but_the_last_stays_in_sight() -> None:
    made = report(*[finding(at, at + 1) for at in range(12)])
    decided = [Decision(made.findings[number].key, None, 1) for number in (0, 1)]
    all_items = items(made, decided)
    assert numbers(visible(made, all_items, Filters(at=2))) == list(range(2, 13))


def test_filters_choose_among_all_findings() -> None:
    made = report(*[finding(at, at + 1) for at in range(11)], finding(11, 12, Severity.ERROR))
    filters = Filters(severities=frozenset({"error"}))
    shown = visible(made, items(made, ()), filters)
    assert numbers(shown) == [12]
    assert in_text(items(made, ()), shown, filters) == shown


def test_only_what_is_shown_or_decided_is_marked_in_the_text() -> None:
    made = report(*[finding(at, at + 1) for at in range(13)])
    all_items = items(made, [Decision(made.findings[0].key, None, 1)])
    shown = visible(made, all_items, Filters())
    in_page = in_text(all_items, shown, Filters())
    assert numbers(in_page) == list(range(1, 12))
    assert [item.number for item in in_page if not item.is_shown] == [1]
    everything = Filters(is_all=True)
    assert in_text(all_items, visible(made, all_items, everything), everything) == all_items


# Filters and choices


def test_filters_keep_what_exists_and_go_round_through_an_address() -> None:
    query = MultiDict([("kind", "office"), ("severity", "error"), ("severity", "no"),
                       ("status", "open"), ("show", "all"), ("at", "x")])  # fmt: skip
    filters = Filters.from_query(query)
    assert filters == Filters(
        frozenset({"office"}), frozenset({"error"}), frozenset({"open"}), is_all=True
    )
    assert filters.query == "kind=office&severity=error&status=open&show=all"


def test_only_open_findings_with_a_safe_change_are_taken_in_bulk() -> None:
    edit = (Edit(Span(0, 1), "b"),)
    safe, review = Suggestion(edit, "b", Safety.SAFE), Suggestion(edit, "c", Safety.REVIEW)
    advice_only = Suggestion((), "think", Safety.SAFE)
    made = report(
        finding(0, 1, Severity.WARNING, review, safe),
        finding(1, 2, Severity.WARNING, review),
        finding(2, 3, Severity.WARNING, safe),
        finding(3, 4, Severity.WARNING, advice_only),
    )
    decided = [Decision(made.findings[2].key, None, 1)]
    assert safe_choices(items(made, decided)) == {made.findings[0].key: 1}


def test_status_is_open_accepted_or_rejected() -> None:
    item = Item(1, finding(0, 1))
    assert item.status == "open"
    assert replace(item, decision=Decision("k", 0, 1)).status == "accepted"
    assert replace(item, decision=Decision("k", None, 1)).status == "rejected"


# Marks


def test_text_is_cut_where_findings_start_and_end() -> None:
    made = pieces(document("Take two tablets."), finding(5, 8), finding(9, 16))
    assert [piece.text for piece in made] == ["Take ", "two", " ", "tablets", "."]
    assert [[item.number for item in piece.ends] for piece in made] == [[], [1], [], [2], []]


def test_overlapping_findings_show_the_worst_and_end_once_each() -> None:
    made = pieces(document("Take two tablets."), finding(0, 17), finding(5, 8, Severity.ERROR))
    assert [piece.text for piece in made] == ["Take ", "two", " tablets."]
    assert [piece.severity for piece in made] == ["warning", "error", "warning"]
    assert [[item.number for item in piece.ends] for piece in made] == [[], [2], [1]]


def test_mark_of_a_whole_sentence_is_long() -> None:
    text = "a" * (LONG + 1)
    assert pieces(document(text), finding(0, LONG + 1))[0].is_long
    assert not pieces(document(text), finding(0, LONG))[0].is_long


def test_finding_across_two_blocks_is_marked_in_both() -> None:
    text = document("One.", "Two.")  # "One.", a gap of two, "Two."
    groups = marked(text, [Item(1, finding(0, 10))])
    parts = [group.rows[0][0] for group in groups]
    assert [part.pieces[0].text for part in parts] == ["One.", "Two."]


def test_pieces_of_a_block_make_its_text_again() -> None:
    text = document("Take two tablets with food.")
    made = pieces(text, finding(0, 8), finding(5, 20), finding(8, 9), finding(26, 27))
    assert "".join(piece.text for piece in made) == text.text


def test_lists_and_tables_are_kept_together() -> None:
    build = DocumentBuilder("a.txt")
    build.add(BlockKind.LIST_ITEM, "one")
    build.add(BlockKind.LIST_ITEM, "two")
    for row, column, text in [(0, 0, "a"), (0, 1, "b"), (1, 0, "c")]:
        build.add(BlockKind.TABLE_CELL, text, cell=Cell(0, row, column))
    groups = marked(build.done())
    assert [group.kind for group in groups] == ["list_item", "table_cell"]
    assert [len(row) for row in groups[1].rows] == [2, 1]


# Words about a change


def test_change_that_makes_it_harder_says_so() -> None:
    harder = change(AGE, Score("reading_age", 12.1))
    assert harder == "Your changes make it harder by 0.1 years."
    easier = change(AGE, Score("reading_age", 10.5))
    assert easier == "Your changes make it easier by 1.5 years."
    same = change(AGE, Score("reading_age", 12.04))
    assert same == "Your changes keep the reading age as it was."
    assert change(AGE, Score("reading_age", None)) == ""


def test_every_difficulty_has_a_meaning() -> None:
    assert difficulty_meaning(1.2) == "Its words are ones that people use each day."
    assert difficulty_meaning(5.9) == "It is written for people who work in health."
    assert difficulty_meaning(None) == ""
