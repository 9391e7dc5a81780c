"""What the page remembers: one SQLite file for rows, one folder a leaflet for files.

An upload counts as accepted when its file and its row are on the disk, and not before. A piece of
work writes a whole folder of its own and renames it into place, so nothing is ever half there, and
doing it twice does no harm. Rows say which version of the decisions a piece of work answers.
"""

from __future__ import annotations

import secrets
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .board import Board
from .database import Database, count
from .decisions import Decisions
from .records import Failure, Leaflet, State, Work
from .shelf import Shelf


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in. ``failure`` is set where its size alone says that it is no use."""

    name: str
    data: bytes
    failure: Failure | None = None


class Store:
    """The rows and files under one data folder. Safe to use from several processes."""

    def __init__(self, data: Path) -> None:
        self.data = data
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        data.chmod(0o700)
        self._shelf = Shelf(data / "leaflets")
        self._database = Database(data / "literacy.sqlite3")
        self.decisions = Decisions(self._database)
        self.jobs = Board(self._database, self.decisions)

    def folder(self, leaflet: str) -> Path:
        return self._shelf.folder(leaflet)

    def made(self, leaflet: str, work: Work, version: int) -> Path:
        """Return the folder that a piece of work fills."""
        return self.folder(leaflet) / f"{work}-{version}"

    def accept(self, owner: str, uploads: Iterable[Upload], profile: str) -> tuple[str, list[str]]:
        """Keep uploads for good and return their batch and ids. They survive a crash from here.

        All are kept or none: when the disk is full, what was written of them is taken away.
        """
        batch, of = new_id(), {new_id(): upload for upload in uploads}
        try:
            for id, upload in of.items():
                self._shelf.keep(id, upload.data)
            self._shelf.sync()
            self._insert(owner, batch, of, profile)
        except (OSError, sqlite3.Error):
            for id in of:
                self._shelf.remove(id)
            raise
        return batch, list(of)

    def leaflet(self, id: str, owner: str, newer_than: float) -> Leaflet | None:
        """Return a leaflet, to its owner only and only until it is due to be forgotten."""
        with self._database.open() as db:
            row = db.execute(
                "SELECT * FROM leaflets WHERE id = ? AND owner = ? AND created > ?",
                (id, owner, newer_than),
            ).fetchone()
            return _leaflet(row, db) if row else None

    def batch(self, id: str, owner: str, newer_than: float) -> list[Leaflet]:
        with self._database.open() as db:
            rows = db.execute(
                "SELECT * FROM leaflets WHERE batch = ? AND owner = ? AND created > ?"
                " ORDER BY place",
                (id, owner, newer_than),
            ).fetchall()
            return [_leaflet(row, db) for row in rows]

    def recent(self, owner: str, newer_than: float) -> list[Leaflet]:
        """Return what one person uploaded, the newest first."""
        with self._database.open() as db:
            rows = db.execute(
                "SELECT * FROM leaflets WHERE owner = ? AND created > ?"
                " ORDER BY created DESC, place LIMIT 50",
                (owner, newer_than),
            ).fetchall()
            return [_leaflet(row, db) for row in rows]

    def unfinished_of(self, owner: str) -> int:
        """Return how many uploads of one person are still in the works."""
        with self._database.open() as db:
            return count(
                db,
                "SELECT count(DISTINCT batch) FROM leaflets JOIN jobs ON leaflet = id"
                " WHERE owner = ? AND work = 'check' AND state NOT IN ('ready', 'failed')",
                owner,
            )

    def is_alone(self, leaflet: str) -> bool:
        """Tell whether a leaflet was uploaded by itself, and has its report."""
        with self._database.open() as db:
            siblings = count(
                db,
                "SELECT count(*) FROM leaflets WHERE batch ="
                " (SELECT batch FROM leaflets JOIN jobs ON leaflet = id"
                " WHERE id = ? AND work = 'check' AND state = 'ready')",
                leaflet,
            )
        return siblings == 1

    def forget(self, ids: Iterable[str]) -> None:
        """Delete leaflets: rows, files and all."""
        ids = list(ids)
        with self._database.open() as db:
            db.executemany("DELETE FROM leaflets WHERE id = ?", [(id,) for id in ids])
        for id in ids:
            self._shelf.remove(id)
        with self._database.open() as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def sweep(self, older_than: float) -> int:
        """Forget what is due, and folders that no row speaks of. Return how many leaflets went."""
        with self._database.open() as db:
            rows = db.execute("SELECT id, created FROM leaflets").fetchall()
        due = [row["id"] for row in rows if row["created"] <= older_than]
        if due:
            self.forget(due)
        self._shelf.remove_strays({row["id"] for row in rows})
        return len(due)

    def _insert(self, owner: str, batch: str, of: dict[str, Upload], profile: str) -> None:
        now, failures = time.time(), {id: upload.failure for id, upload in of.items()}
        leaflets = [
            (id, owner, batch, upload.name, profile, now, place)
            for place, (id, upload) in enumerate(of.items())
        ]
        with self._database.open() as db:
            db.executemany(
                "INSERT INTO leaflets (id, owner, batch, name, profile, created, place)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                leaflets,
            )
            db.executemany(
                "INSERT INTO jobs (leaflet, work, version, state, kind, message, changed)"
                " VALUES (?, ?, 0, ?, ?, ?, ?)",
                [(id, Work.CHECK, *_first_state(failures[id]), now) for id in of],
            )


def new_id() -> str:
    """Return an address that nobody can guess: 192 random bits."""
    return secrets.token_hex(24)


def _first_state(failure: Failure | None) -> tuple[State, str, str]:
    return (State.FAILED, failure.kind, failure.message) if failure else (State.WAITING, "", "")


def _leaflet(row: sqlite3.Row, db: sqlite3.Connection) -> Leaflet:
    jobs = db.execute(
        "SELECT work, version, state, kind, message FROM jobs WHERE leaflet = ?", (row["id"],)
    ).fetchall()
    return Leaflet(
        id=row["id"],
        batch=row["batch"],
        name=row["name"],
        created=row["created"],
        version=row["version"],
        age=row["age"],
        findings=row["findings"],
        jobs={Work(job["work"]): _status(job) for job in jobs},
    )


def _status(row: sqlite3.Row) -> tuple[int, State, Failure]:
    return row["version"], State(row["state"]), Failure(row["kind"], row["message"])
