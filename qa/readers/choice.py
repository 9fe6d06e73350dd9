"""Which reader reads: the one that the settings name, or, said aloud, the one that always can."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index import Encoder
from qa.config import ReaderName
from qa.errors import ReaderUnusable
from qa.readers.base import Reader
from qa.readers.sentences import SentenceReader
from qa.readers.trained import TrainedReader


@dataclass(frozen=True, slots=True)
class ChosenReader:
    """A reader, and what its user should know about the choice."""

    reader: Reader
    warning: str | None = None
    """One line, where it is not the reader that was asked for."""


def open_reader(name: ReaderName, encoder: Encoder, rarity: Callable[[str], float]) -> ChosenReader:
    """Open a reader by its name in the settings.

    Args:
        name: ``"trained"`` or ``"sentences"``.
        encoder: For the sentence reader.
        rarity: For the sentence reader; see there.

    Returns:
        Where the trained reader can't be used, the sentence reader with a warning.
    """
    if name == "trained":
        try:
            return ChosenReader(TrainedReader())
        except ReaderUnusable as error:
            return ChosenReader(SentenceReader(encoder, rarity), str(error))
    return ChosenReader(SentenceReader(encoder, rarity))
