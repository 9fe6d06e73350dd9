"""Adding articles in the background.

Streamlit stops a run wherever it happens to be when the visitor clicks something; adding goes on in
a thread of its own, and whichever run comes next shows how far it is.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from corpus import IngestReport, OnRecordError
from ui import words

logger = logging.getLogger(__name__)

ONE_AT_A_TIME = threading.Lock()
"""A library has one writer; visitors of this page queue here rather than be refused."""


class TakesArticles(Protocol):
    """The part of a library that adds."""

    def add(
        self,
        sources: Sequence[str | Path],
        *,
        progress: Callable[[str, int, int | None], None] | None = None,
        report: IngestReport | None = None,
    ) -> IngestReport:
        """Add files and folders; ``report`` fills on the way, and is true at any moment."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """How far a job is."""

    stage: str = ""
    done: int = 0
    total: int | None = None

    @property
    def fraction(self) -> float:
        """From 0 to 1; 0 while the total is unknown."""
        return min(1.0, self.done / self.total) if self.total else 0.0


class AddJob(threading.Thread):
    """Adds files to a library. ``outcome`` is set at the end, ``trouble`` if it broke off."""

    def __init__(
        self,
        library: TakesArticles,
        sources: Sequence[Path],
        *,
        afterwards: Callable[[IngestReport], IngestReport] | None = None,
        clean_up: Callable[[], None] | None = None,
    ) -> None:
        """Prepare the job; ``start`` starts it.

        Args:
            library: Where the articles go.
            sources: Files and folders.
            afterwards: Makes the report fit to be shown.
            clean_up: Called at the end, whatever happened.
        """
        super().__init__(name="add-articles", daemon=True)
        self.step = Step()
        self.outcome: IngestReport | None = None
        self.trouble: str | None = None
        self._library, self._sources = library, sources
        self._afterwards, self._clean_up = afterwards, clean_up

    def run(self) -> None:
        """Add, and keep the outcome; an error becomes a line beside what was done until then."""
        report = IngestReport()
        try:
            with ONE_AT_A_TIME:
                self._library.add(self._sources, progress=self._note, report=report)
        except OnRecordError as error:
            self.trouble = str(error)
        except Exception:
            logger.exception("adding %d sources failed", len(self._sources))
            self.trouble = words.SOMETHING_FAILED
        finally:
            self.outcome = self._afterwards(report) if self._afterwards else report
            if self._clean_up:
                self._clean_up()

    def has_ended(self, *, within_seconds: float = 0.0) -> bool:
        """Whether the job is over, after waiting for it at most so long."""
        self.join(timeout=within_seconds)
        return not self.is_alive()

    def _note(self, stage: str, done: int, total: int | None) -> None:
        self.step = Step(stage, done, total)
