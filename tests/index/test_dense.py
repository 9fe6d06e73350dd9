"""index.dense: exact cosines under keys that stay, in a file that proves itself."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index import IndexDamaged
from index.dense import DenseIndex

DIGEST, OTHER = "ab" * 32, "cd" * 32
# Unit vectors at 0, 60, 90 and 180 degrees.
VECTORS = np.array([[1, 0], [0.5, 0.8660254], [0, 1], [-1, 0]], dtype=np.float32)
EAST = np.array([1, 0], dtype=np.float32)


@pytest.fixture
def dense() -> DenseIndex:
    """Four vectors under keys that are neither small nor in order."""
    index = DenseIndex(2)
    index.add([900, 7, 2**40, 8], VECTORS)
    return index


def test_the_nearest_come_first_with_their_cosines(dense: DenseIndex) -> None:
    assert dense.search(EAST, 3) == [
        (900, pytest.approx(1.0)),
        (7, pytest.approx(0.5)),
        (2**40, pytest.approx(0.0)),
    ]


def test_ties_come_by_key() -> None:
    index = DenseIndex(2)
    index.add([5, 3, 4], np.repeat(VECTORS[:1], 3, axis=0))

    assert [key for key, _ in index.search(EAST, 3)] == [3, 4, 5]


def test_only_the_allowed_are_searched(dense: DenseIndex) -> None:
    assert [key for key, _ in dense.search(EAST, 2, allowed=[8, 2**40, 12345])] == [2**40, 8]
    assert dense.search(EAST, 2, allowed=[]) == []


def test_taking_one_out_moves_no_other(dense: DenseIndex) -> None:
    dense.remove(np.array([7, 12345]))

    assert sorted(dense.keys) == [8, 900, 2**40]
    assert dense.vector(8) == pytest.approx([-1, 0])
    assert dense.vector(7) is None


def test_cosines_of_given_keys(dense: DenseIndex) -> None:
    assert dense.cosines(EAST, [8, 7, 1]) == {8: pytest.approx(-1.0), 7: pytest.approx(0.5)}


def test_an_empty_index_finds_nothing() -> None:
    assert DenseIndex(2).search(EAST, 5) == []
    assert len(DenseIndex(2)) == 0


def test_what_was_saved_comes_back(dense: DenseIndex, tmp_path: Path) -> None:
    dense.save(tmp_path, DIGEST)
    loaded = DenseIndex.load(tmp_path, tmp_path, dim=2, encoder_digest=DIGEST)

    assert loaded.search(EAST, 4) == dense.search(EAST, 4)
    assert [path.name for path in tmp_path.iterdir()] == ["dense.faiss"]


def test_vectors_of_another_encoder_are_refused(dense: DenseIndex, tmp_path: Path) -> None:
    dense.save(tmp_path, DIGEST)

    with pytest.raises(IndexDamaged, match="another encoder"):
        DenseIndex.load(tmp_path, tmp_path, dim=2, encoder_digest=OTHER)


@pytest.mark.parametrize("place", [0, 30, 100, -1, -20, -50, -90])
def test_one_changed_bit_anywhere_is_noticed(dense: DenseIndex, tmp_path: Path, place: int) -> None:
    dense.save(tmp_path, DIGEST)
    content = bytearray((tmp_path / "dense.faiss").read_bytes())
    content[place] ^= 1
    (tmp_path / "dense.faiss").write_bytes(content)

    with pytest.raises(IndexDamaged, match=r"dense\.faiss.*rebuild"):
        DenseIndex.load(tmp_path, tmp_path, dim=2, encoder_digest=DIGEST)
