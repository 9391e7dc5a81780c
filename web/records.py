"""The small records that pass between the store, the workers and the views."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Work(StrEnum):
    """What a worker can do with a leaflet."""

    CHECK = "check"  # read and analyse it
    REVISE = "revise"  # make the accepted changes and measure again
    COMPOSE = "compose"  # draft the Easy Read version and write its files


class State(StrEnum):
    WAITING = "waiting"
    READING = "reading"
    CHECKING = "checking"
    WRITING = "writing"
    READY = "ready"
    FAILED = "failed"


DONE = (State.READY, State.FAILED)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a job came to nothing: the kind of error, and words for a person."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Job:
    """A claimed piece of work, with all that the worker needs to know."""

    leaflet: str
    work: Work
    version: int
    tries: int
    name: str
    profile: str
    accepted: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about a finding. ``suggestion`` is None for "leave it as it is"."""

    finding: str
    suggestion: int | None
    round: int


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One upload and how far it has come. ``version`` counts changes of mind."""

    id: str
    batch: str
    name: str
    created: float
    version: int
    age: float | None
    findings: int
    jobs: dict[Work, tuple[int, State, Failure]]

    @property
    def state(self) -> State:
        return self.jobs[Work.CHECK][1]

    @property
    def failure(self) -> Failure:
        return self.jobs[Work.CHECK][2]

    def state_of(self, work: Work) -> State | None:
        """Return how far a piece of work is on the leaflet as decided now, if asked for."""
        version, state, _ = self.jobs.get(work, (-1, State.WAITING, Failure("", "")))
        return state if version == self.version or work is Work.CHECK else None

    def failure_of(self, work: Work) -> Failure:
        return self.jobs[work][2]
