"""What abstaining costs and brings: risk against coverage, over thresholds of confidence.

Source of the curve: El-Yaniv and Wiener, "On the Foundations of Noise-free Selective
Classification", Journal of Machine Learning Research 11, 2010.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from qa.evaluation.metrics import mean
from qa.evaluation.model import OperatingPoint

CURVE_POINTS = 100
"""A point a percent of the questions that have a best candidate."""
THREE_QUARTERS = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One question asked with abstention off."""

    confidence: float
    is_right: bool
    """Of the best candidate; always wrong where the question is impossible."""
    is_impossible: bool = False
    has_candidate: bool = True
    """Without one, the question is abstained on whatever the threshold."""


def operating_point(judged: Sequence[Judged], threshold: float) -> OperatingPoint:
    """What comes of a threshold.

    Args:
        judged: Every question; at least one.
        threshold: The least confidence with which a best candidate is shown.
    """
    shown = [one.has_candidate and one.confidence >= threshold for one in judged]
    paired = list(zip(judged, shown, strict=True))
    return OperatingPoint(
        threshold=threshold,
        coverage=sum(shown) / len(shown),
        risk=mean([float(not one.is_right) for one, is_shown in paired if is_shown]),
        answerable_answered=mean([float(s) for one, s in paired if not one.is_impossible]),
        impossible_abstained=mean([float(not s) for one, s in paired if one.is_impossible]),
    )


def curve(judged: Sequence[Judged]) -> tuple[OperatingPoint, ...]:
    """The points from the highest threshold to the lowest, a hundred at most.

    Each threshold is a confidence that occurred; those between two of them give the same outcomes.
    """
    found = sorted((one.confidence for one in judged if one.has_candidate), reverse=True)
    ranks = {math.ceil(step * len(found) / CURVE_POINTS) for step in range(1, CURVE_POINTS + 1)}
    thresholds = sorted({found[rank - 1] for rank in ranks if rank}, reverse=True)
    return tuple(operating_point(judged, threshold) for threshold in thresholds)


def three_quarters_answered(judged: Sequence[Judged]) -> OperatingPoint | None:
    """The highest threshold with at least 75% of the answerable questions answered, if any is."""
    answerable = [one for one in judged if not one.is_impossible]
    needed = math.ceil(THREE_QUARTERS * len(answerable))
    found = sorted((one.confidence for one in answerable if one.has_candidate), reverse=True)
    if not answerable or needed > len(found):
        return None
    return operating_point(judged, found[needed - 1])


def area_under_curve(judged: Sequence[Judged]) -> float:
    """The mean risk over the answers, each with all that are surer; 0 without an answer.

    Among equal confidences, errors count as spread evenly, so that their order does not matter.

    Source: Geifman, Uziel and El-Yaniv, "Bias-Reduced Uncertainty Estimation for Deep Neural
    Classifiers", ICLR 2019: the AURC.
    """
    candidates = [one for one in judged if one.has_candidate]
    ordered = sorted(candidates, key=lambda one: -one.confidence)
    risks: list[float] = []
    errors = 0.0
    for _, tied in groupby(ordered, key=lambda one: one.confidence):
        group = list(tied)
        share = sum(not one.is_right for one in group) / len(group)
        for _ in group:
            errors += share
            risks.append(errors / (len(risks) + 1))
    return mean(risks) or 0.0
