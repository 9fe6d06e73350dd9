"""qa.evaluation.figures: the two figures of a set, as pictures and as numbers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from qa.evaluation import Evaluation, write_figures
from qa.evaluation.figures import reliability_svg, risk_coverage_svg
from qa.evaluation.model import Origin

Make = Callable[..., Any]

ORIGIN = Origin(commit="abc", date="", settings={}, versions={}, encoder="", encoder_digest="")


@pytest.fixture
def evaluation(results: Make, curved: Make) -> Evaluation:
    return Evaluation(origin=ORIGIN, sets=(results(confidence=curved()),))


def marks(svg: str, tag: str, kind: str) -> list[ElementTree.Element]:
    found = ElementTree.fromstring(svg).iter(f"{{http://www.w3.org/2000/svg}}{tag}")
    return [element for element in found if element.get("class") == kind]


def test_reliability_has_a_dot_and_an_interval_for_each_bin(curved: Make) -> None:
    measures = curved()

    svg = reliability_svg("small", measures)

    assert len(measures.bins) == 2
    assert len(marks(svg, "circle", "dot")) == len(marks(svg, "polyline", "whisker")) == 2
    assert len(marks(svg, "polyline", "threshold")) == 1


def test_the_curve_goes_through_every_point_and_the_threshold_is_marked(curved: Make) -> None:
    measures = curved()

    risk, abstaining = marks(svg := risk_coverage_svg("small", measures), "polyline", "curve")

    assert len(risk.attrib["points"].split()) == len(measures.curve) == 40
    assert len(abstaining.attrib["points"].split()) == 41  # and where nothing is answered
    assert len(marks(svg, "circle", "here")) == 2


def test_without_impossible_questions_there_is_one_curve(curved: Make) -> None:
    measures = curved()
    bare = replace(measures, at_threshold=replace(measures.at_threshold, impossible_abstained=None))

    assert len(marks(risk_coverage_svg("small", bare), "polyline", "curve")) == 1


def test_every_set_has_two_pictures_with_their_numbers(
    evaluation: Evaluation, tmp_path: Path
) -> None:
    written = write_figures(evaluation, tmp_path / "figures")

    assert [path.name for path in written] == [
        "sample-reliability.svg", "sample-reliability.json",
        "sample-risk-coverage.svg", "sample-risk-coverage.json",
    ]  # fmt: skip
    numbers = json.loads(written[3].read_text(encoding="utf-8"))
    assert (numbers["set"], numbers["commit"], len(numbers["curve"])) == ("sample", "abc", 40)
    assert numbers["at_threshold"]["threshold"] == 0.5


def test_the_same_measures_give_the_same_bytes(evaluation: Evaluation, tmp_path: Path) -> None:
    once = [path.read_bytes() for path in write_figures(evaluation, tmp_path)]
    again = [path.read_bytes() for path in write_figures(evaluation, tmp_path)]

    assert once == again


def test_a_set_that_was_not_asked_has_no_figures(results: Make, tmp_path: Path) -> None:
    assert write_figures(Evaluation(origin=ORIGIN, sets=(results(),)), tmp_path) == []
