"""Stand-ins that tests share: an encoder without a model, and articles in one line."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus import PassageSettings, Store, folded_words, ingest
from corpus.ingest import prepare
from corpus.model import Incoming, Metadata
from corpus.writes import Prepared
from index import SearchIndex


class HashedWords:
    """An ``Encoder``: each folded word counts in one of the places of the vector."""

    def __init__(self, dim: int = 64, name: str = "hashed-words") -> None:
        self.name, self.dim = name, dim
        self.digest = hashlib.sha256(f"{name} {dim}".encode()).hexdigest()
        self.encoded: list[str] = []
        """Every text that was ever encoded, so that a test can count them."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See ``Encoder.encode``."""
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, text in enumerate(texts):
            if not text.strip():
                raise ValueError(f"text {row} is empty")
            for word in folded_words(text) or [text]:
                place = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
                vectors[row, place % self.dim] += 1.0
        self.encoded += texts
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True).clip(min=1e-9)


def line(text: str, **fields: Any) -> dict[str, Any]:
    """An article as a JSON line, in English unless it says otherwise."""
    return {"text": text, "language": "en", **fields}


def incoming(text: str, **fields: Any) -> Incoming:
    """An article as a loader gives it; ``location``, ``given_id`` … beside the metadata."""
    kept = {
        name: fields.pop(name) for name in ("location", "given_id", "original") if name in fields
    }
    defaults = {"original": text.encode(), "source": "a test"}
    return Incoming(text=text, metadata=Metadata(**{"language": "en", **fields}), **defaults | kept)


def prepared(text: str, **fields: Any) -> Prepared:
    """The same, split into sentences and passages."""
    return prepare(incoming(text, **fields), PassageSettings())


def add_lines(store: Store, lines: Sequence[dict[str, Any]]) -> list[str]:
    """Add JSON lines to a library, without its index; returns the ids in order."""
    stream = io.BytesIO("\n".join(json.dumps(fields) for fields in lines).encode())
    report = ingest(["-"], store, standard_input=stream)
    assert not report.refused, report.refused
    return report.added + report.updated


def build_library(folder: Path, lines: Sequence[dict[str, Any]], encoder: HashedWords) -> Path:
    """A library of these articles with a complete index."""
    with Store.open(folder, writable=True) as store, store.writing():
        add_lines(store, lines)
        SearchIndex.build(store, encoder=encoder).close()
    return folder
