"""The rows of jobs: who wants what done, who does it, and what came of it.

A job answers one version of the decisions. An answer to an older version is let fall.
"""

from __future__ import annotations

import time

from .database import Database, count
from .decisions import Decisions
from .records import DONE, Failure, Job, State, Work


class Board:
    """Where jobs are put up and taken down, one for each leaflet and kind of work."""

    def __init__(self, database: Database, decisions: Decisions) -> None:
        self._database = database
        self._decisions = decisions

    def want(self, leaflet: str, work: Work) -> bool:
        """Ask for work on the leaflet as decided now; False if it is there or on its way."""
        with self._database.open() as db:
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
        with self._database.open() as db:
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
            for made in self._decisions.of(leaflet)
            if made.suggestion is not None
        }
        return Job(leaflet, work, row["version"], row["tries"], name, profile, accepted)

    def step(self, job: Job, state: State) -> None:
        self._update(job, "state = ?", state)

    def finish(self, job: Job, age: float | None, findings: int) -> bool:
        """Mark a job done, unless newer decisions have made it stale or its leaflet is gone."""
        with self._database.open() as db:
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
        with self._database.open() as db:
            rows = db.execute(
                f"SELECT leaflet, work FROM jobs WHERE state IN ({marks}) AND changed < ?"
                " ORDER BY changed, rowid",
                (*states, before or time.time() + 1),
            ).fetchall()
        return [(row["leaflet"], Work(row["work"])) for row in rows]

    def start_again(self) -> None:
        """Put what was being worked on back in the queue. Only for when no worker is alive."""
        with self._database.open() as db:
            db.execute("UPDATE jobs SET state = 'waiting' WHERE state NOT IN ('ready', 'failed')")

    def waiting(self) -> int:
        """Return how many jobs nobody has taken yet."""
        with self._database.open() as db:
            return count(db, "SELECT count(*) FROM jobs WHERE state = ?", State.WAITING)

    def _update(self, job: Job, change: str, *values: object) -> bool:
        """Change a job's row, if it still asks for the version that this job answers."""
        with self._database.open() as db:
            done = db.execute(
                f"UPDATE jobs SET {change}, changed = ?"
                " WHERE leaflet = ? AND work = ? AND version = ?",
                (*values, time.time(), job.leaflet, job.work, job.version),
            )
            return done.rowcount > 0
