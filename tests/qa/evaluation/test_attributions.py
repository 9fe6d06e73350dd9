"""qa.evaluation.attributions: the measure of who says something."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from qa.evaluation.attributions import Judged, format_table, judge, main, read_annotated

TEXT = "“No go,” Ana Ruiz said. The port will close, Tom Lee said."


def write(folder: Path, name: str, rows: list[dict[str, Any]]) -> None:
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / name).write_bytes(gzip.compress(lines.encode()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    def part(words: str) -> list[Any]:
        return [words, TEXT.index(words), TEXT.index(words) + len(words)]

    direct = {"source": [part("Ana Ruiz")], "content": [part("“No go,”")], "direct": True}
    wrong = {"source": [part("Ana Ruiz")], "content": [part("The port will close")]}
    nameless = {"source": [], "content": [part("port")]}
    rows = [
        {"article_id": "a", "cue": [["said", 18, 22]], "direct": False} | row
        for row in (direct, wrong, nameless)
    ]
    write(tmp_path, "articles-news.jsonl.gz", [{"id": "a", "text": TEXT}])
    write(tmp_path, "attributions.jsonl.gz", rows)
    return tmp_path


def test_contents_without_a_source_are_left_out(folder: Path) -> None:
    assert [one.is_direct for one in read_annotated(folder)] == [True, False]


def test_a_source_is_right_where_it_overlaps(folder: Path) -> None:
    right, wrong = (judge(one) for one in read_annotated(folder))

    assert right == Judged(("direct",), True, True, True, True)
    assert (wrong.is_answered, wrong.has_source, wrong.has_name) == (True, False, False)


def test_the_table_has_precision_over_what_was_answered() -> None:
    rows = [
        Judged(("direct",), True, True, True, True),
        Judged(("direct",), True, True, False, False),
        Judged(("direct",), False, False, False, False),
    ]

    assert "| direct | 3 | 2 | 0.500 | 0.333 | 0.500 | 0.333 |" in format_table(rows)


def test_the_command_prints_the_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 0
    assert "| direct | 1 | 1 | 1.000 |" in capsys.readouterr().out


def test_a_missing_file_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "articles-news.jsonl.gz is missing" in error
