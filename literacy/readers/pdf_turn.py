"""Turn a page by quarters, so that the rest may think of upright text only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """A page's size and corner as drawn, and how many quarter turns its text stands at."""

    quarter: int
    drawn_width: float
    drawn_height: float
    x: float = 0.0
    y: float = 0.0

    @property
    def width(self) -> float:
        return self.drawn_height if self.quarter % 2 else self.drawn_width

    @property
    def height(self) -> float:
        return self.drawn_width if self.quarter % 2 else self.drawn_height


def turned(
    turn: Turn, x0: float, x1: float, top: float, bottom: float
) -> tuple[float, float, float, float]:
    """Return the edges (left, right, top, bottom) after the page has been turned upright."""
    right, low = turn.drawn_width + turn.x, turn.drawn_height + turn.y
    match turn.quarter:
        case 1:  # reads upwards
            return low - bottom, low - top, x0 - turn.x, x1 - turn.x
        case 2:  # upside down
            return right - x1, right - x0, low - bottom, low - top
        case 3:  # reads downwards
            return top - turn.y, bottom - turn.y, right - x1, right - x0
    return x0, x1, top, bottom
