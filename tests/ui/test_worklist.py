"""ui.worklist: one job at a time, and what came of it."""

from __future__ import annotations

import threading

import pytest

from corpus import IngestReport
from index import Problem
from ui.jobs import AddJob, Job, LookJob, RemoveJob
from ui.worklist import Report, Worklist


class Shelf:
    """A library whose work waits to be let go."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def add(self, sources: object, *, progress: object, report: IngestReport) -> IngestReport:
        assert self.go_on.wait(10)
        report.added.append("a")
        return report

    def remove(self, article_ids: object, *, progress: object) -> tuple[list[str], list[str]]:
        return ["a"], []

    def examine(self) -> list[Problem]:
        return [Problem("vectors.db is missing", "onrecord rebuild")]

    def rebuild(self, *, progress: object) -> None:
        raise RuntimeError


@pytest.fixture
def shelf() -> Shelf:
    """A library."""
    return Shelf()


def settled(work: Worklist, job: Job) -> Worklist:
    """Do a job to its end."""
    assert work.start(job)
    job.join()
    assert work.settle(change=7)
    return work


def test_a_second_job_is_not_started_while_one_runs(shelf: Shelf) -> None:
    work, first = Worklist(), AddJob(shelf, [])  # type: ignore[arg-type]
    assert work.start(first)

    assert not work.start(RemoveJob(shelf, ["a"]))  # type: ignore[arg-type]
    assert not work.settle(change=1)

    shelf.go_on.set()
    first.join()
    assert work.settle(change=1)
    assert not work.is_busy


def test_what_was_added_stays_until_the_next_adding(shelf: Shelf) -> None:
    shelf.go_on.set()
    work = settled(Worklist(), AddJob(shelf, []))  # type: ignore[arg-type]

    settled(work, RemoveJob(shelf, ["a"]))  # type: ignore[arg-type]

    assert work.report == Report(IngestReport(added=["a"]))
    assert work.removal
    assert work.removal.removed == 1
    assert work.start(AddJob(shelf, []))  # type: ignore[arg-type]
    assert work.report is None


def test_health_keeps_the_state_of_the_library_that_was_looked_over(shelf: Shelf) -> None:
    work = settled(Worklist(), LookJob(shelf))  # type: ignore[arg-type]

    assert work.health
    assert (work.health.change, work.health.was_mended) == (7, False)
    assert [problem.what for problem in work.health.problems] == ["vectors.db is missing"]


def test_mending_that_breaks_off_leaves_the_last_finding(shelf: Shelf) -> None:
    work = settled(Worklist(), LookJob(shelf))  # type: ignore[arg-type]
    before = work.health

    settled(work, LookJob(shelf, mend=True))  # type: ignore[arg-type]

    assert work.health is before
    assert work.health_trouble
