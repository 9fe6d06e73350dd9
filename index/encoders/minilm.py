"""all-MiniLM-L6-v2 on onnxruntime, without torch.

``minilm.onnx`` beside this file is the model's graph without weights, made by
``python -m index.encoders.export``; the weights are injected from the published safetensors file
after its digest was checked. The vectors equal sentence-transformers' to within 1e-6 (tested),
a question takes a quarter of the time, and the process starts seconds earlier.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.config import DEFAULT_ENCODER
from index.encoders.base import refuse_blank
from index.encoders.weights import DIGEST, default_weights

GRAPH = Path(__file__).with_name("minilm.onnx")
WINDOW = 256
"""Tokens the model reads of a text, as its published settings say."""
TOKENS_A_BATCH = 2048
"""Padded tokens in one forward pass: measured best of 1,024 to 8,192 on two cores."""
PARAMETER_PREFIX = "bert."
"""What the exported graph puts before the names of the safetensors file."""


class MiniLM:
    """The default encoder. Weights are read and checked when the first text is encoded."""

    name = DEFAULT_ENCODER
    digest = DIGEST
    dim = 384

    def __init__(self, threads: int | None = None) -> None:
        self._threads = threads or _cores()
        self._loaded: tuple[Any, Any] | None = None

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector a text; see ``Encoder.encode``."""
        refuse_blank(texts)
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        if not texts:
            return vectors
        tokenizer, session = self._load()
        ids = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]
        for rows in _batches([len(row) for row in ids]):
            tokens, mask = _padded([ids[row] for row in rows])
            feed = {"input_ids": tokens, "attention_mask": mask}
            vectors[rows] = session.run(["vectors"], feed)[0]
        return vectors

    def _load(self) -> tuple[Any, Any]:
        if self._loaded is None:
            folder = default_weights()
            self._loaded = (_tokenizer(folder), _session(folder, self._threads))
        return self._loaded


def _cores() -> int:
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


def _tokenizer(folder: Path) -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(WINDOW)
    tokenizer.no_padding()
    return tokenizer


def _session(folder: Path, threads: int) -> Any:
    import onnxruntime
    from safetensors.numpy import load_file

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    # Waiting threads sleep: spinning gains little alone, and takes the cores of everything else.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3  # warnings about graph optimisation mean nothing to users
    weights = load_file(folder / "model.safetensors")
    wanted = GRAPH.with_suffix(".parameters").read_text(encoding="ascii").split()
    options.add_external_initializers(
        [PARAMETER_PREFIX + name for name in wanted],
        [onnxruntime.OrtValue.ortvalue_from_numpy(weights[name]) for name in wanted],
    )
    return onnxruntime.InferenceSession(
        GRAPH.read_bytes(), options, providers=["CPUExecutionProvider"]
    )


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Rows that go through the model together: of like length, so that little is padding."""
    order = sorted(range(len(lengths)), key=lambda row: (-lengths[row], row))
    position = 0
    while position < len(order):
        size = max(1, TOKENS_A_BATCH // lengths[order[position]])
        yield order[position : position + size]
        position += size


def _padded(ids: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Token ids and attention mask, each of shape (rows, longest row)."""
    shape = (len(ids), max(len(row) for row in ids))
    tokens, mask = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    for place, row in enumerate(ids):
        tokens[place, : len(row)] = row
        mask[place, : len(row)] = 1
    return tokens, mask
