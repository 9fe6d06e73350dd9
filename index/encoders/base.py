"""What every encoder does: texts in, unit vectors out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Encoder(Protocol):
    """Turns text into vectors whose dot product is their cosine similarity."""

    name: str
    """What the settings call it."""

    digest: str
    """Hexadecimal SHA-256 of its weights. Stored in the index and with every vector: vectors of
    different digests are never compared."""

    dim: int
    """Vector length; 384 for ``all-MiniLM-L6-v2``."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Encode each text as one unit vector.

        Args:
            texts: The n texts, in any order and with repeats. A text longer than the
                model's window is cut at the window, never rejected.

        Returns:
            Shape (n, dim), C-contiguous, each row of Euclidean norm 1 to within 1e-5.
            Row i belongs to ``texts[i]``. No texts gives shape (0, dim).

        Raises:
            ValueError: A text is empty or only whitespace; the message gives its position.

        Source:
            Cosine as inner product on unit vectors: the FAISS wiki, "MetricType and
            distances", section on cosine similarity.
        """
        ...


def refuse_blank(texts: Sequence[str]) -> None:
    """Raise for the first text that holds nothing to encode."""
    for position, text in enumerate(texts):
        if not text.strip():
            raise ValueError(f"text {position} is empty, so it has no direction to point in")
