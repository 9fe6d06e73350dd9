"""qa.evaluation.gold: lines in, questions out, or a refusal that names the line."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from qa.evaluation import GoldInvalid
from qa.evaluation.gold import read_gold, stands_alone
from qa.evaluation.sets import SAMPLE_GOLD

LINE = {"id": "q1", "question": "Where is Callao?", "answers": ["Lima"], "impossible": False,
        "article_id": "port"}  # fmt: skip


def write(path: Path, *lines: object) -> Path:
    path.write_text("\n".join(json.dumps(line) for line in lines) + "\n", encoding="utf-8")
    return path


def test_a_line_becomes_a_question(tmp_path: Path) -> None:
    (found,) = read_gold(write(tmp_path / "gold.jsonl", LINE | {"note": "for people"}))

    assert (found.id, found.question, found.answers) == ("q1", "Where is Callao?", ("Lima",))
    assert (found.article_id, found.is_impossible, found.stands_alone) == ("port", False, True)


def test_compressed_files_and_blank_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress(f"\n{json.dumps(LINE)}\n\n".encode()))

    assert [question.id for question in read_gold(path)] == ["q1"]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"answers": []}, "either there are answers"),
        ({"impossible": True}, "either there are answers"),
        ({"article_id": None}, "no article_id"),
    ],
)
def test_a_line_that_contradicts_itself_is_refused(
    tmp_path: Path, wrong: dict[str, object], says: str
) -> None:
    with pytest.raises(GoldInvalid, match=f"Line 1 .*{says}"):
        read_gold(write(tmp_path / "gold.jsonl", LINE | wrong))


def test_a_missing_field_and_a_repeated_id_are_refused_by_line(tmp_path: Path) -> None:
    with pytest.raises(GoldInvalid, match=r"Line 2 .*answers"):
        read_gold(write(tmp_path / "lacking.jsonl", LINE, {"id": "q2", "impossible": False}))
    with pytest.raises(GoldInvalid, match=r"Line 2 .*'q1' stands above"):
        read_gold(write(tmp_path / "twice.jsonl", LINE, LINE))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What did he say?", False),
        ("Who died?", False),
        ("What did Obama say about it?", True),
        ("Which boxing champion was killed?", True),
        ("Where was their plane going?", False),
        ("what happened in 1987", True),
        ("¿Quién lo dijo?", False),
    ],
)
def test_a_question_stands_alone_when_it_says_what_it_is_about(
    question: str, expected: bool
) -> None:
    assert stands_alone(question) is expected


def test_the_sample_gold_has_both_kinds_of_questions() -> None:
    questions = read_gold(SAMPLE_GOLD)

    assert sum(question.is_impossible for question in questions) >= 20
    assert sum(not question.is_impossible for question in questions) >= 60
