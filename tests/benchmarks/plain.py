"""The plain way: ``SentenceTransformer.encode`` in default settings, and a flat FAISS index."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from index.encoders.weights import default_weights


class PlainIndex:
    """What a script of ten lines would do, with the same weights."""

    def __init__(self) -> None:
        from sentence_transformers import SentenceTransformer

        self.model = SentenceTransformer(str(default_weights()), device="cpu")
        self.index: Any = None

    def add(self, texts: Sequence[str]) -> None:
        """Encode the texts and index them, in place of what was there."""
        import faiss

        vectors = self.model.encode(list(texts))
        self.index = faiss.IndexFlatIP(vectors.shape[1])
        self.index.add(vectors)

    def search(self, query: str, k: int = 10) -> list[int]:
        """The numbers of the nearest texts."""
        _, found = self.index.search(self.model.encode([query]), k)
        return [int(number) for number in found[0]]

    def write(self, path: Path) -> int:
        """Write the index; returns its bytes."""
        import faiss

        faiss.write_index(self.index, str(path))
        return path.stat().st_size
