"""The records of questions and answers; their fields carry the names of the JSON agreement."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import Coverage
from index import Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A quotation inside an article, as the W3C's TextQuote and TextPosition selectors have it.

    ``article.text[start:end] == exact`` was checked when the record was made. A citation of an
    article as a whole (for what its metadata say) has ``exact`` empty and no offsets.
    """

    number: int
    article_id: str
    revision: int
    text_sha256: str
    current: bool
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    published: str | None
    url: str | None
    licence: str | None
    language: str | None
    exact: str
    prefix: str
    suffix: str
    start: int | None
    end: int | None
    sentence: str
    sentence_start: int | None
    sentence_end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstention:
    """Why there is no answer: a word for scripts, a sentence for people."""

    reason: str
    """``empty_library``, ``nothing_found``, ``not_in_articles`` or ``outside_filters``."""
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherAnswer:
    """Another answer that the articles give, with its own evidence."""

    answer: str
    confidence: float
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """The oldest and the newest date among the articles that an answer rests on."""

    oldest: str | None
    newest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The outcome of a question: an answer with its evidence, or an abstention with the nearest."""

    id: str | None
    question: str
    standalone_question: str
    answer: str | None
    full_form: str | None
    abstention: Abstention | None
    confidence: float
    """The chance, from 0 to 1, that the best candidate is right; given when abstaining too."""
    citations: tuple[Citation, ...]
    other_answers: tuple[OtherAnswer, ...]
    passages: tuple[Hit, ...]
    searched: Coverage
    as_of: Dates
