"""``vectors.db``: every passage's vector, so that none is computed twice.

Keyed by the encoder's digest and the hash of the encoded text: a passage that is cut, titled
or dated otherwise is another text. The only module that speaks SQL about vectors.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus import LibraryDamaged, plain_errors, sqlite_uri
from index.dense import DenseIndex
from index.errors import IndexDamaged

logger = logging.getLogger(__name__)

_TABLES = """
CREATE TABLE IF NOT EXISTS vectors (
    encoder TEXT NOT NULL, text_hash BLOB NOT NULL, vector BLOB NOT NULL,
    PRIMARY KEY (encoder, text_hash)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS uses (passage_key INTEGER PRIMARY KEY, text_hash BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS uses_by_hash ON uses (text_hash);
"""
FILE = "vectors.db"
_STRIDE = 500
"""Values in one statement, far under SQLite's limit."""


def hash_of(text: str) -> bytes:
    """The 32 bytes that name a text here."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


@contextmanager
def _faults(library: Path) -> Iterator[None]:
    """SQLite's errors in plain words; a damaged vectors.db is mended by a rebuild."""
    try:
        with plain_errors(library):
            yield
    except LibraryDamaged as error:
        raise IndexDamaged(str(library), f"vectors.db: {error.detail}") from error


class VectorStore:
    """The vectors of one library. Opened for a single update and closed again."""

    def __init__(self, folder: Path, library: Path, *, writable: bool = True) -> None:
        self._library = library
        path = folder / FILE
        if not writable and not path.exists():
            raise IndexDamaged(str(library), f"{FILE} is missing")
        with _faults(library):
            self._connection = sqlite3.connect(
                sqlite_uri(path, writable=writable),
                uri=True,
                isolation_level=None,
                check_same_thread=False,
            )
            try:
                if writable:
                    self._connection.execute("PRAGMA journal_mode = WAL")
                    self._connection.execute("PRAGMA secure_delete = ON")
                    self._connection.executescript(_TABLES)
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def find(
        self, encoder: str, hashes: Sequence[bytes], *, dim: int
    ) -> dict[bytes, NDArray[np.float32]]:
        """The vectors that are known for these texts, leaving out any that is damaged."""
        found: dict[bytes, NDArray[np.float32]] = {}
        for start in range(0, len(hashes), _STRIDE):
            part = list(hashes[start : start + _STRIDE])
            marks = ",".join("?" * len(part))
            where = f"WHERE encoder = ? AND text_hash IN ({marks})"
            sql = f"SELECT text_hash, vector FROM vectors {where}"
            with _faults(self._library):
                for text_hash, stored in self._connection.execute(sql, [encoder, *part]):
                    if len(stored) == 4 * dim:
                        vector = np.frombuffer(stored, dtype="<f4")
                        if abs(float(vector @ vector) - 1.0) < 1e-3:
                            found[text_hash] = vector
        return found

    def put(
        self,
        encoder: str,
        vectors: Mapping[bytes, NDArray[np.float32]],
        uses: Mapping[int, bytes],
    ) -> None:
        """Keep vectors and which passages use them, in one transaction."""
        with _faults(self._library), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
                [
                    (encoder, text_hash, np.asarray(vector, dtype="<f4").tobytes())
                    for text_hash, vector in vectors.items()
                ],
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO uses VALUES (?, ?)", list(uses.items())
            )

    def forget_all_but(self, encoder: str, keys: Iterable[int]) -> None:
        """Erase, and overwrite, the vectors of passages that are gone and of other encoders."""
        with _faults(self._library), self._connection:
            run = self._connection.execute
            run("BEGIN IMMEDIATE")
            run("CREATE TEMP TABLE IF NOT EXISTS kept (passage_key INTEGER PRIMARY KEY)")
            run("DELETE FROM kept")
            self._connection.executemany("INSERT INTO kept VALUES (?)", ((key,) for key in keys))
            run("DELETE FROM uses WHERE passage_key NOT IN (SELECT passage_key FROM kept)")
            run(
                "DELETE FROM vectors WHERE encoder <> ? "
                "OR text_hash NOT IN (SELECT text_hash FROM uses)",
                (encoder,),
            )
        with _faults(self._library):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def problems(self) -> list[str]:
        """What SQLite says is wrong with the file, a line each.

        Raises:
            IndexDamaged: So much is wrong that the file can't be read.
        """
        with _faults(self._library):
            checked = self._connection.execute("PRAGMA integrity_check")
            return [f"vectors.db: {row[0]}" for row in checked if row[0] != "ok"]

    def differences(self, encoder: str, dense: DenseIndex) -> Iterator[str]:
        """A line when the vectors that a dense index holds are not the ones kept here."""
        wrong = 0
        with _faults(self._library):
            rows = self._connection.execute(
                "SELECT u.passage_key, v.vector FROM uses u "
                "LEFT JOIN vectors v ON v.text_hash = u.text_hash AND v.encoder = ?",
                (encoder,),
            )
            for key, vector in rows:
                held = dense.vector(key)
                if vector is None or (
                    held is not None and not np.array_equal(held, np.frombuffer(vector, "<f4"))
                ):
                    wrong += 1
        if wrong:
            yield f"vectors.db and dense.faiss differ in {wrong} passages"


def discard_if_damaged(folder: Path, library: Path) -> None:
    """Delete a ``vectors.db`` that can't be read: a rebuild computes its vectors again."""
    try:
        vectors = VectorStore(folder, library)
        try:
            damaged = bool(vectors.problems())
        finally:
            vectors.close()
    except IndexDamaged:
        damaged = True
    if damaged:
        logger.warning("vectors.db is damaged; every passage is encoded again")
        for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
            (folder / name).unlink(missing_ok=True)
