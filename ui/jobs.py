"""Work on the library in the background: adding, removing, mending, looking over.

Streamlit stops a run wherever it happens to be when the visitor clicks something. Work goes on in a
thread of its own that belongs to the server, and every page shows how far it is.
"""

from __future__ import annotations

import logging
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from corpus import IngestReport, OnRecordError
from index import Problem
from ui import words

logger = logging.getLogger(__name__)

ONE_AT_A_TIME = threading.Lock()
"""A library has one writer; visitors of this page queue here rather than be refused."""

MEASURED_SECONDS = 1.0
"""A rate is told only after so long; before that it would jump about."""

Progress = Callable[[str, int, int | None], None]


class TakesArticles(Protocol):
    """The part of a library that adds."""

    def add(
        self,
        sources: Sequence[str | Path],
        *,
        progress: Progress | None = None,
        report: IngestReport | None = None,
    ) -> IngestReport:
        """Add files and folders; ``report`` fills on the way, and is true at any moment."""
        ...


class LosesArticles(Protocol):
    """The part of a library that removes."""

    def remove(
        self, article_ids: Sequence[str], *, progress: Progress | None = None
    ) -> tuple[list[str], list[str]]:
        """Erase articles; gives the ids that were removed, and those that were not there."""
        ...


class CanBeMended(Protocol):
    """The part of a library that looks itself over and mends itself."""

    def examine(self) -> list[Problem]:
        """Everything that is wrong."""
        ...

    def rebuild(self, *, progress: Progress | None = None) -> object:
        """Make the index again."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """How far a job is."""

    stage: str = ""
    done: int = 0
    total: int | None = None
    measured: int = 0
    """How many were done while ``seconds`` passed; the first batch, with which models are loaded,
    is left out."""
    seconds: float = 0.0

    @property
    def fraction(self) -> float:
        """From 0 to 1; 0 while the total is unknown."""
        return min(1.0, self.done / self.total) if self.total else 0.0

    @property
    def rate(self) -> float | None:
        """How many are done in a second; ``None`` before that can be told."""
        if self.seconds < MEASURED_SECONDS or not self.measured:
            return None
        return self.measured / self.seconds

    @property
    def seconds_left(self) -> float | None:
        """How long this stage will still take, if it goes on as it has."""
        if self.rate is None or not self.total:
            return None
        return max(0, self.total - self.done) / self.rate


class Job(threading.Thread, ABC):
    """One piece of work. ``trouble`` is set if it broke off."""

    kind = ""
    """Its name in ``words_articles.WORKS``."""

    def __init__(self) -> None:
        """Prepare the job; ``start`` starts it."""
        super().__init__(name=f"onrecord-{self.kind}", daemon=True)
        self.trouble: str | None = None
        self.step = Step()
        self._first_done, self._first_noted = 0, 0.0

    def run(self) -> None:
        """Do it; an error becomes a line beside what was done until then."""
        try:
            with ONE_AT_A_TIME:
                self.work()
        except OnRecordError as error:
            self.trouble = str(error)
        except Exception:
            logger.exception("%s failed", self.name)
            self.trouble = words.SOMETHING_FAILED
        finally:
            self.finish()

    @abstractmethod
    def work(self) -> None:
        """What is to be done."""

    def finish(self) -> None:
        """What follows, whatever happened."""

    def has_ended(self, *, within_seconds: float = 0.0) -> bool:
        """Whether the job is over, after waiting for it at most so long."""
        self.join(timeout=within_seconds)
        return not self.is_alive()

    def note(self, stage: str, done: int, total: int | None) -> None:
        """Take down how far it is."""
        now = time.monotonic()
        if stage != self.step.stage:
            self._first_done, self._first_noted = done, now
        self.step = Step(stage, done, total, done - self._first_done, now - self._first_noted)


class AddJob(Job):
    """Adds files to a library; ``outcome`` is set at the end."""

    kind = "add"

    def __init__(
        self,
        library: TakesArticles,
        sources: Sequence[Path],
        *,
        afterwards: Callable[[IngestReport], IngestReport] | None = None,
        clean_up: Callable[[], None] | None = None,
    ) -> None:
        """Prepare the job.

        Args:
            library: Where the articles go.
            sources: Files and folders.
            afterwards: Makes the report fit to be shown.
            clean_up: Called at the end, whatever happened.
        """
        super().__init__()
        self.outcome: IngestReport | None = None
        self._library, self._sources = library, sources
        self._afterwards, self._clean_up = afterwards, clean_up
        self._report = IngestReport()

    def work(self) -> None:
        """Add; the report fills on the way."""
        self._library.add(self._sources, progress=self.note, report=self._report)

    def finish(self) -> None:
        """Keep the report, and leave nothing behind."""
        self.outcome = self._afterwards(self._report) if self._afterwards else self._report
        self.abandon()

    def abandon(self) -> None:
        """Clean up without starting."""
        if self._clean_up:
            self._clean_up()


class RemoveJob(Job):
    """Erases articles; ``removed`` and ``missing`` count them at the end."""

    kind = "remove"

    def __init__(self, library: LosesArticles, article_ids: Sequence[str]) -> None:
        """Prepare the job."""
        super().__init__()
        self.removed, self.missing = 0, 0
        self._library, self._ids = library, tuple(article_ids)

    def work(self) -> None:
        """Erase."""
        removed, missing = self._library.remove(self._ids, progress=self.note)
        self.removed, self.missing = len(removed), len(missing)


class LookJob(Job):
    """Looks a library over, and before that mends it where it was asked to."""

    def __init__(self, library: CanBeMended, *, mend: bool = False) -> None:
        """Prepare the job."""
        self.kind = "mend" if mend else "look"
        super().__init__()
        self.problems: list[Problem] | None = None
        self.ended_at: datetime | None = None
        self._library, self._mend = library, mend

    def work(self) -> None:
        """Mend, and look."""
        if self._mend:
            self._library.rebuild(progress=self.note)
        self.note("looking", 0, None)
        self.problems = self._library.examine()
        self.ended_at = datetime.now().astimezone()
