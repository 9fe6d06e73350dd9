"""qa.evaluation.runner: a set of questions measured from files to results."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fakes import HashedWords

from qa.evaluation import SetUnavailable, runner, write_json
from qa.evaluation.libraries import fresh_library
from qa.evaluation.outcomes import Searcher
from qa.evaluation.runner import measure_set, run_evaluation, search_all
from qa.evaluation.sets import QuestionSet
from qa.settings import Settings

Make = Callable[..., Any]


@pytest.fixture
def run(small_set: QuestionSet, fake_encoder: HashedWords, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Evaluate the small set with the encoder that needs no model."""
    monkeypatch.setattr(runner, "question_set", lambda name, shared: small_set)
    return lambda **fields: run_evaluation(["small"], encoder=fake_encoder, **fields)


def test_a_set_is_measured_from_its_files(run: Make, tmp_path: Path) -> None:
    (found,) = run(work=tmp_path).sets

    assert (found.name, found.articles, found.passages) == ("small", 2, 2)
    assert (found.counts.answerable, found.counts.impossible) == (1, 1)
    assert found.search.first_place == 1.0
    assert found.ask is not None


def test_one_pass_gives_answers_as_shipped_and_without_abstention(
    run: Make, tmp_path: Path
) -> None:
    never = Settings(qa=replace(Settings().qa, threshold=1.0))

    (found,) = run(work=tmp_path, settings=never).sets

    assert (found.ask.answered, found.ask.abstention_share) == (0.0, 1.0)
    assert found.ask_without_abstention.answered == found.ask_without_abstention.citation_right == 1
    assert found.confidence.at_threshold.coverage == 0.0
    assert found.failure_classes.as_shipped.classes["abstained_answerable"] == 1


def test_the_origin_names_the_threshold_that_is_set(run: Make, tmp_path: Path) -> None:
    assert run(work=tmp_path).origin.settings["qa.threshold"] == Settings().qa.threshold


def test_results_say_what_made_them(run: Make, tmp_path: Path) -> None:
    origin = run(work=tmp_path).origin

    assert origin.encoder == "hashed-words"
    assert origin.settings["corpus.passages.max_characters"] == 900
    assert {"python", "platform", "tantivy"} <= set(origin.versions)


def test_a_part_that_was_not_asked_for_is_not_measured(run: Make) -> None:
    (found,) = run(parts=["search"]).sets

    assert found.search is not None
    assert found.ask is None


def test_the_quotations_of_a_set_are_checked_over_its_library(
    small_set: QuestionSet, fake_encoder: HashedWords, tmp_path: Path, monkeypatch: Any
) -> None:
    quoted = {"id": "v1", "kind": "verbatim", "quote": "Bread is baked from flour", "speaker": None,
              "article_id": "bread", "start": 0, "end": 25, "true_speaker": None,
              "alteration": None}  # fmt: skip
    quotes = tmp_path / "quotes.jsonl"
    quotes.write_text(json.dumps(quoted), encoding="utf-8")
    alone = replace(small_set, gold=None, quotes=quotes)
    monkeypatch.setattr(runner, "question_set", lambda name, shared: alone)

    (found,) = run_evaluation(["small"], encoder=fake_encoder, work=tmp_path).sets

    assert (found.search, found.ask, found.gold_sha256) == (None, None, "")
    assert (found.quotes.verdict, found.quotes.place_found) == (1.0, 1.0)


def test_a_set_whose_files_are_missing_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(SetUnavailable):
        run_evaluation(["sample", "questions-dev"], shared=tmp_path, work=tmp_path / "work",
                       encoder=HashedWords())  # fmt: skip

    assert not (tmp_path / "work").exists()


def test_every_failure_is_listed_in_the_json(
    small_set: QuestionSet, run: Make, tmp_path: Path
) -> None:
    small_set.gold.write_text(small_set.gold.read_text().replace("Lima", "Rome"))
    write_json(run(work=tmp_path), tmp_path / "out" / "results.json")

    read = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))

    missed = [line for line in read["sets"][0]["failures"] if line["of"] == "search"]
    assert [(line["id"], line["expected"], line["rank"]) for line in missed] == [
        ("q1", ["Rome"], None)
    ]
    assert missed[0]["got"] == "The port of Callao lies near Lima."


def test_impossible_questions_are_not_searched_for(gold: Make, hit: Make) -> None:
    class Finds(Searcher):
        def search(self, query: str, k: int = 10) -> list[Any]:
            return [hit("Lima")]

    outcomes = search_all([gold(), gold(is_impossible=True, answers=())], Finds())

    assert [outcome.rank for outcome in outcomes] == [1]


def test_progress_is_told_for_every_question(
    small_set: QuestionSet, fake_encoder: HashedWords, tmp_path: Path
) -> None:
    told: list[tuple[str, int, int | None]] = []
    with fresh_library(small_set, tmp_path, Settings(), encoder=fake_encoder) as opened:
        measure_set(small_set, opened, threshold=0.5, progress=lambda *step: told.append(step))

    assert told == [("asking", 1, 1), ("asking", 1, 2), ("asking", 2, 2)]
