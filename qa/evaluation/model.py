"""The records of an evaluation; their fields are the names in its JSON."""

from __future__ import annotations

from dataclasses import dataclass

from qa.evaluation.quote_metrics import QuoteMeasures


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
    """What asking one question brought.

    Asked with abstention off, it holds the best candidate, right or wrong; ``outcomes.as_shipped``
    makes of it what somebody who asks gets to see.
    """

    question: Question
    answer: str | None
    """``None`` for an abstention."""
    reason: str | None
    """Why there is no answer."""
    confidence: float
    exact_match: float
    f1: float
    is_citation_right: bool
    is_right: bool = False
    """Whether the words are right and stand in the right article: what confidence is the chance of;
    ``metrics.is_right`` has the bar."""
    failure_class: str | None = None
    """Why the words are not exactly right, of ``failures.CAUSES``; ``None`` where they are, and of
    an impossible question."""
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
class ReliabilityBin:
    """Some questions of like confidence, and how many of their best candidates are right."""

    questions: int
    confidence: float
    """The mean."""
    right: float
    """The share of best candidates that are right."""
    low: float
    high: float
    """The 95% interval of that share, by Wilson's score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatingPoint:
    """What comes of a threshold: a best candidate is shown when its confidence reaches it."""

    threshold: float
    coverage: float
    """The share of all questions, impossible ones too, that get an answer."""
    risk: float | None
    """The share of these answers that are wrong; ``None`` where there are none."""
    answerable_answered: float | None
    impossible_abstained: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceMeasures:
    """Whether the confidence is the chance that it says it is, and what abstaining by it costs."""

    expected_calibration_error: float
    brier_score: float
    bins: tuple[ReliabilityBin, ...]
    at_threshold: OperatingPoint
    """At the threshold that is set."""
    three_quarters_answered: OperatingPoint | None
    """At the highest threshold with at least 75% of the answerable questions answered; ``None``
    where no threshold gives so many."""
    area_under_curve: float
    """The mean risk over the answers, from the surest on: lower is better."""
    curve: tuple[OperatingPoint, ...]
    """From the highest threshold to the lowest, about one a percent of the questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureCounts:
    """Misses by class, every class named; those of the first 200 apart."""

    misses: int
    classes: dict[str, int]
    first_200: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureClasses:
    """Why questions went wrong; ``failures`` says what each class means."""

    without_abstention: FailureCounts
    """Answerable questions whose best candidate is not exactly right."""
    as_shipped: FailureCounts
    """Of all questions: answered wrongly, not at all, or though there is no answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One question that went wrong."""

    of: str
    """``search``; ``ask``, as shipped; or ``candidate``: the best candidate, also where the outcome
    was an abstention, is not exactly an accepted answer in the right article."""
    id: str
    question: str
    stands_alone: bool
    expected: tuple[str, ...]
    """The accepted answers; none where an abstention was right."""
    expected_article: str | None
    got: str | None
    """The best passage of a search; the sentence that was cited; the best candidate's words;
    ``None`` for an abstention."""
    got_article: str | None
    rank: int | None
    confidence: float | None
    """Of an answer or abstention; ``None`` for a search."""
    failure_class: str | None = None
    """Of ``failures.CAUSES`` or ``failures.OUTCOMES``; ``None`` for a search, and where the
    words are right but the sentence around them is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetResults:
    """The measures of one set of questions, of quotations, or of both."""

    name: str
    gold_sha256: str
    """Of the questions; empty where there are none."""
    articles_sha256: str
    articles: int
    passages: int
    counts: Counts
    search: SearchMeasures | None
    search_stand_alone: SearchMeasures | None
    """The same over the questions that stand alone; ``None`` where all of them do."""
    ask: AskMeasures | None
    """As shipped: with the threshold that is set."""
    ask_without_abstention: AskMeasures | None = None
    """The same questions with the best candidate taken whatever its confidence."""
    confidence: ConfidenceMeasures | None = None
    failure_classes: FailureClasses | None = None
    quotes: QuoteMeasures | None = None
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
