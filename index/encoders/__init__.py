"""Encoders by name; each adapter's libraries are loaded when it encodes."""

from index.config import DEFAULT_ENCODER
from index.encoders.base import Encoder
from index.encoders.minilm import MiniLM
from index.encoders.sentence_transformer import SentenceTransformerEncoder

__all__ = ["Encoder", "MiniLM", "SentenceTransformerEncoder", "encoder_named"]


def encoder_named(name: str) -> Encoder:
    """The encoder that the settings name; see ``IndexSettings.encoder``."""
    if name in (DEFAULT_ENCODER, f"sentence-transformers/{DEFAULT_ENCODER}"):
        return MiniLM()
    return SentenceTransformerEncoder(name)
