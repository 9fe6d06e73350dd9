"""Passages in, ranked hits out. The README has the picture."""

from index.config import DEFAULT_ENCODER, IndexSettings
from index.doctor import Problem, examine
from index.encoders import Encoder, encoder_named
from index.errors import (
    EncoderMismatch,
    EncoderMissing,
    IndexDamaged,
    IndexTooNew,
    QueryEmpty,
    SearchIndexError,
    WeightsMismatch,
)
from index.fusion import fuse_by_score
from index.model import Candidate, Hit, PhraseHit, hit_of
from index.retriever import Retriever, open_store
from index.search import SearchIndex
from index.terms import content_words, function_words, likely_language, query_terms, terms_of

__all__ = [
    "DEFAULT_ENCODER", "Candidate", "Encoder", "EncoderMismatch", "EncoderMissing", "Hit",
    "IndexDamaged", "IndexSettings", "IndexTooNew", "PhraseHit", "Problem", "QueryEmpty",
    "Retriever", "SearchIndex", "SearchIndexError", "WeightsMismatch", "content_words",
    "encoder_named", "examine", "function_words", "fuse_by_score", "hit_of", "likely_language",
    "open_store", "query_terms", "terms_of",
]  # fmt: skip
