"""The rows of what a person decided, in rounds that can be undone one by one.

Every change of mind gives the leaflet a new version, so that older work on it is known as stale.
"""

from __future__ import annotations

import sqlite3

from .database import Database
from .records import Decision


class Decisions:
    """What was decided about each leaflet."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, leaflet: str) -> list[Decision]:
        """Return the decisions on a leaflet, the oldest first."""
        with self._database.open() as db:
            rows = db.execute(
                "SELECT finding, suggestion, round FROM decisions WHERE leaflet = ?"
                " ORDER BY round, rowid",
                (leaflet,),
            ).fetchall()
        return [Decision(row["finding"], row["suggestion"], row["round"]) for row in rows]

    def decide(self, leaflet: str, choices: dict[str, int | None]) -> None:
        """Keep one round of decisions: a suggestion's number by finding, None for "leave it"."""
        with self._database.open() as db:
            row = db.execute(
                "SELECT coalesce(max(round), 0) + 1 FROM decisions WHERE leaflet = ?", (leaflet,)
            ).fetchone()
            db.executemany(
                "INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?)",
                [(leaflet, finding, number, row[0]) for finding, number in choices.items()],
            )
            _new_version(db, leaflet)

    def undo(self, leaflet: str, finding: str = "") -> None:
        """Forget the decision on one finding, or the latest round of decisions."""
        with self._database.open() as db:
            if finding:
                db.execute(
                    "DELETE FROM decisions WHERE leaflet = ? AND finding = ?", (leaflet, finding)
                )
            else:
                db.execute(
                    "DELETE FROM decisions WHERE leaflet = ?1 AND round ="
                    " (SELECT max(round) FROM decisions WHERE leaflet = ?1)",
                    (leaflet,),
                )
            _new_version(db, leaflet)


def _new_version(db: sqlite3.Connection, leaflet: str) -> None:
    db.execute("UPDATE leaflets SET version = version + 1 WHERE id = ?", (leaflet,))
