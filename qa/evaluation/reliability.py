"""Whether confidence is the chance that it says it is: of those given 0.7, are 70% right?

Pure functions of (confidence, is right) pairs, one a question that has a best candidate; of an
impossible question the best candidate is never right.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from qa.evaluation.model import ReliabilityBin

Pair = tuple[float, bool]
"""The confidence in a best candidate, and whether it is right."""

MAX_BINS = 10
LEAST_IN_BIN = 15
"""With fewer, the interval around a share says nothing."""
Z_95 = 1.959963984540054
"""Standard deviations around the mean that hold 95% of a normal distribution."""


def wilson_interval(right: int, questions: int) -> tuple[float, float]:
    """The 95% interval of a share; it stays within 0 and 1, also for small numbers.

    Source: Wilson, "Probable inference, the law of succession, and statistical inference",
    Journal of the American Statistical Association 22, 1927.

    >>> [round(bound, 3) for bound in wilson_interval(8, 10)]
    [0.49, 0.943]
    """
    share, square = right / questions, Z_95**2
    centre = share + square / (2 * questions)
    spread = Z_95 * math.sqrt(share * (1 - share) / questions + square / (4 * questions**2))
    scale = 1 + square / questions
    # At a share of 0 or 1 rounding can step over the bound by 1e-17.
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def reliability_bins(pairs: Sequence[Pair]) -> tuple[ReliabilityBin, ...]:
    """Bins of about equally many questions, lowest confidence first.

    Equal numbers rather than equal widths, so that each share is told about equally well. There
    are ten bins, fewer where they would hold fewer than 15; equal confidences are never parted.

    Source: Nguyen and O'Connor, "Posterior calibration and exploratory analysis for natural
    language processing models", EMNLP 2015.
    """
    return tuple(_bin(group) for group in _groups(sorted(pairs)))


def _groups(ordered: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    wanted = max(1, min(MAX_BINS, len(ordered) // LEAST_IN_BIN))
    start = 0
    for number in range(1, wanted + 1):
        end = round(number * len(ordered) / wanted)
        while 0 < end < len(ordered) and ordered[end][0] == ordered[end - 1][0]:
            end += 1
        if end > start:
            yield ordered[start:end]
            start = end


def _bin(pairs: Sequence[Pair]) -> ReliabilityBin:
    right = sum(is_right for _, is_right in pairs)
    low, high = wilson_interval(right, len(pairs))
    return ReliabilityBin(
        questions=len(pairs),
        confidence=sum(confidence for confidence, _ in pairs) / len(pairs),
        right=right / len(pairs),
        low=low,
        high=high,
    )


def expected_calibration_error(bins: Sequence[ReliabilityBin]) -> float:
    """How far confidence is from the share that is right, weighed by the questions in each bin.

    Source: Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks",
    ICML 2017.
    """
    questions = sum(one.questions for one in bins)
    return sum(one.questions * abs(one.confidence - one.right) for one in bins) / questions


def brier_score(pairs: Sequence[Pair]) -> float:
    """The mean square of confidence less 1 where right, of confidence where wrong; 0 is best.

    Source: Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather
    Review 78, 1950, for one class of two.

    >>> brier_score([(0.5, True), (0.5, False)])
    0.25
    """
    return sum((confidence - is_right) ** 2 for confidence, is_right in pairs) / len(pairs)
