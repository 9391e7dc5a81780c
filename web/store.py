"""What the page remembers: one SQLite file for rows, one folder a leaflet for files.

An upload counts as accepted when its file and its row are on the disk, and not before. A piece of
work writes a whole folder of its own and renames it into place, so nothing is ever half there, and
doing it twice does no harm. Rows say which version of the decisions a piece of work answers.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .records import DONE, Decision, Failure, Job, Leaflet, State, Work

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
        self._path = data / "literacy.sqlite3"
        self._files = data / "leaflets"
        for folder in (data, self._files):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        data.chmod(0o700)
        with self._open() as db:
            db.executescript(f"PRAGMA journal_mode = WAL; {SCHEMA}")
        self._path.chmod(0o600)

    def folder(self, leaflet: str) -> Path:
        return self._files / leaflet

    def made(self, leaflet: str, work: Work, version: int) -> Path:
        """Return the folder that a piece of work fills."""
        return self.folder(leaflet) / f"{work}-{version}"

    def accept(self, owner: str, uploads: Iterable[Upload], profile: str) -> tuple[str, list[str]]:
        """Keep uploads for good and return their batch and ids. They survive a crash from here."""
        batch, ids, rows, jobs = new_id(), [], [], []
        now = time.time()
        for place, upload in enumerate(uploads):
            ids.append(new_id())
            self._keep(ids[-1], upload.data)
            rows.append((ids[-1], owner, batch, upload.name, profile, now, place))
            failure = upload.failure or Failure("", "")
            state = State.FAILED if upload.failure else State.WAITING
            jobs.append((ids[-1], Work.CHECK, state, failure.kind, failure.message, now))
        _sync(self._files)
        with self._open() as db:
            db.executemany(
                "INSERT INTO leaflets (id, owner, batch, name, profile, created, place)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows,
            )
            db.executemany(
                "INSERT INTO jobs (leaflet, work, version, state, kind, message, changed)"
                " VALUES (?, ?, 0, ?, ?, ?, ?)",
                jobs,
            )
        return batch, ids

    def leaflet(self, id: str, owner: str, newer_than: float) -> Leaflet | None:
        """Return a leaflet, to its owner only and only until it is due to be forgotten."""
        with self._open() as db:
            row = db.execute(
                "SELECT * FROM leaflets WHERE id = ? AND owner = ? AND created > ?",
                (id, owner, newer_than),
            ).fetchone()
            return _leaflet(row, db) if row else None

    def batch(self, id: str, owner: str, newer_than: float) -> list[Leaflet]:
        with self._open() as db:
            rows = db.execute(
                "SELECT * FROM leaflets WHERE batch = ? AND owner = ? AND created > ?"
                " ORDER BY place",
                (id, owner, newer_than),
            ).fetchall()
            return [_leaflet(row, db) for row in rows]

    def recent(self, owner: str, newer_than: float) -> list[Leaflet]:
        """Return what one person uploaded, the newest first."""
        with self._open() as db:
            rows = db.execute(
                "SELECT * FROM leaflets WHERE owner = ? AND created > ?"
                " ORDER BY created DESC, place LIMIT 50",
                (owner, newer_than),
            ).fetchall()
            return [_leaflet(row, db) for row in rows]

    def waiting(self) -> int:
        with self._open() as db:
            return _count(db, "SELECT count(*) FROM jobs WHERE state = ?", State.WAITING)

    def unfinished_of(self, owner: str) -> int:
        """Return how many uploads of one person are still in the works."""
        with self._open() as db:
            return _count(
                db,
                "SELECT count(DISTINCT batch) FROM leaflets JOIN jobs ON leaflet = id"
                " WHERE owner = ? AND work = 'check' AND state NOT IN ('ready', 'failed')",
                owner,
            )

    def is_alone(self, leaflet: str) -> bool:
        """Tell whether a leaflet was uploaded by itself, and has its report."""
        with self._open() as db:
            siblings = _count(
                db,
                "SELECT count(*) FROM leaflets WHERE batch ="
                " (SELECT batch FROM leaflets JOIN jobs ON leaflet = id"
                " WHERE id = ? AND work = 'check' AND state = 'ready')",
                leaflet,
            )
        return siblings == 1

    # Work

    def want(self, leaflet: str, work: Work) -> bool:
        """Ask for work on the leaflet as decided now; False if it is there or on its way."""
        with self._open() as db:
            changed = db.execute(
                "INSERT INTO jobs (leaflet, work, version, state, changed)"
                " SELECT id, ?, version, 'waiting', ? FROM leaflets WHERE id = ?"
                " ON CONFLICT (leaflet, work) DO UPDATE SET version = excluded.version,"
                " state = 'waiting', tries = 0, kind = '', message = '', changed = excluded.changed"
                " WHERE jobs.version <> excluded.version",
                (work, time.time(), leaflet),
            )
            return changed.rowcount > 0

    def claim(self, leaflet: str, work: Work) -> Job | None:
        """Take a waiting job, or return None when another has it or it is gone."""
        with self._open() as db:
            row = db.execute(
                "UPDATE jobs SET state = ?, changed = ?"
                " WHERE leaflet = ? AND work = ? AND state = 'waiting' RETURNING version, tries",
                (State.READING, time.time(), leaflet, work),
            ).fetchone()
            if row is None:
                return None
            name, profile = db.execute(
                "SELECT name, profile FROM leaflets WHERE id = ?", (leaflet,)
            ).fetchone()
        accepted = {
            made.finding: made.suggestion
            for made in self.decisions(leaflet)
            if made.suggestion is not None
        }
        return Job(leaflet, work, row["version"], row["tries"], name, profile, accepted)

    def step(self, job: Job, state: State) -> None:
        self._update(job, "state = ?", state)

    def finish(self, job: Job, age: float | None, findings: int) -> bool:
        """Mark a job done, unless newer decisions have made it stale or its leaflet is gone."""
        with self._open() as db:
            if job.work is Work.CHECK:
                db.execute(
                    "UPDATE leaflets SET age = ?, findings = ? WHERE id = ?",
                    (age, findings, job.leaflet),
                )
        return self._update(job, "state = ?", State.READY)

    def fail(self, job: Job, failure: Failure) -> None:
        self._update(
            job, "state = ?, kind = ?, message = ?", State.FAILED, failure.kind, failure.message
        )

    def retry(self, job: Job) -> None:
        self._update(job, "state = 'waiting', tries = tries + 1")

    def unfinished(
        self, *, state: State | None = None, before: float = 0
    ) -> list[tuple[str, Work]]:
        """Return the jobs still to do: those of one state, or all that are not done."""
        states = [state] if state else [s for s in State if s not in DONE]
        marks = ", ".join("?" * len(states))
        with self._open() as db:
            rows = db.execute(
                f"SELECT leaflet, work FROM jobs WHERE state IN ({marks}) AND changed < ?"
                " ORDER BY changed, rowid",
                (*states, before or time.time() + 1),
            ).fetchall()
        return [(row["leaflet"], Work(row["work"])) for row in rows]

    def start_again(self) -> None:
        """Put what was being worked on back in the queue. Only for when no worker is alive."""
        with self._open() as db:
            db.execute("UPDATE jobs SET state = 'waiting' WHERE state NOT IN ('ready', 'failed')")

    # Decisions

    def decisions(self, leaflet: str) -> list[Decision]:
        with self._open() as db:
            rows = db.execute(
                "SELECT finding, suggestion, round FROM decisions WHERE leaflet = ?"
                " ORDER BY round, rowid",
                (leaflet,),
            ).fetchall()
        return [Decision(row["finding"], row["suggestion"], row["round"]) for row in rows]

    def decide(self, leaflet: str, choices: dict[str, int | None]) -> None:
        """Keep one round of decisions: a suggestion's number by finding, None for "leave it"."""
        with self._open() as db:
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
        with self._open() as db:
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

    # Forgetting

    def forget(self, ids: Iterable[str]) -> None:
        """Delete leaflets: rows, files and all."""
        ids = list(ids)
        with self._open() as db:
            db.executemany("DELETE FROM leaflets WHERE id = ?", [(id,) for id in ids])
        for id in ids:
            shutil.rmtree(self.folder(id), ignore_errors=True)
        with self._open() as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def sweep(self, older_than: float) -> int:
        """Forget what is due, and folders that no row speaks of. Return how many leaflets went."""
        with self._open() as db:
            rows = db.execute("SELECT id, created FROM leaflets").fetchall()
        due = [row["id"] for row in rows if row["created"] <= older_than]
        if due:
            self.forget(due)
        known = {row["id"] for row in rows}
        for folder in self._files.iterdir():
            # A folder is there a moment before its row, so only old ones are strays.
            if folder.name not in known and folder.stat().st_mtime < time.time() - 600:
                shutil.rmtree(folder, ignore_errors=True)
        return len(due)

    def _keep(self, id: str, data: bytes) -> None:
        folder = self.folder(id)
        folder.mkdir(mode=0o700)
        path = folder / "upload"
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _sync(folder)

    def _update(self, job: Job, change: str, *values: object) -> bool:
        """Change a job's row, if it still asks for the version that this job answers."""
        with self._open() as db:
            done = db.execute(
                f"UPDATE jobs SET {change}, changed = ?"
                " WHERE leaflet = ? AND work = ? AND version = ?",
                (*values, time.time(), job.leaflet, job.work, job.version),
            )
            return done.rowcount > 0

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
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


def new_id() -> str:
    """Return an address that nobody can guess: 192 random bits."""
    return secrets.token_hex(24)


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


def _new_version(db: sqlite3.Connection, leaflet: str) -> None:
    db.execute("UPDATE leaflets SET version = version + 1 WHERE id = ?", (leaflet,))


def _count(db: sqlite3.Connection, query: str, *values: object) -> int:
    count: int = db.execute(query, values).fetchone()[0]
    return count


def _sync(folder: Path) -> None:
    """Put a folder's list of names on the disk, where the system has a way to."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
