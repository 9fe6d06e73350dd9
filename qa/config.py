"""What can be set in this layer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ReaderName = Literal["trained", "sentences"]


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """The qa layer's section of the settings."""

    threshold: float = 0.28
    """The least confidence with which an answer is given; below it, the outcome is an abstention.
    Confidence is the chance that the best candidate is right: at 0.28, an answer is given when its
    chance of being right is at least 28 in 100. Three quarters of the questions that the articles
    answer then get one, and more than half of those that only seem to be answered by them get none.
    Lower it to see more answers, raise it to see surer ones."""
    reader: ReaderName = "trained"
    """What finds the answer: the trained reader marks the words that answer; the sentence reader
    chooses a whole sentence, and stands in where the trained one's files can't be used."""
    rerank: bool = True
    """Whether the reader, the search, words and agreement are weighed together, for the answer and
    for the order of the passages. Else the reader alone chooses the answer, and the passages stay
    as the search has them."""
    passages_read: int = 10
    """How many of the passages that were found are read for an answer."""
    max_question_characters: int = 2000
    """A longer question is refused."""
    max_quote_characters: int = 12_000
    """A longer quotation is refused: check it in parts, or as a draft."""
    citations: int = 3
    """At most so many places are cited for one answer."""
    context_characters: int = 60
    """How much text before and after a quotation stands in ``prefix`` and ``suffix``."""

    def __post_init__(self) -> None:
        if not 0.0 <= self.threshold <= 1.0:
            raise ValueError(f"threshold is {self.threshold}; it is a chance, from 0 to 1")
        for name in (
            "passages_read",
            "max_question_characters",
            "max_quote_characters",
            "citations",
            "context_characters",
        ):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} is {getattr(self, name)}; at least 1 is needed")


@dataclass(frozen=True, slots=True)
class RecordSettings:
    """The section of what a user does: conversations, checks, drafts and feedback."""

    keep: bool = True
    """Whether they are kept from one start to the next. Off, nothing of them is ever written to
    disk, and they last as long as the program runs."""
    folder: Path = Path("records")
    """The folder of their database, outside any library; in the user's data folder unless something
    else is set."""
