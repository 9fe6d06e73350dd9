"""ui.jobs: adding goes on beside the page, and says how far it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus import IngestReport
from ui.jobs import AddJob, Step


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

    library.go_on.set()

    assert job.has_ended(within_seconds=10)
    assert job.outcome == IngestReport(added=["a"])


def test_a_fraction_is_nothing_while_the_total_is_unknown_and_never_above_one() -> None:
    steps = (Step("reading", 3), Step("reading", 3, 12), Step("reading", 13, 12), Step("x", 0, 0))

    assert [step.fraction for step in steps] == [0.0, 0.25, 1.0, 0.0]
