"""qa.evaluation.gate: measures against floors, and floors against being lowered unasked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qa.evaluation import (
    Floors,
    FloorsRefused,
    check,
    committed_floors,
    read_floors,
    run_evaluation,
    updated,
    write_floors,
)
from qa.evaluation.gate import GUARDED, MARGIN, measures_of
from qa.evaluation.quote_metrics import QuoteMeasures
from qa.evaluation.quotes import KINDS

Make = Callable[..., Any]

LOW = Floors(gold_sha256="g", articles_sha256="a", floors=dict.fromkeys(GUARDED, 0.1))


def with_floor(name: str, floor: float, **fields: Any) -> Floors:
    return replace(LOW, floors={**LOW.floors, name: floor}, **fields)


def test_measures_at_or_above_their_floors_pass(results: Make) -> None:
    assert check(results(), with_floor("search.first_place", 0.5)) == []


def test_a_measure_below_its_floor_is_named_with_both_numbers(results: Make) -> None:
    (line,) = check(results(), with_floor("search.first_place", 0.6))

    assert line == "search.first_place is 0.5000, below its floor of 0.6"


def test_a_measure_that_was_not_taken_fails(results: Make) -> None:
    lines = check(results(ask=None), LOW)

    assert "ask.f1 was not measured, and has a floor of 0.1" in lines


def test_a_floor_that_is_missing_fails(results: Make) -> None:
    floors = {name: 0.1 for name in GUARDED if name != "ask.f1"}

    assert check(results(), replace(LOW, floors=floors)) == ["ask.f1 has no floor"]


def test_other_questions_and_other_articles_fail(results: Make) -> None:
    lines = check(results(gold_sha256="x", articles_sha256="y"), LOW)

    assert [line.split(" are not")[0] for line in lines] == [
        "the gold questions", "the sample articles",
    ]  # fmt: skip


def test_a_kind_of_quotations_below_its_floor_is_named(results: Make) -> None:
    (line,) = check(results(), with_floor("quotes.negated", 1.01))

    assert line == "quotes.negated is 1.0000, below its floor of 1.01"


def test_quotations_that_were_not_checked_fail(results: Make) -> None:
    lines = check(results(quotes=None), LOW)

    assert "quotes.absent was not measured, and has a floor of 0.1" in lines


@pytest.mark.parametrize("what", ["altered", "absent"])
def test_one_quotation_wrongly_called_verbatim_fails_whatever_the_floors(
    results: Make, quote_measures: QuoteMeasures, what: str
) -> None:
    wrong = replace(quote_measures, **{f"{what}_called_verbatim": ("x-01",)})

    assert check(results(quotes=wrong), LOW) == [f"{what} quotations are called verbatim: x-01"]


def test_other_quotations_fail_until_an_update_that_may_lower(results: Make) -> None:
    before = replace(LOW, quotes_sha256="other")

    (line,) = check(results(), before)

    assert line.startswith("the gold quotations are not those")
    assert updated(results(), before, may_lower=True).quotes_sha256 == "q"


def test_a_floor_lowered_by_hand_fails_against_the_commit(results: Make) -> None:
    committed = with_floor("search.first_place", 0.45)

    (line,) = check(results(), LOW, committed)

    assert line.startswith("the floor of search.first_place was lowered from 0.45 to 0.1 by hand")


def test_a_floor_lowered_on_record_passes(results: Make) -> None:
    committed = with_floor("search.first_place", 0.45)
    floors = replace(LOW, lowered=("search.first_place: 0.45 to 0.1",))

    assert check(results(), floors, committed) == []


def test_an_update_raises_floors_to_the_margin_below_the_measures(results: Make) -> None:
    floors = updated(results(), LOW)

    assert floors.floors["search.first_place"] == pytest.approx(0.5 - MARGIN)
    assert floors.lowered == ()


def test_an_update_never_takes_a_floor_down_by_the_margin(results: Make) -> None:
    floors = updated(results(), with_floor("search.first_place", 0.495))

    assert floors.floors["search.first_place"] == 0.495


def test_an_update_refuses_to_lower_a_floor_unasked(results: Make) -> None:
    with pytest.raises(FloorsRefused, match=r"first_place is 0\.5000, below.*--lower-floors"):
        updated(results(), with_floor("search.first_place", 0.6))


def test_an_update_refuses_other_gold_unasked(results: Make) -> None:
    with pytest.raises(FloorsRefused, match="the gold questions"):
        updated(results(gold_sha256="x"), LOW)


def test_an_update_that_may_lower_keeps_a_record_and_the_new_digests(results: Make) -> None:
    before = with_floor("search.first_place", 0.6)

    floors = updated(results(gold_sha256="x"), before, may_lower=True)

    assert floors.floors["search.first_place"] == 0.485
    assert floors.lowered == ("search.first_place: 0.6 to 0.485",)
    assert floors.gold_sha256 == "x"
    assert check(results(gold_sha256="x"), floors, before) == []


def test_without_floors_an_update_begins_with_every_guarded_measure(results: Make) -> None:
    assert set(updated(results(), None).floors) == set(GUARDED)


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    floors = replace(LOW, lowered=("ask.f1: 0.2 to 0.1",))
    write_floors(floors, tmp_path / "floors.json")

    assert read_floors(tmp_path / "floors.json") == floors


def test_the_floors_of_the_project_guard_every_measure_of_the_gate() -> None:
    assert set(read_floors().floors) == set(GUARDED)


def test_every_kind_of_quotations_has_a_floor() -> None:
    assert {f"quotes.{kind}" for kind in KINDS} <= set(read_floors().floors)


def test_every_guarded_measure_is_one_that_is_taken(results: Make) -> None:
    assert set(GUARDED) <= set(measures_of(results()))


@pytest.mark.models
def test_the_sample_library_passes_the_gate(tmp_path: Path) -> None:
    (results,) = run_evaluation(["sample"], work=tmp_path).sets

    assert check(results, read_floors(), committed_floors()) == []
