"""onrecord evaluate --feedback: over the user's own library and records."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from dictated import Dictated

from qa import Assistant, Library
from qa.config import RecordSettings
from qa.records import RecordStore, Turn, feedback_on_answer, new_id, now

Run = Callable[..., Any]

QUESTION = "Who inherited the port of Callao?"


@pytest.fixture
def called_wrong(onrecord: Run, articles: Path, tmp_path: Path) -> None:
    """A library, and an answer from it that is called wrong twice: here, and in another."""
    onrecord("add", articles)
    with (
        Library.open(tmp_path / "library") as library,
        RecordStore(RecordSettings(folder=tmp_path / "records")) as records,
    ):
        answer = Assistant(library, reader=Dictated({"Caracol": 5.0})).ask(QUESTION)
        turn = Turn(id=new_id(), asked_at=now(), question=QUESTION, answer=answer)
        here = library.store.library_id
        records.add_feedback(feedback_on_answer(turn, library=here, expected="Nobody at all"))
        records.add_feedback(feedback_on_answer(turn, library="elsewhere"))


@pytest.mark.parametrize("keep", ["1", "0"])
def test_without_feedback_there_is_one_plain_line_and_no_file(
    onrecord: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keep: str
) -> None:
    monkeypatch.setenv("ONRECORD_KEEP", keep)

    ran = onrecord("evaluate", "--feedback")

    assert (ran.status, ran.out.count("\n"), ran.err) == (0, 1, "")
    assert ran.out.startswith("No feedback to replay")
    assert not (tmp_path / "records").exists()
    assert onrecord("evaluate", "--feedback", "--json").json["cases"] == []


@pytest.mark.usefixtures("called_wrong")
def test_every_case_is_replayed_and_counted(onrecord: Run) -> None:
    ran = onrecord("evaluate", "--feedback")

    assert ran.status == 0
    assert "2 cases: 1 not as expected, 1 not replayed." in ran.out
    assert "another library" in ran.out


@pytest.mark.usefixtures("called_wrong")
def test_json_gives_one_object(onrecord: Run) -> None:
    ran = onrecord("evaluate", "--feedback", "--json")

    assert [case["status"] for case in ran.json["cases"]] == ["not_as_expected", "not_replayed"]
    assert ran.json["cases"][0]["expected"] == "Nobody at all"
    assert ran.json["counts"]["not_as_expected"] == 1


@pytest.mark.usefixtures("called_wrong")
def test_the_cases_can_be_written_as_lines_of_gold(onrecord: Run, tmp_path: Path) -> None:
    onrecord("evaluate", "--feedback", "--output", tmp_path / "cases.jsonl")

    lines = (tmp_path / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(one)["answers"] for one in lines] == [["Nobody at all"], []]


def test_records_that_are_damaged_are_one_line(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "records.db").write_bytes(b"no database " * 100)

    ran = onrecord("evaluate", "--feedback")

    assert (ran.status, ran.err.count("\n")) == (1, 1)
    assert "records.db can't be read" in ran.err
