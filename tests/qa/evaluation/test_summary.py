"""qa.evaluation.summary: outcomes into measures and failures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from qa.evaluation.summary import (
    ask_failures,
    candidate_failures,
    count,
    measure_ask,
    measure_confidence,
    measure_search,
    search_failures,
)

Make = Callable[..., Any]


def test_questions_are_counted_by_kind(gold: Make) -> None:
    questions = [gold(), gold(stands_alone=False), gold(is_impossible=True, answers=())]

    counts = count(questions)

    assert (counts.questions, counts.answerable, counts.impossible) == (3, 2, 1)
    assert counts.stand_alone == 1


def test_a_search_is_measured_over_its_ranks(found: Make) -> None:
    outcomes = [found(1, milliseconds=1.0), found(5, milliseconds=2.0), found(6, milliseconds=9.0),
                found(None, milliseconds=3.0)]  # fmt: skip

    measures = measure_search(outcomes)

    assert (measures.first_place, measures.within_five) == (0.25, 0.5)
    assert measures.within_1500_characters == 0.75
    assert measures.mean_reciprocal_rank == pytest.approx((1 + 1 / 5 + 1 / 6) / 4)
    assert (measures.median_milliseconds, measures.percentile_95_milliseconds) == (2.0, 9.0)


def test_answers_are_measured_over_answerable_abstentions_over_impossible_questions(
    gold: Make, replied: Make
) -> None:
    impossible = gold(is_impossible=True, answers=())
    measures = measure_ask([
        replied("Lima", exact_match=1.0, f1=1.0, is_citation_right=True, confidence=0.9),
        replied("Rome", confidence=0.6),
        replied(None, confidence=0.3),
        replied(None, question=impossible, confidence=0.2),
        replied("Oslo", question=impossible, confidence=0.5),
    ])  # fmt: skip

    assert (measures.f1, measures.citation_right) == pytest.approx((1 / 3, 1 / 3))
    assert measures.citation_right_when_answered == 0.5
    assert measures.answered == pytest.approx(2 / 3)
    assert measures.abstention_share == 0.5
    # Pairs: .9 and .6 above both, .3 above .2 alone: five of six.
    assert measures.auroc == pytest.approx(5 / 6)
    assert measures.overall == pytest.approx((1.0 + 1) / 5)


def test_without_impossible_questions_there_is_no_abstention_share(replied: Make) -> None:
    measures = measure_ask([replied("Lima")])

    assert (measures.abstention_share, measures.auroc) == (None, None)


def test_everything_but_a_first_place_is_a_failure_of_the_search(found: Make, gold: Make) -> None:
    failures = search_failures([found(1), found(2, question=gold(id="q2")), found(None)])

    assert [(failure.id, failure.rank) for failure in failures] == [("q2", 2), ("q1", None)]


def test_a_wrong_citation_and_a_wrong_answer_where_none_is_are_failures(
    gold: Make, replied: Make
) -> None:
    impossible = gold(is_impossible=True, answers=(), id="q2")
    failures = list(
        ask_failures([
            replied("Lima", is_citation_right=True),
            replied(None),
            replied(None, question=impossible),
            replied("Oslo", question=impossible),
        ])
    )  # fmt: skip

    assert [(failure.id, failure.got) for failure in failures] == [("q1", None), ("q2", "Oslo")]
    assert [failure.failure_class for failure in failures] == [
        "abstained_answerable", "answered_impossible",
    ]  # fmt: skip


def test_a_best_candidate_that_is_not_exactly_right_is_a_failure_of_its_own(replied: Make) -> None:
    (failure,) = candidate_failures([
        replied("Lima", exact_match=1.0),
        replied("Peru", failure_class="other_span", confidence=0.2),
    ])  # fmt: skip

    assert (failure.of, failure.got, failure.failure_class) == ("candidate", "Peru", "other_span")
    assert failure.confidence == 0.2


def test_confidence_is_measured_over_questions_with_a_candidate(gold: Make, replied: Make) -> None:
    impossible = gold(is_impossible=True, answers=())
    measures = measure_confidence(
        [
            replied("Lima", is_right=True, confidence=0.8),
            replied("Oslo", question=impossible, confidence=0.4),
            replied(None, confidence=0.0),
        ],
        0.5,
    )

    assert measures is not None
    # Squares .04 and .16; one bin of mean .6 with half of it right; risks 0 and 1/2.
    assert measures.brier_score == pytest.approx(0.1)
    assert measures.expected_calibration_error == pytest.approx(0.1)
    assert measures.area_under_curve == 0.25
    point = measures.at_threshold
    assert (point.coverage, point.risk) == (pytest.approx(1 / 3), 0.0)


def test_without_any_candidate_there_is_no_measure_of_confidence(replied: Make) -> None:
    assert measure_confidence([replied(None)], 0.5) is None
