"""qa.records.export: every case a line, whatever is in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa.records import FeedbackNotWritten, export_feedback, feedback_on_answer

Make = Callable[..., Any]


def test_cases_are_written_oldest_first_with_every_character(turn: Make, tmp_path: Path) -> None:
    newest = feedback_on_answer(turn(), library="one", note="half \udc80, line\u2028end")
    oldest = feedback_on_answer(turn(), library="one")
    path = tmp_path / "cases.jsonl"

    assert export_feedback([newest, oldest], path) == 2
    rows = [json.loads(row) for row in path.read_text(encoding="utf-8").split("\n") if row]
    assert [row["id"] for row in rows] == [oldest.id, newest.id]
    assert rows[1]["note"] == "half \udc80, line\u2028end"


def test_a_file_that_can_t_be_written_is_one_line(turn: Make, tmp_path: Path) -> None:
    with pytest.raises(FeedbackNotWritten, match="nothing was exported"):
        export_feedback([feedback_on_answer(turn(), library="one")], tmp_path)
