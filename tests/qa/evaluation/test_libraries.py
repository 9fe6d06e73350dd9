"""qa.evaluation.libraries: libraries that are always fresh, and vectors that are kept."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

from fakes import HashedWords

from corpus import CorpusSettings, PassageSettings
from qa.evaluation.libraries import fresh_library, unpacked
from qa.evaluation.sets import QuestionSet
from qa.settings import Settings


def test_a_second_library_encodes_nothing_again(
    small_set: QuestionSet, tmp_path: Path, fake_encoder: HashedWords
) -> None:
    fresh_library(small_set, tmp_path, Settings(), encoder=fake_encoder).close()
    before = len(fake_encoder.encoded)

    fresh_library(small_set, tmp_path, Settings(), encoder=fake_encoder).close()

    assert (before, len(fake_encoder.encoded)) == (2, 2)


def test_an_article_that_left_the_files_leaves_the_library(
    small_set: QuestionSet, tmp_path: Path, fake_encoder: HashedWords
) -> None:
    fresh_library(small_set, tmp_path, Settings(), encoder=fake_encoder).close()
    (path,) = small_set.articles
    path.write_text(path.read_text().splitlines()[0], encoding="utf-8")

    with fresh_library(small_set, tmp_path, Settings(), encoder=fake_encoder) as opened:
        assert [listed.id for listed in opened.store.listing()] == ["port"]


def test_other_passage_settings_make_another_library(
    small_set: QuestionSet, tmp_path: Path, fake_encoder: HashedWords
) -> None:
    shorter = replace(Settings(), corpus=CorpusSettings(passages=PassageSettings(500, 0)))

    with (
        fresh_library(small_set, tmp_path, Settings(), encoder=fake_encoder) as one,
        fresh_library(small_set, tmp_path, shorter, encoder=fake_encoder) as other,
    ):
        assert one.store.folder != other.store.folder


def test_compressed_articles_are_unpacked_and_plain_ones_are_used_where_they_are(
    tmp_path: Path,
) -> None:
    plain, packed = tmp_path / "a.jsonl", tmp_path / "b.jsonl.gz"
    plain.write_text("{}")
    packed.write_bytes(gzip.compress(b"{}"))

    assert unpacked(plain, tmp_path / "work") == plain
    assert unpacked(packed, tmp_path / "work").read_text() == "{}"
    assert unpacked(packed, tmp_path / "work").name == "b.jsonl"
