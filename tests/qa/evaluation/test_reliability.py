"""qa.evaluation.reliability: confidence against the share that is right."""

from __future__ import annotations

import pytest

from qa.evaluation.reliability import (
    brier_score,
    expected_calibration_error,
    reliability_bins,
    wilson_interval,
)


def test_the_interval_is_wilson_s() -> None:
    # 1 of 4, z² = 3.8415: (.25 + .4802 ± 1.96 * sqrt(.046875 + .060023)) / 1.9604.
    assert wilson_interval(1, 4) == pytest.approx((0.0456, 0.6994), abs=1e-4)


def test_the_interval_of_none_and_of_all_ends_at_0_and_1() -> None:
    # Of none in ten, the upper bound is z²/(10+z²).
    assert wilson_interval(0, 10) == pytest.approx((0.0, 3.841459 / 13.841459))
    assert wilson_interval(10, 10) == pytest.approx((10 / 13.841459, 1.0))


def test_bins_hold_equally_many_questions_lowest_confidence_first() -> None:
    # Sixty questions make four bins of fifteen.
    pairs = [(n / 60, n >= 30) for n in range(60)]

    bins = reliability_bins(pairs[::-1])

    assert [one.questions for one in bins] == [15, 15, 15, 15]
    assert [one.right for one in bins] == [0.0, 0.0, 1.0, 1.0]
    assert bins[0].confidence == pytest.approx(7 / 60)


def test_there_are_never_more_than_ten_bins_nor_fewer_than_one() -> None:
    assert len(reliability_bins([(n / 999, True) for n in range(999)])) == 10
    assert [one.questions for one in reliability_bins([(0.5, True), (0.7, False)])] == [2]
    assert reliability_bins([]) == ()


def test_equal_confidences_are_never_parted() -> None:
    # Thirty questions make two bins, but the first twenty are alike.
    pairs = [(0.2, False)] * 20 + [(0.9, True)] * 10

    assert [one.questions for one in reliability_bins(pairs)] == [20, 10]


def test_questions_that_are_all_alike_are_one_bin() -> None:
    assert [one.questions for one in reliability_bins([(0.5, True)] * 40)] == [40]


def test_the_calibration_error_weighs_each_bin_by_its_questions() -> None:
    # Bins of 20 and 10: |.2 - .25| * 20/30 + |.9 - .6| * 10/30.
    pairs = [(0.2, n < 5) for n in range(20)] + [(0.9, n < 6) for n in range(10)]

    error = expected_calibration_error(reliability_bins(pairs))

    assert error == pytest.approx(0.05 * 2 / 3 + 0.3 / 3)


def test_the_brier_score_is_the_mean_square_of_what_confidence_was_off() -> None:
    # (1-.9)² = .01, .4² = .16, (1-.5)² = .25, over three.
    assert brier_score([(0.9, True), (0.4, False), (0.5, True)]) == pytest.approx(0.14)
