"""Articles in, a library of articles, sentences and passages out. The README has the picture."""

from corpus.config import CorpusSettings, PassageSettings
from corpus.errors import (
    ArticleMissing,
    CorpusError,
    DiskFull,
    LibraryBusy,
    LibraryDamaged,
    LibraryMissing,
    LibraryReadOnly,
    LibraryTooNew,
    OnRecordError,
    SourceError,
)
from corpus.folding import Word, fold, folded_words, words_of
from corpus.ingest import IngestReport, ingest, split_again, splitting
from corpus.model import (
    METADATA_FIELDS,
    Article,
    Coverage,
    Filters,
    Listed,
    Passage,
    Refused,
    Revision,
    Span,
    sha256_of,
)
from corpus.schema import is_nearly_full, plain_errors, sqlite_uri
from corpus.sources import count_sources
from corpus.store import Store

__all__ = [
    "METADATA_FIELDS", "Article", "ArticleMissing", "CorpusError", "CorpusSettings", "Coverage",
    "DiskFull", "Filters", "IngestReport", "LibraryBusy", "LibraryDamaged", "LibraryMissing",
    "LibraryReadOnly", "LibraryTooNew", "Listed", "OnRecordError", "Passage", "PassageSettings",
    "Refused", "Revision", "SourceError", "Span", "Store", "Word", "count_sources", "fold",
    "folded_words", "ingest", "is_nearly_full", "plain_errors", "sha256_of", "split_again",
    "splitting", "sqlite_uri", "words_of",
]  # fmt: skip
