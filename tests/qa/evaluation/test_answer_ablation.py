"""qa.evaluation.answer_ablation: what each part of answering adds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fakes import HashedWords

from qa.evaluation import ablation, answer_ablation
from qa.evaluation.answer_ablation import format_ablation, run_ablation
from qa.evaluation.sets import QuestionSet
from qa.evaluation.variants import AnswerVariant, answer_variants

ALWAYS = AnswerVariant(label="always", changes={"threshold": 1.0})
SELDOM = AnswerVariant(label="seldom", changes={"threshold": 1.0}, abstains=True)


@pytest.fixture(autouse=True)
def _no_model(fake_encoder: HashedWords, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_ablation, "encoder_named", lambda name: fake_encoder)


def test_only_a_row_with_confidence_abstains(small_set: QuestionSet, tmp_path: Path) -> None:
    always, seldom = run_ablation([small_set], tmp_path, [ALWAYS, SELDOM]).rows

    assert (always.measures.answered, always.measures.abstention_share) == (1.0, 0.0)
    assert (seldom.measures.answered, seldom.measures.abstention_share) == (0.0, 1.0)


def test_rows_with_the_same_settings_share_a_pass(
    small_set: QuestionSet, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    always, seldom = run_ablation([small_set], tmp_path, [ALWAYS, SELDOM]).rows

    assert capsys.readouterr().err == "small: always\n"
    assert always.measures.median_milliseconds == seldom.measures.median_milliseconds
    assert always.area_under_curve == seldom.area_under_curve


def test_the_last_row_is_the_default_and_the_only_one_that_abstains() -> None:
    rows = answer_variants()

    assert [row.abstains for row in rows] == [False] * (len(rows) - 1) + [True]
    assert rows[-1].changes == {}


def test_the_table_has_a_row_a_variant(small_set: QuestionSet, tmp_path: Path) -> None:
    text = format_ablation(run_ablation([small_set], tmp_path, [SELDOM]))

    header, _, row = text.splitlines()
    assert header.split("|")[1].strip() == "small (1 and 1 impossible)"
    assert [cell.strip() for cell in row.split("|")[4:6]] == ["0.000", "0.000"]  # F1, answered


def test_the_command_writes_and_prints_the_rows(
    small_set: QuestionSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(ablation, "question_set", lambda name, shared: small_set)
    output = tmp_path / "out" / "answers.json"

    ablation.main(["--answers", "--set", "sample", "--output", str(output)])

    written = json.loads(output.read_text(encoding="utf-8"))
    assert [row["variant"] for row in written["rows"]] == [v.label for v in answer_variants()]
    assert "| **+ confidence: the default** |" in capsys.readouterr().out
