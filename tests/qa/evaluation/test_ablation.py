"""qa.evaluation.ablation: variants measured over sets, and the table of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fakes import HashedWords

from qa.evaluation import ablation
from qa.evaluation.ablation import format_ablation, run_ablation, untitled
from qa.evaluation.sets import QuestionSet
from qa.evaluation.variants import Variant, boosted, cut


@pytest.fixture(autouse=True)
def _no_model(fake_encoder: HashedWords, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ablation, "encoder_named", lambda name: fake_encoder)


def test_every_variant_is_measured_over_every_set(small_set: QuestionSet, tmp_path: Path) -> None:
    chosen = [Variant(label="default"), Variant(label="ranks", by_ranks=True),
              Variant(label="short", settings=cut(500, 0))]  # fmt: skip

    found = run_ablation([small_set], tmp_path, chosen)

    assert [(row.variant, row.set) for row in found.rows] == [
        ("default", "small"), ("ranks", "small"), ("short", "small"),
    ]  # fmt: skip
    assert all(row.measures.first_place == 1.0 for row in found.rows)


def test_a_variant_without_titles_gives_the_encoder_none(
    small_set: QuestionSet, tmp_path: Path, fake_encoder: HashedWords
) -> None:
    bare = Variant(label="bare", settings=boosted(0.0), has_titles=False)

    run_ablation([small_set], tmp_path, [bare])

    assert "The port of Callao lies near Lima." in fake_encoder.encoded
    assert not any(text.startswith("Callao") for text in fake_encoder.encoded)


def test_an_untitled_copy_keeps_everything_but_title_and_date(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "T.", "title": "X", "published": "2020-01-01"}))

    copy = untitled(path, tmp_path)

    assert json.loads(copy.read_text(encoding="utf-8")) == {"id": "a", "text": "T."}


def test_the_table_has_a_row_a_variant_with_three_shares(
    small_set: QuestionSet, tmp_path: Path
) -> None:
    found = run_ablation([small_set], tmp_path, [Variant(label="default")])

    header, _, row = format_ablation(found).splitlines()

    assert header.split("|")[2].strip() == "small (1)"
    assert row.split("|")[1:3] == [" default ", " 1.000 / 1.000 / 1.000 "]
