"""A picture for a row: that of its main idea, or none when in doubt.

The longest words count first. A thing said outright comes before one behind "if"; then the concept
with the higher rank; then the first. A row that holds only a phone number or an address gets the
picture of how to get in touch.
"""

from __future__ import annotations

from pathlib import Path

from literacy.composed import Drawing, Picture, Row
from literacy.easyread.concepts import Concept, Hit, concepts, find_concepts
from literacy.easyread.drawings import ATTRIBUTION, openmoji, own_pictures
from literacy.easyread.refusal import Stance, refusal_words, stance
from literacy.words.search import folded
from literacy.words.segment import words

__all__ = ["ATTRIBUTION", "Gallery"]

# A longer sentence has more than one idea, and none of them is the main one.
_MOST_WORDS = 18
# "Day" and "team" are in so many sentences that they are the main idea of short ones only.
_MOST_WORDS_WEAK = 10
_WEAK = -2
_WAYS = (("tel:", "phone"), ("mailto:", "email"), ("http", "website"))


class Gallery:
    """The pictures at hand: the writer's own folder first, then ours.

    Raises:
        UsageError: the folder does not exist, or holds what is not a plain picture.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._own = own_pictures(folder) if folder else {}

    def picture_of(self, row: Row) -> Picture | None:
        """Return the picture for a row, or None when in doubt."""
        links = [run.link for run in row.runs if run.link]
        if any(link.startswith(("tel:", "mailto:")) for link in links):
            return self._way(links)
        return self.picture(row.text) or self._way(links)

    def picture(self, text: str) -> Picture | None:
        """Return the picture of the main idea of a sentence, or None when in doubt."""
        size = len(words(text))
        if size > _MOST_WORDS or text.isupper():
            return None
        plain = folded(text)
        hits = [hit for hit in find_concepts(text) if _is_strong(hit, size)]
        found = [(stance(plain, hit.span), hit) for hit in hits]
        sure = [pair for pair in found if pair[0] is not Stance.UNSURE]
        if not sure:
            return None
        best, hit = max(sure, key=_weight)
        return self._shown(hit.concept, plain, hit, refused=best is Stance.REFUSED)

    def drawing(self, id: str) -> Drawing:
        """Return the file behind a picture."""
        return self._own[id.removeprefix("own-")] if id.startswith("own-") else openmoji(id)

    def _shown(self, concept: Concept, plain: str, hit: Hit, *, refused: bool) -> Picture:
        alt = f"{refusal_words(plain, hit.span)}: {concept.alt}" if refused else concept.alt
        return Picture(self._drawing_of(concept), alt, refused)

    def _drawing_of(self, concept: Concept) -> str:
        return self._own[concept.id].id if concept.id in self._own else concept.drawing

    def _way(self, links: list[str]) -> Picture | None:
        """Return the picture of the way to get in touch that a row gives."""
        for scheme, id in _WAYS:
            if any(link.startswith(scheme) for link in links):
                concept = next(concept for concept in concepts() if concept.id == id)
                return Picture(self._drawing_of(concept), concept.alt)
        return None


def _is_strong(hit: Hit, size: int) -> bool:
    return hit.concept.rank > _WEAK or size <= _MOST_WORDS_WEAK


def _weight(pair: tuple[Stance, Hit]) -> tuple[bool, int, int]:
    best, hit = pair
    return best is not Stance.CONDITION, hit.concept.rank, -hit.span.start
