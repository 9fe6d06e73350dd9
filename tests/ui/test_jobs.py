"""ui.jobs: work goes on beside the page, and says how far it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus import IngestReport, LibraryReadOnly
from index import Problem
from ui.jobs import AddJob, LookJob, Progress, RemoveJob, Step


class Slow:
    """Reports one step, then waits to be let go."""

    def __init__(self) -> None:
        self.noted, self.go_on = threading.Event(), threading.Event()

    def add(
        self,
        sources: Sequence[str | Path],
        *,
        progress: Callable[[str, int, int | None], None] | None = None,
        report: IngestReport | None = None,
    ) -> IngestReport:
        if progress:
            progress("reading", 3, 12)
        self.noted.set()
        assert self.go_on.wait(10)
        assert report is not None
        report.added.append("a")
        return report


def test_a_job_shows_its_step_until_it_has_ended() -> None:
    library = Slow()
    job = AddJob(library, [Path("a.txt")])
    job.start()
    assert library.noted.wait(10)
    assert (job.step, job.has_ended()) == (Step("reading", 3, 12), False)
    assert job.step.rate is None

    library.go_on.set()

    assert job.has_ended(within_seconds=10)
    assert job.outcome == IngestReport(added=["a"])


def test_a_fraction_is_nothing_while_the_total_is_unknown_and_never_above_one() -> None:
    steps = (Step("reading", 3), Step("reading", 3, 12), Step("reading", 13, 12), Step("x", 0, 0))

    assert [step.fraction for step in steps] == [0.0, 0.25, 1.0, 0.0]


def test_the_rate_leaves_the_first_batch_out_and_gives_the_time_left() -> None:
    step = Step("indexing", 300, 500, measured=200, seconds=4.0)

    assert (step.rate, step.seconds_left) == (50.0, 4.0)


def test_a_rate_is_not_told_before_it_can_be_known() -> None:
    assert Step("indexing", 30, 500, measured=20, seconds=0.5).rate is None
    assert Step("indexing", 30, 500, measured=0, seconds=5.0).rate is None
    assert Step("reading", 300, None, measured=200, seconds=4.0).seconds_left is None


def test_each_stage_is_measured_from_its_first_note() -> None:
    job = RemoveJob(Shelf(), ["a"])
    job.note("reading", 100, 100)

    job.note("indexing", 32, 64)
    assert job.step.measured == 0

    job.note("indexing", 64, 64)
    assert job.step.measured == 32


class Shelf:
    """Removes, examines and mends; or raises."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error, self.done = error, list[str]()

    def remove(
        self, article_ids: Sequence[str], *, progress: Progress | None = None
    ) -> tuple[list[str], list[str]]:
        if self.error:
            raise self.error
        return list(article_ids)[:1], list(article_ids)[1:]

    def examine(self) -> list[Problem]:
        self.done.append("examined")
        return [] if "mended" in self.done else [Problem("vectors.db is missing", "x rebuild")]

    def rebuild(self, *, progress: Progress | None = None) -> object:
        if self.error:
            raise self.error
        self.done.append("mended")
        return self


def test_a_removal_counts_what_is_gone_and_what_was_not_there() -> None:
    job = RemoveJob(Shelf(), ["a", "b", "c"])
    job.run()

    assert (job.removed, job.missing, job.trouble) == (1, 2, None)


def test_an_error_becomes_one_line() -> None:
    job = RemoveJob(Shelf(LibraryReadOnly("/library")), ["a"])
    job.run()

    assert (job.removed, job.trouble) == (0, str(LibraryReadOnly("/library")))


def test_mending_looks_again_afterwards() -> None:
    shelf = Shelf()
    job = LookJob(shelf, mend=True)
    job.run()

    assert (shelf.done, job.problems) == (["mended", "examined"], [])
    assert job.ended_at is not None


def test_mending_that_breaks_off_says_nothing_of_health() -> None:
    job = LookJob(Shelf(RuntimeError("secret")), mend=True)
    job.run()

    assert job.problems is None
    assert job.trouble
    assert "secret" not in job.trouble
