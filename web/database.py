"""The one SQLite file: its tables, and how it is opened. Safe to use from several processes.

A row is on the disk when its transaction ends, and what is deleted is written over.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SCHEMA = """
CREATE TABLE IF NOT EXISTS leaflets (
  id TEXT PRIMARY KEY, owner TEXT NOT NULL, batch TEXT NOT NULL, name TEXT NOT NULL,
  profile TEXT NOT NULL, created REAL NOT NULL, place INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 0, age REAL, findings INTEGER NOT NULL DEFAULT 0);
CREATE INDEX IF NOT EXISTS by_batch ON leaflets (batch);
CREATE TABLE IF NOT EXISTS jobs (
  leaflet TEXT NOT NULL REFERENCES leaflets (id) ON DELETE CASCADE, work TEXT NOT NULL,
  version INTEGER NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT '', message TEXT NOT NULL DEFAULT '', changed REAL NOT NULL,
  PRIMARY KEY (leaflet, work));
CREATE INDEX IF NOT EXISTS by_state ON jobs (state);
CREATE TABLE IF NOT EXISTS decisions (
  leaflet TEXT NOT NULL REFERENCES leaflets (id) ON DELETE CASCADE, finding TEXT NOT NULL,
  suggestion INTEGER, round INTEGER NOT NULL, PRIMARY KEY (leaflet, finding));
"""


class Database:
    """Opens the file anew for each transaction."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self.open() as db:
            db.executescript(f"PRAGMA journal_mode = WAL; {SCHEMA}")
        path.chmod(0o600)

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """Open a transaction: it is kept when the block ends well, and undone when not."""
        db = sqlite3.connect(self._path, timeout=20)
        try:
            db.row_factory = sqlite3.Row
            db.executescript(
                "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON"
            )
            with db:
                yield db
        finally:
            db.close()


def count(db: sqlite3.Connection, query: str, *values: object) -> int:
    """Return the one number that a query gives."""
    found: int = db.execute(query, values).fetchone()[0]
    return found
