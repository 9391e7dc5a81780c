"""The numbers of the steps of ordered lists, which the blocks themselves do not carry."""

from __future__ import annotations

from literacy.document import Block, BlockKind


class Steps:
    """Counts the items of ordered lists. A picture between two steps does not end their list."""

    def __init__(self) -> None:
        self._reached: dict[int, int] = {}

    def number(self, block: Block) -> int:
        """Return the number of ``block`` in its list, or 0 when it has none."""
        if block.kind in (BlockKind.IMAGE, BlockKind.CAPTION):
            return 0
        if block.kind is not BlockKind.LIST_ITEM:
            self._reached.clear()
            return 0
        # A list inside a step ends with the step.
        self._reached = {level: n for level, n in self._reached.items() if level <= block.level}
        if not block.ordered:
            self._reached.pop(block.level, None)
            return 0
        self._reached[block.level] = self._reached.get(block.level, 0) + 1
        return self._reached[block.level]
