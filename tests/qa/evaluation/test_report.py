"""qa.evaluation.report: results as tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qa.evaluation import Evaluation, format_report
from qa.evaluation.failures import count_failures
from qa.evaluation.model import Origin
from qa.evaluation.summary import search_failures

Make = Callable[..., Any]

ORIGIN = Origin(commit=None, date="2026-11-22T10:00:00Z", settings={}, versions={},
                encoder="all-MiniLM-L6-v2", encoder_digest="")  # fmt: skip


def test_a_report_has_a_row_a_set_with_shares_in_three_places(results: Make) -> None:
    text = format_report(Evaluation(origin=ORIGIN, sets=(results(),)))

    assert "| sample |         2 |       0.500 |       0.500 |        1.000 | 0.583 | 1.0 |" in text
    assert text.startswith("Commit unknown, 2026-11-22T10:00:00Z, encoder all-MiniLM-L6-v2.")


def test_what_was_not_measured_has_no_table(results: Make) -> None:
    text = format_report(Evaluation(origin=ORIGIN, sets=(results(ask=None),)))

    assert "Search" in text
    assert "Answers" not in text


def test_misses_that_stand_alone_are_named_and_the_others_counted(
    results: Make, found: Make, gold: Make
) -> None:
    missed = [found(2, question=gold("Where is Callao?", id="q7")),
              found(None, question=gold("Where is it?", id="q8", stands_alone=False))]  # fmt: skip
    failures = tuple(search_failures(missed))

    text = format_report(Evaluation(origin=ORIGIN, sets=(results(failures=failures),)))

    assert "2 not in first place, 1 of which don't stand alone:\n  q7  Where is Callao?" in text
    assert "q8" not in text


def test_confidence_has_the_threshold_that_is_set_and_the_one_for_three_quarters(
    results: Make, curved: Make
) -> None:
    text = format_report(Evaluation(origin=ORIGIN, sets=(results(confidence=curved()),)))

    _, _, set_now, quarters, *_ = text.partition("Confidence\n\n")[2].splitlines()
    assert [line.split("|")[1].strip() for line in (set_now, quarters)] == [
        "sample", "sample, 75% answered",
    ]  # fmt: skip
    # Of 30 answerable, 23 must be answered: 39, 38, 37, 35, ... 13, 11, 10 of 40.
    assert quarters.split("|")[5].strip() == "0.250"


def test_classes_that_occur_are_counted_both_ways(results: Make, replied: Make) -> None:
    candidates = [replied("Rome", failure_class="other_span")]
    classes = count_failures(candidates, [replied(None)])

    text = format_report(Evaluation(origin=ORIGIN, sets=(results(failure_classes=classes),)))

    rows = [line.split("|") for line in text.splitlines() if line.startswith(("| abs", "| other"))]
    assert [[cell.strip() for cell in row[1:-1]] for row in rows] == [
        ["abstained_answerable", "", "", "1", "1"],
        ["other_span", "1", "1", "0", "0"],
    ]
    assert "other_passage" not in text
