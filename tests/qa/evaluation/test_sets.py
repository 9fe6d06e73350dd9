"""qa.evaluation.sets: names into files, and digests of what is in them."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest

from qa.evaluation import SetUnavailable
from qa.evaluation.sets import digest_of, question_set


def test_the_sample_set_comes_with_the_project() -> None:
    found = question_set("sample", Path("nowhere"))

    assert found.gold.name == "sample.jsonl"
    assert [path.name for path in found.articles] == ["articles.jsonl"]


def test_a_shared_set_without_its_folder_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(SetUnavailable, match=r"'questions-cnn'.*questions-cnn\.jsonl\.gz.*--data"):
        question_set("questions-cnn", tmp_path)


def test_the_sample_has_quotations_too_and_the_shared_quotations_have_no_questions(
    tmp_path: Path,
) -> None:
    for name in ("quotes", "articles-news"):
        (tmp_path / f"{name}.jsonl.gz").touch()

    sample, shared = question_set("sample"), question_set("quotes", tmp_path)

    assert sample.quotes is not None
    assert sample.quotes.name == "quotes.jsonl"
    assert (shared.gold, shared.quotes) == (None, tmp_path / "quotes.jsonl.gz")


def test_quotations_without_their_file_say_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(SetUnavailable, match=r"'quotes'.*quotes\.jsonl\.gz"):
        question_set("quotes", tmp_path)


def test_dev_and_train_questions_share_a_library(tmp_path: Path) -> None:
    for name in ("questions-dev", "questions-train", "articles-wiki", "articles-news"):
        (tmp_path / f"{name}.jsonl.gz").touch()

    dev, train = (question_set(f"questions-{name}", tmp_path) for name in ("dev", "train"))

    assert dev.gold != train.gold
    assert dev.library_name == train.library_name == "articles-wiki+articles-news"


def test_a_digest_is_over_the_content_whatever_the_packing_and_the_line_ends(
    tmp_path: Path,
) -> None:
    plain, packed = tmp_path / "a.jsonl", tmp_path / "a.jsonl.gz"
    plain.write_bytes(b"one\r\ntwo\r\n")
    packed.write_bytes(gzip.compress(b"one\ntwo\n"))

    expected = hashlib.sha256(b"one\ntwo\n").hexdigest()
    assert digest_of([plain]) == digest_of([packed]) == expected
