"""Readers: from a question and passages to the places that answer it, with their chances."""

from qa.readers.base import Reader, Reading, ReadResult
from qa.readers.sentences import SentenceReader

__all__ = ["ReadResult", "Reader", "Reading", "SentenceReader"]
