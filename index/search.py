"""CONDUCTOR of the index: passages in, ranked hits out.

build:  articles -> vectors -> dense.faiss; articles -> lexical; manifest
search: query -> (terms -> BM25 | vector -> cosine) -> join with the articles -> proximity -> fusion
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self

from corpus import DiskFull, Filters, LibraryBusy, LibraryReadOnly, Passage, Store, folded_words
from index.config import IndexSettings
from index.dense import FILE, DenseIndex
from index.encoders import Encoder, encoder_named
from index.errors import EncoderMismatch, IndexDamaged, QueryEmpty
from index.faults import index_faults
from index.fusion import fuse_by_score
from index.lexical import LexicalIndex, remove_generations
from index.manifest import Manifest, read_manifest, write_manifest
from index.model import Candidate
from index.proximity import Proximity
from index.terms import query_terms
from index.update import Progress, fill_generation, should_rewrite, sync_dense, sync_lexical
from index.vectors import VectorStore, discard_if_damaged

logger = logging.getLogger(__name__)


class SearchIndex:
    """The derived index of one library, open for searching and kept up to date with it.

    Safe to share between threads. What it finds is joined with the articles before it is given
    out, so an article that was removed or replaced is never found, however old the index.
    """

    def __init__(
        self, store: Store, settings: IndexSettings, encoder: Encoder, manifest: Manifest
    ) -> None:
        self.store, self.settings, self.encoder = store, settings, encoder
        self.folder = store.folder / "index"
        self._manifest = manifest
        self._lock = threading.RLock()
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="onrecord-lexical")
        self._covered = 0
        self._known_languages: tuple[int, list[str]] | None = None
        self._open_parts()

    # Opening

    @classmethod
    def open(
        cls, store: Store, settings: IndexSettings | None = None, encoder: Encoder | None = None
    ) -> Self:
        """Open the index of a library; one that was never built starts empty.

        It is not brought up to date here: the first search does that, or ``update``.

        Raises:
            IndexDamaged, IndexTooNew, EncoderMismatch: As their messages say; nothing was changed.
        """
        settings = settings or IndexSettings()
        encoder = encoder or encoder_named(settings.encoder)
        while True:
            found = read_manifest(store.folder / "index", store.folder)
            manifest = found or _first_manifest(store, encoder)
            if manifest.library_id != store.library_id:
                raise IndexDamaged(str(store.folder), "it belongs to another library")
            if manifest.encoder_digest != encoder.digest:
                raise EncoderMismatch(str(store.folder), manifest.encoder, settings.encoder)
            try:
                with index_faults(store.folder):
                    return cls(store, settings, encoder, manifest)
            except IndexDamaged:  # or a writer has just put other files in their place
                if read_manifest(store.folder / "index", store.folder) == found:
                    raise

    @classmethod
    def build(
        cls,
        store: Store,
        settings: IndexSettings | None = None,
        encoder: Encoder | None = None,
        *,
        progress: Progress | None = None,
    ) -> Self:
        """Make the whole index again; the caller holds ``store.writing()``.

        Vectors of unchanged passages are taken from vectors.db. The old index stays in use until
        the new one is complete.
        """
        settings = settings or IndexSettings()
        encoder = encoder or encoder_named(settings.encoder)
        folder = store.folder / "index"
        with index_faults(store.folder):
            folder.mkdir(parents=True, exist_ok=True)
            change = store.change_counter
            dense = DenseIndex(encoder.dim)
            discard_if_damaged(folder, store.folder)
            vectors = VectorStore(folder, store.folder)
            try:
                sync_dense(dense, store, encoder, encoder.digest, vectors, progress=progress)
                vectors.forget_all_but(encoder.digest, store.passage_keys())
            finally:
                vectors.close()
            generation = _free_generation(folder)
            fill_generation(folder / "lexical", generation, store.folder, store)
            dense.save(folder, encoder.digest)
            manifest = _first_manifest(store, encoder).with_changes(
                dense_change=change, lexical_change=change, lexical_generation=generation
            )
            write_manifest(manifest, folder)
            remove_generations(folder / "lexical", keep=generation)
            return cls(store, settings, encoder, manifest)

    def _open_parts(self) -> None:
        if (self.folder / FILE).exists() or self._manifest.dense_change > 0:
            self._dense = DenseIndex.load(
                self.folder,
                self.store.folder,
                dim=self.encoder.dim,
                encoder_digest=self.encoder.digest,
            )
        else:
            self._dense = DenseIndex(self.encoder.dim)
        self._lexical: LexicalIndex | None = None
        if self._manifest.lexical_change > 0:
            generation = self.folder / "lexical" / str(self._manifest.lexical_generation)
            self._lexical = LexicalIndex(generation, self.store.folder)
        if (
            self._manifest.dense_change
            == self._manifest.lexical_change
            == self.store.change_counter
        ):
            self._covered = self._manifest.lexical_change

    def close(self) -> None:
        """Let go of threads; the files are read into memory or mapped."""
        self._beside.shutdown(wait=True)

    # Keeping up

    @property
    def is_behind(self) -> bool:
        """Whether articles were added or changed that a search does not see yet."""
        return self._covered < self.store.change_counter

    def update(self, *, progress: Progress | None = None) -> None:
        """Bring the index up to date on disk; the caller holds ``store.writing()``.

        A crash in between costs at most the last batch of vectors.
        """
        with self._lock, index_faults(self.store.folder):
            if read_manifest(self.folder, self.store.folder) not in (None, self._manifest):
                self._adopt()
            if not self.is_behind:
                return
            change = self.store.change_counter
            self.folder.mkdir(parents=True, exist_ok=True)
            has_file = (self.folder / FILE).exists()
            vectors = VectorStore(self.folder, self.store.folder)
            try:
                added, replaced = sync_dense(
                    self._dense,
                    self.store,
                    self.encoder,
                    self.encoder.digest,
                    vectors,
                    progress=progress,
                )
                # Replaced passages need no erasing: their text stays readable as an older revision.
                reached = min(self._manifest.dense_change, self._manifest.lexical_change)
                erase = self.store.removed_since(reached)
                if erase or replaced:
                    vectors.forget_all_but(self.encoder.digest, self.store.passage_keys())
            finally:
                vectors.close()
            manifest = self._updated_lexical(erase=erase)
            if erase or should_rewrite(self._dense, added, has_file=has_file):
                self._dense.save(self.folder, self.encoder.digest)
                manifest = manifest.with_changes(dense_change=change)
            manifest = manifest.with_changes(lexical_change=change)
            write_manifest(manifest, self.folder)
            remove_generations(self.folder / "lexical", keep=manifest.lexical_generation)
            self._manifest, self._covered = manifest, change

    def _updated_lexical(self, *, erase: bool) -> Manifest:
        """Bring the lexical index up to date.

        Tantivy only marks what is deleted, and can't be told to drop it; so where words must leave
        the disk (``erase``), the index is made again in another folder.
        """
        folder, manifest = self.folder / "lexical", self._manifest
        if erase:
            generation = _free_generation(self.folder)
            self._lexical = fill_generation(folder, generation, self.store.folder, self.store)
            return manifest.with_changes(lexical_generation=generation)
        if self._lexical is None:
            generation = manifest.lexical_generation
            place = folder / str(generation)
            self._lexical = LexicalIndex(place, self.store.folder, create=True)
        sync_lexical(self._lexical, self.store, since=manifest.lexical_change)
        return manifest

    def catch_up(self, *, progress: Progress | None = None) -> bool:
        """Bring the index up to date if this process may; returns whether it now is."""
        with self._lock:
            if not self.is_behind:
                return True
            try:
                with self.store.writing(wait_seconds=0):
                    self.update(progress=progress)
            except (LibraryBusy, LibraryReadOnly, DiskFull) as error:
                logger.info("the index stays behind the articles: %s", error)
                self._adopt()
            return not self.is_behind

    def _adopt(self) -> None:
        """Take over what another process has written since."""
        manifest, former = read_manifest(self.folder, self.store.folder), self._manifest
        if manifest is None:
            return
        if manifest == former and self._covered >= manifest.lexical_change:
            return
        if manifest.encoder_digest != self.encoder.digest:
            raise EncoderMismatch(str(self.store.folder), manifest.encoder, self.settings.encoder)
        self._manifest = manifest
        try:
            with index_faults(self.store.folder):
                self._open_parts()
                self._take_known_vectors()
        except BaseException:
            self._manifest = former
            raise
        self._covered = manifest.lexical_change

    def _take_known_vectors(self) -> None:
        """Complete the dense index with what another process has encoded; nothing is written."""
        vectors = VectorStore(self.folder, self.store.folder, writable=False)
        try:
            sync_dense(self._dense, self.store, None, self.encoder.digest, vectors)
        finally:
            vectors.close()

    # Searching

    def search(self, query: str, k: int = 10, *, filters: Filters | None = None) -> list[Candidate]:
        """The best passages for a query.

        Args:
            query: A question or key words, in plain language; nothing in it is syntax.
            k: At most so many.
            filters: Only articles that these let through are searched.

        Returns:
            Candidates by fused score, best first, ties by passage key.

        Raises:
            QueryEmpty: No word stands in the query.
            IndexDamaged: A file of the index turned out to be damaged.
        """
        if not folded_words(query):
            raise QueryEmpty(query)
        if k < 1:
            return []
        self.catch_up()
        with self._lock, index_faults(self.store.folder):
            bm25, cosine = self._scores(query, max(k, self.settings.pool), filters)
            first = fuse_by_score(bm25, cosine, weights=self.settings.weights)
            near, passages = self._near(query, first[: max(k, self.settings.closely_read)])
            fused = fuse_by_score(bm25, cosine, near, weights=self.settings.weights)
        return [
            Candidate(passages[key], bm25.get(key, 0.0), cosine.get(key, 0.0), score)
            for key, score in fused
            if key in passages
        ][:k]

    def _scores(
        self, query: str, pool: int, filters: Filters | None
    ) -> tuple[dict[int, float], dict[int, float]]:
        """BM25 and cosine of every passage that either search brought."""
        articles = self.store.article_keys(filters) if filters else None
        allowed = self.store.passage_keys(filters) if filters else None
        terms = query_terms(query, self._languages())
        by_words = self._beside.submit(self._by_words, terms, pool, articles)
        vector = self.encoder.encode([query])[0]
        cosine = dict(self._dense.search(vector, pool, allowed=allowed))
        bm25 = dict(by_words.result())
        cosine |= self._dense.cosines(vector, sorted(bm25.keys() - cosine.keys()))
        bm25 |= self._by_words_of(terms, sorted(cosine.keys() - bm25.keys()))
        return bm25, cosine

    def _languages(self) -> list[str]:
        """The languages of the articles, asked of the database once for each change."""
        change = self.store.change_counter
        if self._known_languages is None or self._known_languages[0] != change:
            self._known_languages = (change, self.store.languages())
        return self._known_languages[1]

    def _by_words(
        self, terms: Sequence[str], pool: int, articles: Sequence[int] | None
    ) -> list[tuple[int, float]]:
        if self._lexical is None:
            return []
        boost = self.settings.title_boost
        return self._lexical.search(terms, pool, title_boost=boost, articles=articles)

    def _by_words_of(self, terms: Sequence[str], keys: Sequence[int]) -> list[tuple[int, float]]:
        """BM25 of given passages, so that what only the vectors found is scored in full."""
        if self._lexical is None or not keys:
            return []
        boost = self.settings.title_boost
        return self._lexical.search(terms, len(keys), title_boost=boost, passages=keys)

    def _near(
        self, query: str, best: Sequence[tuple[int, float]]
    ) -> tuple[dict[int, tuple[float, float]], dict[int, Passage]]:
        """The best passages as they stand in the articles now, and how near the words are there.

        One that was removed or replaced meanwhile is missing from both.
        """
        passages = self.store.passages([key for key, _ in best])
        if self._lexical is None:
            return {}, passages
        proximity = Proximity(query, self._lexical)
        return {key: proximity.of(passage) for key, passage in passages.items()}, passages

    def rarity(self, term: str) -> float:
        """How rare a term is among the passages; see ``LexicalIndex.rarity``."""
        with self._lock:
            return self._lexical.rarity(term) if self._lexical else 0.0

    @property
    def lexical(self) -> LexicalIndex | None:
        """The lexical index, for phrases; ``None`` while nothing is in it."""
        return self._lexical

    @property
    def dense(self) -> DenseIndex:
        """The dense index, for the doctor."""
        return self._dense


def _first_manifest(store: Store, encoder: Encoder) -> Manifest:
    return Manifest(
        library_id=store.library_id,
        encoder=encoder.name,
        encoder_digest=encoder.digest,
        dim=encoder.dim,
        splitting=store.recall("splitting") or "",
    )


def _free_generation(folder: Path) -> int:
    """A number that no folder under ``lexical`` has."""
    lexical = folder / "lexical"
    taken = [0]
    if lexical.is_dir():
        taken += [int(path.name) for path in lexical.iterdir() if path.name.isdigit()]
    return max(taken) + 1
