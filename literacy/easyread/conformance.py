"""What the Easy Read standards ask, and whether this draft holds to it.

Each line says what was counted, so that the writer can look and disagree. Where only readers can
tell, nothing is claimed. The keys of the sources stand in ``SOURCES``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from literacy.composed import Conformance, EasyRead, Row, RowKind
from literacy.words.segment import sentences, words

MOST_WORDS = 1000
MOST_PAGES = 24
ROWS_A_PAGE = 5  # at 16 point with a picture of 4 cm beside each row
PICTURE_SHARE = 0.8
SOURCES = {
    "gov": "GOV.UK, accessible communication formats",
    "pif": "Patient Information Forum, Easy Read Matters (2023)",
    "dh": "Department of Health, basic guidelines for accessible information (2009)",
    "ie": "Inclusion Europe, Information for all",
    "pss": "Easy Read Standard 1.0",
    "norfolk": "Norfolk County Council, Easy Read guide",
}

_PRONOUN = re.compile(r"\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs)\b", re.I)
_PERCENTAGE = re.compile(r"\b\d[\d.,]*\s?%|\bper\s?cent\b|\bpercent\b", re.I)
_ROMAN = re.compile(r"\b(?:I{2,3}|IV|VI{1,3}|IX|XI{1,3}|XIV|XV)\b")
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b", re.I)
_CONTRACTION = re.compile(
    r"\b\w+(?:n['’]t|['’](?:ll|re|ve|d|m))\b|\b(?:it|that|there|what|who|here|he|she)['’]s\b", re.I
)
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b(?:\W+[A-Z]{2,}\b)+|\b[A-Z]{6,}\b")
_NEGATIVE = re.compile(r"\b(?:do not|don['’]t|never|must not|should not|cannot|avoid)\b", re.I)
_CONTACT = ("tel:", "mailto:")


def conformance(draft: EasyRead, sentence_words: int = 15) -> tuple[Conformance, ...]:
    """Return the list of what is asked and what holds, in the order of the standards."""
    rows = [row for section in draft.sections for row in section.rows]
    return (
        *_lengths(draft, rows, sentence_words),
        *_pictures_and_words(draft, rows),
        *_wording(rows),
        _contact(rows),
        Conformance(
            "reader-test",
            "Readers with learning disabilities have tested it.",
            None,
            "Only readers can tell. It is a draft until then.",
            f"{SOURCES['pif']}; {SOURCES['pss']}",
        ),
    )


def _lengths(draft: EasyRead, rows: list[Row], limit: int) -> Iterator[Conformance]:
    long = sum(limit < _longest(row) for row in rows)
    yield Conformance(
        "sentence-length",
        f"No sentence has more than {limit} words.",
        long == 0,
        f"{long} of {len(rows)} rows are longer.",
        f"{SOURCES['gov']}; {SOURCES['pif']}; {SOURCES['dh']}",
    )
    full = sum(len(sentences(row.text)) > 1 for row in rows if row.kind is not RowKind.EXPLANATION)
    yield Conformance(
        "one-sentence",
        "Each row holds one sentence.",
        full == 0,
        f"{full} of {len(rows)} rows hold more.",
        f"{SOURCES['ie']}; {SOURCES['pss']}",
    )
    total = sum(len(words(text)) for text in _texts(draft, rows))
    yield Conformance(
        "document-length",
        f"It has at most {MOST_WORDS:,} words.",
        total <= MOST_WORDS,
        f"{total:,} words.",
        SOURCES["pss"],
    )
    pages = -(-(len(rows) + len(draft.sections) + len(draft.hard_words) + 2) // ROWS_A_PAGE)
    yield Conformance(
        "pages",
        f"It has at most {MOST_PAGES} pages.",
        pages <= MOST_PAGES,
        f"About {pages}, at {ROWS_A_PAGE} rows a page.",
        SOURCES["gov"],
    )


def _pictures_and_words(draft: EasyRead, rows: list[Row]) -> Iterator[Conformance]:
    shown = sum(row.picture is not None for row in rows)
    yield Conformance(
        "pictures",
        "Each idea has a picture.",
        bool(rows) and shown / len(rows) >= PICTURE_SHARE,
        f"{shown} of {len(rows)} rows have one. Choose the others yourself.",
        f"{SOURCES['dh']}; {SOURCES['pif']}; {SOURCES['pss']}",
    )
    explained = {row.text for row in rows if row.kind is RowKind.EXPLANATION}
    count = len(draft.hard_words)
    yield Conformance(
        "hard-words",
        "Hard words are explained where they stand.",
        # Whether a word we have no explanation for is hard, only a reader can tell.
        True if count else None,
        f"{count} hard words listed, {len(explained)} explained in a row of their own.",
        SOURCES["gov"],
    )


def _wording(rows: list[Row]) -> Iterator[Conformance]:
    checks = (
        ("pronouns", "Nouns stand instead of “it” and “they”.", _PRONOUN, "pif"),
        ("percentages", "There are no percentages.", _PERCENTAGE, "ie"),
        ("roman-numerals", "There are no Roman numerals.", _ROMAN, "ie"),
        ("ordinals", "There are no numbers such as “1st”.", _ORDINAL, "ie"),
        (
            "contractions",
            "Words are written in full, “cannot” and not “can’t”.",
            _CONTRACTION,
            "norfolk",
        ),
        ("capitals", "No words are all in capitals.", _CAPITALS, "pif"),
        ("negatives", "It says what to do, more than what not to do.", _NEGATIVE, "gov"),
    )
    for id, ask, pattern, source in checks:
        found = [match[0] for row in rows for match in pattern.finditer(row.text)]
        shown = ", ".join(f"“{word}”" for word in dict.fromkeys(found[:5]))
        holds = len(found) * 5 <= len(rows) if id == "negatives" else not found
        detail = f"{len(found)} found: {shown}." if found else "None found."
        yield Conformance(id, ask, holds, detail, SOURCES[source])


def _contact(rows: list[Row]) -> Conformance:
    found = sum(run.link.startswith(_CONTACT) for row in rows for run in row.runs)
    return Conformance(
        "contact",
        "It says how to get in touch.",
        found > 0,
        f"{found} phone numbers or e-mail addresses.",
        SOURCES["pif"],
    )


def _longest(row: Row) -> int:
    text = row.text
    return max((len(words(text[span.start : span.end])) for span in sentences(text)), default=0)


def _texts(draft: EasyRead, rows: list[Row]) -> Iterator[str]:
    yield draft.title
    yield from (section.heading for section in draft.sections)
    yield from (row.text for row in rows)
