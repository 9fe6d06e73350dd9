"""onrecord evaluate: the sets, the output and the gate, with the encoder that needs no model."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qa.cli import evaluate
from qa.evaluation import Floors, read_floors, runner, write_floors
from qa.evaluation.gate import GUARDED
from qa.evaluation.quote_metrics import QuoteKind, measure
from qa.evaluation.quotes import KINDS
from qa.evaluation.sets import QuestionSet, digest_of

Run = Callable[..., Any]

SHARES = ("attribution", "place_found", "speaker_found", "changes_named", "bearing_right")
QUOTES = replace(
    measure([], "q"),
    **dict.fromkeys(SHARES, 1.0),
    kinds=tuple(QuoteKind(kind=kind, quotations=1, right=1, verdict=1.0) for kind in KINDS),
)
"""In place of checking a quotation of every kind."""

GOLD = (
    {"id": "q1", "question": "Who inherited the port of Callao?", "answers": ["MacDowell"],
     "impossible": False, "article_id": "port"},
    {"id": "q2", "question": "Who is the mayor?", "answers": [], "impossible": True,
     "article_id": None},
)  # fmt: skip


@pytest.fixture
def small(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QuestionSet:
    """Two questions over two articles, in place of the sample set."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(map(json.dumps, GOLD)), encoding="utf-8")
    found = QuestionSet("sample", gold, (articles,))
    monkeypatch.setattr(runner, "question_set", lambda name, shared: found)
    monkeypatch.setattr(runner, "check_all", lambda *arguments, **fields: QUOTES)
    return found


@pytest.fixture
def floors(
    small: QuestionSet, tmp_path: Path, fake_encoder: Any, monkeypatch: pytest.MonkeyPatch
) -> Callable[[float], Path]:
    """``floors(0.0)``: a file of floors, all alike, in place of the project's."""
    path = tmp_path / "floors.json"
    monkeypatch.setattr(runner, "encoder_named", lambda name: fake_encoder)
    monkeypatch.setattr(evaluate, "FLOORS", path)
    monkeypatch.setattr(evaluate, "committed_floors", lambda: None)

    def write(floor: float) -> Path:
        values = Floors(
            gold_sha256=digest_of([small.gold]),
            articles_sha256=digest_of(small.articles),
            floors=dict.fromkeys(GUARDED, floor),
        )
        write_floors(values, path)
        return path

    return write


def test_measures_above_the_floors_leave_with_0_and_a_table(onrecord: Run, floors: Run) -> None:
    floors(0.0)

    ran = onrecord("evaluate")

    assert ran.status == 0
    assert "| sample" in ran.out


def test_measures_below_a_floor_leave_with_1_and_say_which(onrecord: Run, floors: Run) -> None:
    floors(1.01)

    ran = onrecord("evaluate", "--json")

    assert ran.status == 1
    assert "search.first_place is 1.0000, below its floor of 1.01" in ran.json["gate"]


def test_the_output_file_holds_what_json_prints(onrecord: Run, floors: Run, tmp_path: Path) -> None:
    floors(0.0)

    ran = onrecord("evaluate", "--json", "--output", tmp_path / "results.json")

    written = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    assert ran.json["sets"] == written["sets"]
    assert written["sets"][0]["counts"]["questions"] == 2


def test_figures_are_drawn_where_they_are_asked_for(
    onrecord: Run, floors: Run, tmp_path: Path
) -> None:
    floors(0.0)

    onrecord("evaluate", "--figures", tmp_path / "figures")

    assert sorted(path.name for path in (tmp_path / "figures").iterdir()) == [
        "sample-reliability.json", "sample-reliability.svg",
        "sample-risk-coverage.json", "sample-risk-coverage.svg",
    ]  # fmt: skip


def test_an_update_writes_floors_that_the_measures_pass(onrecord: Run, floors: Run) -> None:
    path = floors(0.0)

    ran = onrecord("evaluate", "--update-floors")

    assert ran.status == 0
    assert read_floors(path).floors["search.within_five"] == 0.985


def test_an_update_lowers_nothing_without_the_second_flag(onrecord: Run, floors: Run) -> None:
    path = floors(1.01)

    ran = onrecord("evaluate", "--update-floors")

    assert (ran.status, "--lower-floors" in ran.err) == (1, True)
    assert read_floors(path).floors["ask.f1"] == 1.01


def test_lowering_alone_is_wrong_usage(onrecord: Run) -> None:
    assert onrecord("evaluate", "--lower-floors").status == 2


def test_floors_are_only_for_the_sample(onrecord: Run) -> None:
    assert onrecord("evaluate", "--set", "questions-dev", "--update-floors").status == 2


def test_a_shared_set_that_is_not_there_is_one_line(onrecord: Run, tmp_path: Path) -> None:
    ran = onrecord("evaluate", "--set", "questions-dev", "--data", tmp_path)

    assert ran.status == 1
    assert ran.err.count("\n") == 1
    assert "questions-dev" in ran.err
