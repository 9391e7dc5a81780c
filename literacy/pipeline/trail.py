"""What was taken on the way from a document to its rewrite, told in the places of the first one.

A rewrite is made in rounds, each on the text of the one before. The file that it goes back into
knows only the first text, so the words that each suggestion changed are followed back to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from literacy.document import Document, Span
from literacy.findings import Edit, Finding, Suggestion, Taken
from literacy.rewriting.apply import apply_suggestions


@dataclass(slots=True)
class Trail:
    """A document on its way, and the suggestions taken so far."""

    document: Document
    taken: list[Taken] = field(default_factory=list)
    _rounds: list[tuple[Document, list[Edit]]] = field(default_factory=list)

    def take(self, findings: Iterable[Finding], chosen: tuple[Suggestion, ...]) -> None:
        """Make the chosen suggestions.

        Raises:
            EditError, FactError: they cannot be made together.
        """
        after = apply_suggestions(self.document, chosen)
        reasons = {one: finding for finding in findings for one in finding.suggestions}
        self.taken += [
            Taken(reasons[suggestion], self._first(edit.span))
            for suggestion in chosen
            for edit in suggestion.edits
        ]
        edits = sorted((edit for one in chosen for edit in one.edits), key=lambda edit: edit.span)
        self._rounds.append((self.document, edits))
        self.document = after

    def _first(self, span: Span) -> Span:
        """Return where the words of ``span`` come from in the first document."""
        now = self.document
        for before, edits in reversed(self._rounds):
            index = next(n for n, block in enumerate(now.blocks) if block.span.covers(span))
            at, old = now.blocks[index].span.start, before.blocks[index].span
            inside = [edit for edit in edits if old.covers(edit.span)]
            start, _ = _earlier(inside, old.start + span.start - at, old.start)
            _, end = _earlier(inside, old.start + span.end - at, old.start)
            span = Span(min(start, old.end), min(max(start, end), old.end))
            now = before
        return span


def _earlier(edits: list[Edit], offset: int, least: int) -> tuple[int, int]:
    """Return from where to where a place in the new text may come from in the old one."""
    shift = 0
    for edit in edits:
        start = edit.span.start + shift
        if offset <= start:
            break
        if offset < start + len(edit.text):
            return edit.span.start, edit.span.end
        shift += len(edit.text) - len(edit.span)
    place = max(offset - shift, least)
    return place, place
