"""``dense.faiss``: exact search by inner product over unit vectors, by passage key.

The file is FAISS's own with a trailer behind it, which FAISS ignores: the encoder's digest, the
SHA-256 of all before it, and a mark. So the file proves itself, whatever crash came between its
writing and the manifest's.

Source: the FAISS wiki, "Faiss indexes" (IndexFlatIP) and "Pre- and post-processing" (IndexIDMap2):
explicit ids, so that removing one never shifts another.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexDamaged
from index.files import replace_file, sha256_of_file

FILE = "dense.faiss"
_MARK = b"ONRDENS1"
_TRAILER_BYTES = 32 + 32 + len(_MARK)


class DenseIndex:
    """Vectors of shape (n, dim) under int64 keys; n may be 0."""

    def __init__(self, dim: int) -> None:
        import faiss

        self.dim = dim
        self._index: Any = faiss.IndexIDMap2(faiss.IndexFlatIP(dim))

    @classmethod
    def load(cls, folder: Path, library: Path, *, dim: int, encoder_digest: str) -> Self:
        """Read the file.

        Raises:
            IndexDamaged: It is missing, or not what was written, or of another encoder.
        """
        import faiss

        path = folder / FILE
        try:
            _check(path, encoder_digest)
            loaded = cls(dim)
            loaded._index = faiss.read_index(str(path))
        except (OSError, ValueError, RuntimeError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error).splitlines()[0]
            raise IndexDamaged(str(library), f"{FILE}: {reason}") from error
        return loaded

    def save(self, folder: Path, encoder_digest: str) -> None:
        """Write the file, whole or not at all."""
        replace_file(folder / FILE, lambda fresh: self._write(fresh, bytes.fromhex(encoder_digest)))

    def _write(self, path: Path, encoder: bytes) -> None:
        import faiss

        faiss.write_index(self._index, str(path))
        with path.open("ab") as file:
            file.write(encoder)
        checked = bytes.fromhex(sha256_of_file(path))
        with path.open("ab") as file:
            file.write(checked + _MARK)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def keys(self) -> NDArray[np.int64]:
        """The keys inside, in no stated order."""
        import faiss

        return np.asarray(faiss.vector_to_array(self._index.id_map), dtype=np.int64)

    def add(self, keys: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Add one vector a key; the keys must be new."""
        if len(keys):
            self._index.add_with_ids(vectors, np.asarray(keys, dtype=np.int64))

    def remove(self, keys: NDArray[np.int64]) -> None:
        """Take vectors out; keys that are not inside are no matter."""
        if len(keys):
            self._index.remove_ids(np.ascontiguousarray(keys, dtype=np.int64))

    def search(
        self, vector: NDArray[np.float32], limit: int, *, allowed: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """The nearest passages to one vector of shape (dim,).

        Args:
            vector: A unit vector.
            limit: At most so many.
            allowed: Search only among these keys; all where ``None``.

        Returns:
            (key, cosine) pairs, best first, ties by key.
        """
        import faiss

        if not len(self) or (allowed is not None and not len(allowed)):
            return []
        parameters = None
        if allowed is not None:
            selector = faiss.IDSelectorBatch(np.asarray(allowed, dtype=np.int64))
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        cosines, keys = self._index.search(
            vector[None, :], min(limit, len(self)), params=parameters
        )
        pairs = [
            (int(key), float(cosine))
            for key, cosine in zip(keys[0], cosines[0], strict=True)
            if key >= 0
        ]
        return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))

    def cosines(self, vector: NDArray[np.float32], keys: Sequence[int]) -> dict[int, float]:
        """The cosine of each of these passages; a key that is not inside is left out."""
        vectors = {key: self.vector(key) for key in keys}
        return {key: float(vector @ held) for key, held in vectors.items() if held is not None}

    def vector(self, key: int) -> NDArray[np.float32] | None:
        """The vector under a key, or ``None``."""
        try:
            return np.asarray(self._index.reconstruct(int(key)), dtype=np.float32)
        except RuntimeError:  # FAISS knows no such key
            return None


def _check(path: Path, encoder_digest: str) -> None:
    """Raise ValueError unless the file is whole and of this encoder."""
    size = path.stat().st_size - _TRAILER_BYTES
    digest = hashlib.sha256()
    with path.open("rb") as file:
        if size < 0:
            raise ValueError("it is cut short")
        left = size + 32
        while left and (block := file.read(min(left, 1 << 20))):
            digest.update(block)
            left -= len(block)
        trailer = file.read()
        file.seek(size)
        encoder = file.read(32)
    if trailer != digest.digest() + _MARK:
        raise ValueError("it is cut short or changed")
    if encoder.hex() != encoder_digest:
        raise ValueError("its vectors are of another encoder")
