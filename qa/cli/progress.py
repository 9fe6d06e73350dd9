"""A bar on standard error with rate and time left; nothing where nobody watches."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Any, Self

WORDS = {
    "reading": ("Reading articles", "article"),
    "indexing": ("Indexing", "passage"),
    "checking": ("Checking", "quotation"),
}


class Bar:
    """Passed as ``progress``; shows one bar a stage."""

    def __init__(self) -> None:
        self._stage: str | None = None
        self._bar: Any = None

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Show how far the stage is."""
        from tqdm import tqdm

        if stage != self._stage:
            self.close()
            words, unit = WORDS[stage]
            # disable=None: no bar unless standard error is a terminal.
            self._bar = tqdm(total=total, desc=words, unit=unit, disable=None, file=sys.stderr)
            self._stage = stage
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """Leave the last bar as it stands."""
        if self._bar is not None:
            self._bar.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
