"""index.update and its use in index.search: a large dense.faiss need not be written for a few."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fakes import HashedWords, add_lines, line

from corpus import Store
from index import Retriever, SearchIndex, update
from index.dense import DenseIndex
from index.manifest import Manifest, read_manifest
from index.update import should_rewrite

ARTICLES = [line(f"The harbour of town{n} is closed.", id=f"a{n}") for n in range(10)]


@pytest.fixture
def grown(
    make_library: Callable[[list[dict[str, object]]], Path],
    fake_encoder: HashedWords,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A library that counts as large, with one more article than its dense.faiss holds."""
    monkeypatch.setattr(update, "REWRITE_BELOW", 0)
    monkeypatch.setattr(update, "REWRITE_SHARE", 0.5)
    folder = make_library(ARTICLES)
    with Store.open(folder, writable=True) as store, store.writing():
        add_lines(store, [line("Volcano Ubinas erupted.", id="volcano")])
        SearchIndex.open(store, encoder=fake_encoder).update()
    fake_encoder.encoded.clear()
    return folder


def manifest_of(folder: Path) -> Manifest:
    found = read_manifest(folder / "index", folder)
    assert found is not None
    return found


def first_hit(folder: Path, encoder: HashedWords) -> tuple[str, float]:
    with Retriever.open(folder, encoder=encoder) as reader:
        hit = reader.search("volcano Ubinas erupted")[0]
        assert not reader.is_behind
    return hit.article_id, hit.cosine


def test_the_file_stays_as_it_was_and_the_manifest_says_so(grown: Path) -> None:
    manifest = manifest_of(grown)

    assert manifest.dense_change == 10
    assert manifest.lexical_change == 11


def test_what_the_file_lacks_comes_from_the_known_vectors(
    grown: Path, fake_encoder: HashedWords
) -> None:
    assert first_hit(grown, fake_encoder) == ("volcano", pytest.approx(1.0))
    assert fake_encoder.encoded == ["volcano Ubinas erupted"]  # the query alone


def test_a_reader_that_may_not_write_completes_it_in_memory(
    grown: Path, fake_encoder: HashedWords
) -> None:
    with Store.open(grown, writable=True) as writer, writer.writing():
        assert first_hit(grown, fake_encoder)[0] == "volcano"

    assert manifest_of(grown).dense_change == 10


def test_a_removal_writes_the_file_at_once(grown: Path, fake_encoder: HashedWords) -> None:
    with Store.open(grown, writable=True) as store, store.writing():
        store.remove(["a3"])
        SearchIndex.open(store, encoder=fake_encoder).update()
        wanted = store.passage_keys()

    digest = fake_encoder.digest
    dense = DenseIndex.load(grown / "index", grown, dim=64, encoder_digest=digest)
    assert sorted(dense.keys) == wanted
    assert manifest_of(grown).dense_change == 12


@pytest.mark.parametrize(
    ("added", "has_file", "expected"), [(0, True, False), (0, False, True), (3, True, True)]
)
def test_a_small_file_is_written_for_every_addition(
    added: int, has_file: bool, expected: bool
) -> None:
    assert should_rewrite(DenseIndex(2), added, has_file=has_file) is expected


def test_an_index_that_was_replaced_while_it_was_opened_is_opened_again(
    grown: Path, fake_encoder: HashedWords, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = manifest_of(grown)
    with Store.open(grown, writable=True) as store, store.writing():
        SearchIndex.build(store, encoder=fake_encoder).close()  # takes the old folder away
    after = manifest_of(grown)
    answers = [before, after]
    monkeypatch.setattr(
        "index.search.read_manifest", lambda *_: answers.pop(0) if len(answers) > 1 else after
    )

    assert first_hit(grown, fake_encoder)[0] == "volcano"
