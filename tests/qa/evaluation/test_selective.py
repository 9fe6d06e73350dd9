"""qa.evaluation.selective: what a threshold lets through, and what it costs."""

from __future__ import annotations

import pytest

from qa.evaluation.selective import (
    Judged,
    area_under_curve,
    curve,
    operating_point,
    three_quarters_answered,
)

# Four answerable questions and two impossible ones; of one, nothing was found at all.
SIX = (
    Judged(confidence=0.9, is_right=True),
    Judged(confidence=0.8, is_right=False, is_impossible=True),
    Judged(confidence=0.6, is_right=True),
    Judged(confidence=0.4, is_right=False),
    Judged(confidence=0.3, is_right=False, is_impossible=True),
    Judged(confidence=0.0, is_right=False, has_candidate=False),
)


def test_a_threshold_answers_what_reaches_it() -> None:
    point = operating_point(SIX, 0.6)

    assert (point.coverage, point.risk) == (3 / 6, 1 / 3)
    assert (point.answerable_answered, point.impossible_abstained) == (2 / 4, 1 / 2)


def test_without_a_candidate_there_is_no_answer_at_any_threshold() -> None:
    assert operating_point(SIX, 0.0).coverage == 5 / 6


def test_a_threshold_that_nothing_reaches_has_no_risk() -> None:
    point = operating_point(SIX, 0.95)

    assert (point.coverage, point.risk, point.impossible_abstained) == (0.0, None, 1.0)


def test_a_set_without_impossible_questions_has_no_share_of_them() -> None:
    assert operating_point([SIX[0]], 0.5).impossible_abstained is None


def test_the_curve_has_a_point_a_confidence_from_the_surest_on() -> None:
    points = curve(SIX)

    assert [point.threshold for point in points] == [0.9, 0.8, 0.6, 0.4, 0.3]
    assert [point.risk for point in points] == [0.0, 1 / 2, 1 / 3, 2 / 4, 3 / 5]


def test_the_curve_of_many_questions_has_a_hundred_points_with_both_ends() -> None:
    many = [Judged(confidence=n / 1000, is_right=True) for n in range(1000)]

    points = curve(many)

    assert (len(points), points[0].coverage, points[-1].coverage) == (100, 0.01, 1.0)


def test_three_quarters_is_the_highest_threshold_with_so_many_answered() -> None:
    point = three_quarters_answered(SIX)

    assert point is not None
    assert (point.threshold, point.answerable_answered) == (0.4, 0.75)
    assert three_quarters_answered(SIX[4:]) is None  # the only answerable one has no candidate


def test_the_area_is_the_mean_of_the_risks_along_the_curve() -> None:
    assert area_under_curve(SIX) == pytest.approx((0 + 1 / 2 + 1 / 3 + 2 / 4 + 3 / 5) / 5)


def test_the_order_among_equal_confidences_changes_no_area() -> None:
    sure, right, wrong = SIX[0], Judged(confidence=0.5, is_right=True), Judged(
        confidence=0.5, is_right=False
    )  # fmt: skip
    # Half an error at the second place, one at the third: 0, .5/2, 1/3.
    expected = pytest.approx((0.25 + 1 / 3) / 3)

    assert area_under_curve([sure, right, wrong]) == expected
    assert area_under_curve([wrong, right, sure]) == expected


def test_nothing_found_is_no_curve_and_no_area() -> None:
    assert curve(SIX[5:]) == ()
    assert area_under_curve(SIX[5:]) == 0.0
