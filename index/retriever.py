"""What scripts import: a library's passages, found for a query."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus import Filters, Store
from index.config import IndexSettings
from index.encoders import Encoder
from index.model import Hit, PhraseHit, hit_of
from index.phrases import find_phrase
from index.search import SearchIndex


class Retriever:
    """Finds passages in one library. Open it once and ask often: the model is loaded once."""

    def __init__(self, search_index: SearchIndex) -> None:
        self.search_index = search_index

    @classmethod
    def open(
        cls,
        folder: str | Path,
        *,
        settings: IndexSettings | None = None,
        encoder: Encoder | None = None,
    ) -> Self:
        """Open the library in ``folder``.

        Args:
            folder: A library that ``onrecord add`` has made.
            settings: Weights and encoder; the defaults where ``None``.
            encoder: An encoder of your own, in place of the one that the settings name.

        Raises:
            LibraryMissing, LibraryTooNew, LibraryDamaged: The articles can't be read.
            IndexDamaged, IndexTooNew, EncoderMismatch: The index can't be used.
        """
        store = open_store(folder)
        try:
            return cls(SearchIndex.open(store, settings, encoder))
        except BaseException:
            store.close()
            raise

    def search(self, query: str, k: int = 10, *, filters: Filters | None = None) -> list[Hit]:
        """The best passages for a query, best first.

        Raises:
            QueryEmpty: No word stands in the query.
        """
        found = self.search_index.search(query, k, filters=filters)
        return [hit_of(candidate) for candidate in found]

    def find_phrase(
        self, phrase: str, *, slop: int = 0, filters: Filters | None = None
    ) -> list[PhraseHit]:
        """Every place where these words stand together; see ``index.phrases.find_phrase``."""
        self.search_index.catch_up()
        lexical = self.search_index.lexical
        if lexical is None:
            return []
        store = self.search_index.store
        return find_phrase(phrase, store, lexical, slop=slop, filters=filters)

    @property
    def is_behind(self) -> bool:
        """Whether there are articles that a search does not see yet (another process is adding)."""
        return self.search_index.is_behind

    def close(self) -> None:
        """Let go of the library."""
        self.search_index.close()
        self.search_index.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_store(folder: str | Path) -> Store:
    """Open a library that exists, for writing where that is allowed, so that it can catch up."""
    folder = Path(folder).expanduser()
    Store.open(folder).close()  # raises where there is no library, and makes none
    writable = os.access(folder, os.W_OK) and os.access(folder / "articles.db", os.W_OK)
    return Store.open(folder, writable=writable)
