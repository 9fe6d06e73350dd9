"""One library, opened for everything that is done with it: add, remove, search, examine, rebuild.

The command line and the page both work through this, so they do the same things.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from corpus import (
    IngestReport,
    LibraryMissing,
    LibraryReadOnly,
    Store,
    count_sources,
    ingest,
    split_again,
)
from index import Encoder, Problem, SearchIndex, encoder_named, examine, open_store
from qa.settings import Settings, load_settings

Progress = Callable[[str, int, int | None], None]
"""Called with the stage (``"reading"`` or ``"indexing"``), how much is done, and of how much."""


class Library:
    """The articles of one folder with their index. Safe to share between threads."""

    def __init__(self, store: Store, settings: Settings, encoder: Encoder | None = None) -> None:
        self.store, self.settings = store, settings
        self._encoder = encoder
        self._search_index: SearchIndex | None = None

    @classmethod
    def open(
        cls,
        folder: str | Path | None = None,
        *,
        settings: Settings | None = None,
        encoder: Encoder | None = None,
        create: bool = False,
    ) -> Self:
        """Open a library; no model is loaded before something is searched or added.

        Args:
            folder: Where it is; the settings' folder where ``None``.
            settings: The settings; read from file and environment where ``None``.
            encoder: In place of the one that the settings name.
            create: Make an empty library where there is none.

        Raises:
            LibraryMissing, LibraryTooNew, LibraryDamaged, LibraryReadOnly: As their messages say.
        """
        settings = settings or load_settings()
        folder = Path(folder or settings.library).expanduser()
        try:
            store = open_store(folder)
        except LibraryMissing:
            if not create:
                raise
            store = Store.open(folder, writable=True)
        return cls(store, settings, encoder)

    @property
    def search_index(self) -> SearchIndex:
        """The index, opened when it is first needed.

        Raises:
            IndexDamaged, IndexTooNew, EncoderMismatch, EncoderMissing, WeightsMismatch.
        """
        if self._search_index is None:
            self._search_index = SearchIndex.open(self.store, self.settings.index, self.encoder)
        return self._search_index

    @property
    def encoder(self) -> Encoder:
        """The encoder that the settings name."""
        if self._encoder is None:
            self._encoder = encoder_named(self.settings.index.encoder)
        return self._encoder

    @property
    def writable(self) -> bool:
        """Whether articles can be added here."""
        return self.store.writable

    @property
    def is_behind(self) -> bool:
        """Whether there are articles that a search does not see yet."""
        return self._search_index is not None and self._search_index.is_behind

    def add(
        self,
        sources: Iterable[str | Path],
        *,
        progress: Progress | None = None,
        report: IngestReport | None = None,
        standard_input: BinaryIO | None = None,
    ) -> IngestReport:
        """Add articles and bring the index up to date; see ``corpus.ingest``.

        Raises:
            LibraryBusy, LibraryReadOnly, DiskFull: What the report holds is in all the same.
        """
        report = IngestReport() if report is None else report
        sources = list(sources)
        opened = self.search_index  # a damaged index is said before anything is read
        with self.store.writing():
            ingest(
                sources,
                self.store,
                settings=self.settings.corpus,
                report=report,
                standard_input=standard_input,
                progress=_counting(progress, sources),
            )
            opened.update(progress=_indexing(progress))
        return report

    def remove(
        self, article_ids: Iterable[str], *, progress: Progress | None = None
    ) -> tuple[list[str], list[str]]:
        """Erase articles from the database and the index.

        Returns:
            The ids that were removed, and those that no article has.
        """
        with self.store.writing():
            removed, missing = self.store.remove(article_ids)
            if removed:
                self.search_index.update(progress=_indexing(progress))
        return removed, missing

    def rebuild(self, *, progress: Progress | None = None) -> SearchIndex:
        """Make the index again from the articles; vectors of unchanged passages are kept."""
        if not self.store.writable:
            raise LibraryReadOnly(str(self.store.folder))
        with self.store.writing():
            split_again(self.store, self.settings.corpus.passages)
            built = SearchIndex.build(
                self.store, self.settings.index, self.encoder, progress=_indexing(progress)
            )
        if self._search_index is not None:
            self._search_index.close()
        self._search_index = built
        return built

    def examine(self) -> list[Problem]:
        """Everything that is wrong with the library."""
        return examine(self.store, self.settings.index, self.settings.corpus.passages, self.encoder)

    def close(self) -> None:
        """Let go of the library."""
        if self._search_index is not None:
            self._search_index.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def sample_articles() -> Path:
    """The file with the sample articles, ready to be added."""
    import corpus

    return Path(os.fspath(next(iter(corpus.__path__)))) / "sample" / "articles.jsonl"


def _counting(
    progress: Progress | None, sources: Iterable[str | Path]
) -> Callable[[int], None] | None:
    """Single counts into running totals."""
    if progress is None:
        return None
    done, total = 0, count_sources(sources)

    def count(more: int) -> None:
        nonlocal done
        done += more
        progress("reading", done, total)

    return count


def _indexing(progress: Progress | None) -> Callable[[int, int], None] | None:
    if progress is None:
        return None
    return lambda done, total: progress("indexing", done, total)
