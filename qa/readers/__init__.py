"""Readers: from a question and passages to the places that answer it, with their chances."""

from qa.readers.base import Reader, Reading, ReadResult
from qa.readers.choice import ChosenReader, open_reader
from qa.readers.sentences import SentenceReader
from qa.readers.trained import TrainedReader

__all__ = [
    "ChosenReader", "ReadResult", "Reader", "Reading", "SentenceReader", "TrainedReader",
    "open_reader",
]  # fmt: skip
