"""What goes on in the background for all visitors: one job at a time, and what came of it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import datetime

from corpus import IngestReport
from index import Problem
from ui.jobs import AddJob, Job, LookJob, RemoveJob


@dataclass(frozen=True, slots=True)
class Report:
    """What adding files came to."""

    outcome: IngestReport
    trouble: str | None = None

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many articles and files had each outcome."""
        done = self.outcome
        return (
            ("added", len(done.added)),
            ("updated", len(done.updated)),
            ("unchanged", len(done.unchanged)),
            ("refused", len(done.refused)),
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing came of it, not even a refusal."""
        return not any(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Removal:
    """What removing articles came to."""

    removed: int
    missing: int
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """What was found when the library was looked over."""

    problems: tuple[Problem, ...]
    looked_at: datetime
    change: int
    """The library's change counter at that time."""
    was_mended: bool = False


@dataclass(slots=True)
class Worklist:
    """The job that runs, and the last outcome of each kind."""

    job: Job | None = None
    report: Report | None = None
    removal: Removal | None = None
    health: Health | None = None
    health_trouble: str | None = None
    """Why the last look, or the last mending, broke off."""
    _lock: threading.RLock = field(default_factory=threading.RLock, repr=False)

    @property
    def is_busy(self) -> bool:
        """Whether a job runs, or has ended and nobody has looked at it yet."""
        return self.job is not None

    def start(self, job: Job) -> bool:
        """Start a job, unless another one runs; says whether it did."""
        with self._lock:
            if self.is_busy:
                return False
            self.job = job
            self._forget(job)
            job.start()
            return True

    def settle(self, *, change: int) -> bool:
        """Take what came of a job that has ended; says whether one had.

        Args:
            change: The library's change counter now.
        """
        with self._lock:
            job = self.job
            if job is None or not job.has_ended():
                return False
            self.job = None
            self._keep(job, change)
            return True

    def _forget(self, job: Job) -> None:
        """What the last job of this kind came to is over."""
        if isinstance(job, AddJob):
            self.report = None
        elif isinstance(job, RemoveJob):
            self.removal = None
        else:
            self.health_trouble = None

    def _keep(self, job: Job, change: int) -> None:
        if isinstance(job, AddJob):
            self.report = Report(job.outcome or IngestReport(), job.trouble)
        elif isinstance(job, RemoveJob):
            self.removal = Removal(job.removed, job.missing, job.trouble)
        elif isinstance(job, LookJob):
            self.health_trouble = job.trouble
            if job.problems is not None and job.ended_at is not None:
                mended = job.kind == "mend"
                self.health = Health(tuple(job.problems), job.ended_at, change, was_mended=mended)
