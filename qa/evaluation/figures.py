"""The figures of confidence, each as SVG and as the numbers behind it.

``SET-reliability``: is an answer given with confidence 0.7 right seven times of ten?
``SET-risk-coverage``: how many answers are wrong, and how many questions are refused, by threshold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from qa.evaluation.drawing import Place, Square, axes, dot, path, picture, text
from qa.evaluation.model import (
    ConfidenceMeasures,
    Evaluation,
    OperatingPoint,
    ReliabilityBin,
    SetResults,
)

MEANING = (
    "confidence is the chance that the best candidate is right: F1 of 0.5 or more with an accepted "
    "answer, in the right article; of a question without an answer, no candidate is right"
)


def write_figures(evaluation: Evaluation, folder: Path) -> list[Path]:
    """Write both figures of every set that was asked, over those of an earlier run.

    Returns:
        The files, two for each figure.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for one in evaluation.sets:
        for name, content in _files(one, evaluation.origin.commit):
            place = folder / f"{one.name}-{name}"
            place.write_text(content, encoding="utf-8", newline="\n")
            written.append(place)
    return written


def _files(one: SetResults, commit: str | None) -> Iterator[tuple[str, str]]:
    if one.confidence is None:
        return
    found = asdict(one.confidence)
    head = {"set": one.name, "commit": commit, "questions": one.counts.questions,
            "impossible": one.counts.impossible, "meaning": MEANING}  # fmt: skip
    reliability = ("expected_calibration_error", "brier_score", "bins")
    yield "reliability.svg", reliability_svg(one.name, one.confidence)
    yield "reliability.json", _json(head | {name: found.pop(name) for name in reliability})
    yield "risk-coverage.svg", risk_coverage_svg(one.name, one.confidence)
    yield "risk-coverage.json", _json(head | found)


def _json(values: dict[str, Any]) -> str:
    return json.dumps(values, indent=2, ensure_ascii=False) + "\n"


def reliability_svg(name: str, measures: ConfidenceMeasures) -> str:
    """Confidence against the share that is right: a dot and its interval for each bin."""
    square = Square(90, 90, 380)
    threshold = measures.at_threshold.threshold
    questions = sum(one.questions for one in measures.bins)
    error, brier = measures.expected_calibration_error, measures.brier_score
    parts = [
        *axes(square, "confidence", "share of best candidates that are right"),
        path(square, [(0, 0), (1, 1)], "ideal"),
        path(square, [(threshold, 0), (threshold, 1)], "threshold"),
        *(
            path(square, [(one.confidence, one.low), (one.confidence, one.high)], "whisker")
            for one in measures.bins
        ),
        *(dot(square, (one.confidence, one.right), "dot", _said(one)) for one in measures.bins),
    ]
    return picture(
        (500, 530),
        f"Is the confidence right? {name}",
        f"{len(measures.bins)} groups of questions; "
        + "; ".join(_said(one) for one in measures.bins),
        [
            f"{questions:,} questions · calibration error {error:.3f} · Brier score {brier:.3f}",
            f"bars: 95% intervals · dotted: exactly right · dashed: the threshold, {threshold:g}",
        ],
        parts,
    )


def risk_coverage_svg(name: str, measures: ConfidenceMeasures) -> str:
    """Over all thresholds, answers that are wrong, and questions rightly and wrongly refused."""
    here = measures.at_threshold
    has_both = None not in (here.answerable_answered, here.impossible_abstained)
    parts = list(_risk(Square(90, 120, 320), measures))
    if has_both:
        parts += _abstaining(Square(520, 120, 320), measures)
    return picture(
        (870 if has_both else 500, 500),
        f"What abstaining costs and brings: {name}",
        f"At the threshold of {here.threshold:g}: {_outcome(here)}. Every tenth point: "
        + "; ".join(f"{point.threshold:.2f}: {_outcome(point)}" for point in measures.curve[9::10]),
        [f"mean risk {measures.area_under_curve:.3f} · marked: the threshold, {here.threshold:g}"],
        parts,
    )


def _risk(square: Square, measures: ConfidenceMeasures) -> Iterator[str]:
    here = measures.at_threshold
    yield from axes(square, "coverage: questions answered", "risk: answers that are wrong")
    risks = [(p.coverage, p.risk) for p in measures.curve if p.risk is not None]
    yield path(square, risks, "curve")
    if here.risk is not None:
        yield dot(square, (here.coverage, here.risk), "here", _outcome(here), radius=7)
        said = f"{here.coverage:.0%} answered, {here.risk:.0%} of the answers wrong"
        yield text((square.left, square.top - 12), said)


def _abstaining(square: Square, measures: ConfidenceMeasures) -> Iterator[str]:
    here = measures.at_threshold
    yield from axes(square, "answerable questions answered", "impossible questions abstained on")
    start = [(0.0, 1.0)]  # a threshold above every confidence
    yield path(square, start + [_shares(point) for point in measures.curve], "curve")
    yield dot(square, _shares(here), "here", _outcome(here), radius=7)
    answered, abstained = _shares(here)
    said = f"{answered:.0%} answered, {abstained:.0%} abstained on"
    yield text((square.left, square.top - 12), said)


def _shares(point: OperatingPoint) -> Place:
    return point.answerable_answered or 0.0, point.impossible_abstained or 0.0


def _said(one: ReliabilityBin) -> str:
    return (
        f"{one.questions:,} questions with confidence {one.confidence:.2f}: "
        f"{one.right:.0%} right ({one.low:.0%} to {one.high:.0%})"
    )


def _outcome(point: OperatingPoint) -> str:
    """What comes of a threshold, in words."""
    said = [f"{point.coverage:.0%} of all questions answered"]
    if point.risk is not None:
        said.append(f"{point.risk:.0%} of the answers wrong")
    if point.answerable_answered is not None:
        said.append(f"{point.answerable_answered:.0%} of the answerable answered")
    if point.impossible_abstained is not None:
        said.append(f"{point.impossible_abstained:.0%} of the impossible abstained on")
    return ", ".join(said)
