"""The records of an evaluation; their fields are the names in its JSON."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A gold question: what is asked, and what an answer must be."""

    id: str
    question: str
    answers: tuple[str, ...]
    """Every accepted answer; none for an impossible question."""
    is_impossible: bool
    """Whether the articles hold no answer, so that abstaining is right."""
    article_id: str | None
    """The article that holds the answer; of an impossible question, the one it was asked about."""
    stands_alone: bool
    """Whether the question can be understood without the article; ``gold.stands_alone`` decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOutcome:
    """What a search brought for one answerable question."""

    question: Question
    rank: int | None
    """The place of the first passage with the answer, from 1; ``None`` when it was not found."""
    is_within_reading: bool
    """Whether the answer stands in the first 1,500 characters of the passages."""
    got: str
    """The start of the best passage, for people who look at misses."""
    got_article: str | None
    milliseconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AskOutcome:
    """What asking one question brought."""

    question: Question
    answer: str | None
    """``None`` for an abstention."""
    reason: str | None
    """Why there is no answer."""
    confidence: float
    exact_match: float
    f1: float
    is_citation_right: bool
    rank: int | None
    """As in a search, over the passages in the order in which ``ask`` gives them."""
    is_within_reading: bool
    got_sentence: str | None
    """The sentence of the first citation."""
    got_article: str | None
    milliseconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many questions a set of measures is over."""

    questions: int
    answerable: int
    impossible: int
    stand_alone: int
    """Answerable questions that can be understood without their article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchMeasures:
    """Over answerable questions; ``None`` where there are none."""

    first_place: float | None
    within_five: float | None
    within_1500_characters: float | None
    mean_reciprocal_rank: float | None
    median_milliseconds: float | None
    percentile_95_milliseconds: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskMeasures:
    """Over answerable questions, impossible ones, or all, as the README says of each."""

    exact_match: float | None
    f1: float | None
    citation_right: float | None
    citation_right_when_answered: float | None
    answered: float | None
    """The share of answerable questions that got an answer at all."""
    abstention_share: float | None
    auroc: float | None
    overall: float | None
    passages_first_place: float | None
    passages_within_five: float | None
    passages_within_1500_characters: float | None
    median_milliseconds: float | None
    percentile_95_milliseconds: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One question that went wrong."""

    of: str
    """``search`` or ``ask``."""
    id: str
    question: str
    stands_alone: bool
    expected: tuple[str, ...]
    """The accepted answers; none where an abstention was right."""
    expected_article: str | None
    got: str | None
    """The best passage of a search; the sentence that was cited; ``None`` for an abstention."""
    got_article: str | None
    rank: int | None
    confidence: float | None
    """Of an answer or abstention; ``None`` for a search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetResults:
    """The measures of one set of questions."""

    name: str
    gold_sha256: str
    articles_sha256: str
    articles: int
    passages: int
    counts: Counts
    search: SearchMeasures | None
    search_stand_alone: SearchMeasures | None
    """The same over the questions that stand alone; ``None`` where all of them do."""
    ask: AskMeasures | None
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What made some results: enough to make them again."""

    commit: str | None
    """``None`` outside a git checkout; ends in ``+`` where files differ from it."""
    date: str
    settings: dict[str, object]
    versions: dict[str, str]
    encoder: str
    encoder_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The results of one run over one or more sets."""

    origin: Origin
    sets: tuple[SetResults, ...]
