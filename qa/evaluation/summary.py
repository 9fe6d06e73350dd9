"""Outcomes of many questions into measures, and the list of what went wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.evaluation import metrics, reliability, selective
from qa.evaluation.failures import failure_class
from qa.evaluation.model import (
    AskMeasures,
    AskOutcome,
    ConfidenceMeasures,
    Counts,
    Failure,
    Question,
    SearchMeasures,
    SearchOutcome,
)


def count(questions: Sequence[Question]) -> Counts:
    """How many questions there are, by kind."""
    answerable = [question for question in questions if not question.is_impossible]
    return Counts(
        questions=len(questions),
        answerable=len(answerable),
        impossible=len(questions) - len(answerable),
        stand_alone=sum(question.stands_alone for question in answerable),
    )


def measure_search(outcomes: Sequence[SearchOutcome]) -> SearchMeasures:
    """The measures of a search over answerable questions."""
    ranks = [outcome.rank for outcome in outcomes]
    times = [outcome.milliseconds for outcome in outcomes]
    return SearchMeasures(
        first_place=metrics.recall_within(ranks, 1),
        within_five=metrics.recall_within(ranks, 5),
        within_1500_characters=metrics.mean([float(o.is_within_reading) for o in outcomes]),
        mean_reciprocal_rank=metrics.mean_reciprocal_rank(ranks),
        median_milliseconds=metrics.percentile(times, 0.5),
        percentile_95_milliseconds=metrics.percentile(times, 0.95),
    )


def measure_ask(outcomes: Sequence[AskOutcome]) -> AskMeasures:
    """The measures of answers over answerable and impossible questions."""
    answerable = [outcome for outcome in outcomes if not outcome.question.is_impossible]
    impossible = [outcome for outcome in outcomes if outcome.question.is_impossible]
    answered = [outcome for outcome in answerable if outcome.answer is not None]
    refused = [outcome.answer is None for outcome in impossible]
    ranks = [outcome.rank for outcome in answerable]
    times = [outcome.milliseconds for outcome in outcomes]
    return AskMeasures(
        exact_match=metrics.mean([outcome.exact_match for outcome in answerable]),
        f1=metrics.mean([outcome.f1 for outcome in answerable]),
        citation_right=metrics.mean([float(o.is_citation_right) for o in answerable]),
        citation_right_when_answered=metrics.mean([float(o.is_citation_right) for o in answered]),
        answered=metrics.mean([float(o.answer is not None) for o in answerable]),
        abstention_share=metrics.mean([float(abstained) for abstained in refused]),
        auroc=metrics.auroc(
            [outcome.confidence for outcome in answerable],
            [outcome.confidence for outcome in impossible],
        ),
        overall=metrics.overall_score([outcome.f1 for outcome in answerable], refused),
        passages_first_place=metrics.recall_within(ranks, 1),
        passages_within_five=metrics.recall_within(ranks, 5),
        passages_within_1500_characters=metrics.mean(
            [float(o.is_within_reading) for o in answerable]
        ),
        median_milliseconds=metrics.percentile(times, 0.5),
        percentile_95_milliseconds=metrics.percentile(times, 0.95),
    )


def measure_confidence(
    candidates: Sequence[AskOutcome], threshold: float
) -> ConfidenceMeasures | None:
    """What confidence is worth.

    Args:
        candidates: Every question, asked with abstention off.
        threshold: The one that is set.

    Returns:
        ``None`` where no question has a best candidate.
    """
    judged = [
        selective.Judged(
            confidence=outcome.confidence,
            is_right=outcome.is_right,
            is_impossible=outcome.question.is_impossible,
            has_candidate=outcome.answer is not None,
        )
        for outcome in candidates
    ]
    pairs = [(one.confidence, one.is_right) for one in judged if one.has_candidate]
    if not pairs:
        return None
    bins = reliability.reliability_bins(pairs)
    return ConfidenceMeasures(
        expected_calibration_error=reliability.expected_calibration_error(bins),
        brier_score=reliability.brier_score(pairs),
        bins=bins,
        at_threshold=selective.operating_point(judged, threshold),
        three_quarters_answered=selective.three_quarters_answered(judged),
        area_under_curve=selective.area_under_curve(judged),
        curve=selective.curve(judged),
    )


def search_failures(outcomes: Sequence[SearchOutcome]) -> Iterator[Failure]:
    """The questions whose answer is not in first place."""
    for outcome in outcomes:
        if outcome.rank != 1:
            yield _failure("search", outcome, outcome.got)


def ask_failures(outcomes: Sequence[AskOutcome]) -> Iterator[Failure]:
    """The questions that were answered wrongly, not at all, or though there is no answer."""
    for outcome in outcomes:
        is_right = (
            outcome.answer is None if outcome.question.is_impossible else outcome.is_citation_right
        )
        if not is_right:
            yield _failure("ask", outcome, outcome.got_sentence, failure_class(outcome))


def candidate_failures(candidates: Sequence[AskOutcome]) -> Iterator[Failure]:
    """The answerable questions whose best candidate is not exactly right, with abstention off."""
    for outcome in candidates:
        if outcome.failure_class is not None:
            yield _failure("candidate", outcome, outcome.answer, outcome.failure_class)


def _failure(
    of: str, outcome: SearchOutcome | AskOutcome, got: str | None, named: str | None = None
) -> Failure:
    question = outcome.question
    return Failure(
        of=of,
        id=question.id,
        question=question.question,
        stands_alone=question.stands_alone,
        expected=question.answers,
        expected_article=question.article_id,
        got=got,
        got_article=outcome.got_article,
        rank=outcome.rank,
        confidence=outcome.confidence if isinstance(outcome, AskOutcome) else None,
        failure_class=named,
    )
