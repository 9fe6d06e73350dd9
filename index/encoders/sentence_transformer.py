"""Any sentence-transformers model, by name or folder."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.encoders.base import refuse_blank
from index.errors import EncoderMissing


class SentenceTransformerEncoder:
    """Loads the model through sentence-transformers: from a folder, its cache, or the hub."""

    def __init__(self, name: str) -> None:
        """Load the model now, since its digest and vector length are needed at once.

        Raises:
            EncoderMissing: There is no such model, or no network to fetch it by.
        """
        self.name = name
        self._model = _load(name)
        self.dim = int(self._model.get_embedding_dimension())
        self.digest = _digest(self._model)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector a text; see ``Encoder.encode``."""
        refuse_blank(texts)
        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        vectors = self._model.encode(
            list(texts), normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.ascontiguousarray(vectors, dtype=np.float32)


def _load(name: str) -> Any:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise EncoderMissing(name, "sentence-transformers is not installed") from error
    try:
        try:  # what is on the disk needs no network, so none is asked
            return SentenceTransformer(name, device="cpu", local_files_only=True)
        except OSError:
            return SentenceTransformer(name, device="cpu")
    except Exception as error:  # the hub, its client and the model's own code raise what they like
        first_line = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise EncoderMissing(name, first_line) from error


def _digest(model: Any) -> str:
    """SHA-256 over the names, shapes and values of all parameters, in the order of their names."""
    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        values = tensor.detach().cpu().float().numpy()
        digest.update(f"{name} {values.shape}\n".encode())
        digest.update(np.ascontiguousarray(values).tobytes())
    return digest.hexdigest()
