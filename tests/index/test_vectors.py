"""index.vectors: vectors by encoder and text, kept as long as a passage uses them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index import IndexDamaged
from index.dense import DenseIndex
from index.vectors import VectorStore, discard_if_damaged, hash_of

ONE, TWO = hash_of("one"), hash_of("two")
EAST = np.array([1, 0], dtype=np.float32)
NORTH = np.array([0, 1], dtype=np.float32)


@pytest.fixture
def vectors(tmp_path: Path) -> Iterator[VectorStore]:
    """Two texts by encoder "e", used by passages 1, 2 and 3."""
    store = VectorStore(tmp_path, tmp_path)
    store.put("e", {ONE: EAST, TWO: NORTH}, {1: ONE, 2: TWO, 3: ONE})
    yield store
    store.close()


def known(vectors: VectorStore, encoder: str = "e") -> set[bytes]:
    return set(vectors.find(encoder, [ONE, TWO, hash_of("three")], dim=2))


def test_what_was_put_is_found_bit_for_bit(vectors: VectorStore) -> None:
    found = vectors.find("e", [ONE, TWO], dim=2)

    assert np.array_equal(found[ONE], EAST)
    assert np.array_equal(found[TWO], NORTH)


def test_another_encoder_knows_nothing(vectors: VectorStore) -> None:
    assert known(vectors, "f") == set()


def test_a_vector_goes_with_the_last_passage_that_uses_it(vectors: VectorStore) -> None:
    vectors.forget_all_but("e", [1, 2])
    assert known(vectors) == {ONE, TWO}
    vectors.forget_all_but("e", [2])
    assert known(vectors) == {TWO}


def test_vectors_of_other_encoders_go_too(vectors: VectorStore) -> None:
    vectors.put("f", {ONE: EAST}, {1: ONE})
    vectors.forget_all_but("f", [1])

    assert (known(vectors, "e"), known(vectors, "f")) == (set(), {ONE})


@pytest.mark.parametrize("stored", [b"", b"\x00" * 8, b"\x00" * 7, b"\x00\x00\x80\x3f" * 2])
def test_a_vector_that_is_none_counts_as_unknown(
    vectors: VectorStore, tmp_path: Path, stored: bytes
) -> None:
    connection = sqlite3.connect(tmp_path / "vectors.db")
    with connection:
        connection.execute("UPDATE vectors SET vector = ? WHERE text_hash = ?", (stored, ONE))
    connection.close()

    assert known(vectors) == {TWO}


def test_many_texts_are_found_at_once(vectors: VectorStore) -> None:
    many = {hash_of(str(n)): EAST for n in range(1201)}
    vectors.put("e", many, {})

    assert len(vectors.find("e", list(many), dim=2)) == 1201


def test_differences_to_the_dense_index_are_counted(vectors: VectorStore) -> None:
    dense = DenseIndex(2)
    dense.add([1, 2, 3], np.stack([EAST, EAST, EAST]))

    assert list(vectors.differences("e", dense)) == [
        "vectors.db and dense.faiss differ in 1 passages"
    ]


def test_a_reader_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match=r"vectors\.db is missing.*rebuild"):
        VectorStore(tmp_path, tmp_path, writable=False)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"garbage" * 1000, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_only_a_damaged_file_is_discarded(tmp_path: Path, content: bytes) -> None:
    VectorStore(tmp_path, tmp_path).close()
    discard_if_damaged(tmp_path, tmp_path)
    assert (tmp_path / "vectors.db").exists()

    (tmp_path / "vectors.db").write_bytes(content)
    discard_if_damaged(tmp_path, tmp_path)
    assert not (tmp_path / "vectors.db").exists()
