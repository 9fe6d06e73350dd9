"""A disk that fills up at any point of adding: one clear error, and the library stays whole."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from fakes import HashedWords, add_lines, build_library, line, prepared

from corpus import DiskFull, Store
from index import Retriever, SearchIndex, examine

OLD = [line(f"The harbour of town{n} is closed.", id=f"a{n}") for n in range(4)]
OLD_IDS = {"a0", "a1", "a2", "a3"}
BIG = [line(f"The river of village{n} rose. " * 300, id=f"new{n}") for n in range(4)]
FREE_KILOBYTES = [0, 4, 12, 32, 60, 120, 200, 280, 360, 440, 520, 600, 700, 800, 1000]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 3 MB in memory."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "onrecord-test", str(place)]
    if (
        os.name != "posix"
        or subprocess.run(command, check=False, capture_output=True).returncode != 0
    ):
        pytest.skip("only root may mount a small disk")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.mark.slow
@pytest.mark.parametrize("free", FREE_KILOBYTES)
def test_a_full_disk_is_said_and_undoes_only_the_step_at_hand(
    small_disk: Path, fake_encoder: HashedWords, free: int
) -> None:
    folder = build_library(small_disk / "library", OLD, fake_encoder)
    filler = small_disk / "filler"
    fill(filler, leave_kilobytes=free)
    try:
        add_and_index(folder, fake_encoder)
        assert free > 120  # what is added and its index take up more than that
    except DiskFull:
        with suppress(DiskFull):  # without room for SQLite's -shm file even reading says so
            assert_searched(folder, OLD_IDS)

    filler.unlink()
    assert_searched(folder, OLD_IDS)
    add_and_index(folder, fake_encoder)
    assert_searched(folder, {*OLD_IDS, "new0", "new1", "new2", "new3"})
    assert doctor_says(folder) == []


def fill(filler: Path, *, leave_kilobytes: int) -> None:
    """Take all of the disk but so much."""
    state = os.statvfs(filler.parent)
    size = state.f_bavail * state.f_frsize - leave_kilobytes * 1024
    with filler.open("wb") as file:
        file.write(b"x" * max(0, size))


def add_and_index(folder: Path, encoder: HashedWords) -> None:
    with Store.open(folder, writable=True) as store, store.writing():
        add_lines(store, BIG)
        SearchIndex.open(store, encoder=encoder).update()


def assert_searched(folder: Path, ids: set[str]) -> None:
    """Every article is there and is found."""
    with Retriever.open(folder, encoder=HashedWords()) as reader:
        hits = reader.search("the harbour of the river", k=500)
        assert ids <= {hit.article_id for hit in hits}
        assert ids <= {listed.id for listed in reader.search_index.store.listing()}


def doctor_says(folder: Path) -> list[str]:
    with Store.open(folder, writable=True) as store:
        return [problem.what for problem in examine(store, encoder=HashedWords())]


def test_a_database_that_can_t_grow_undoes_the_batch_and_goes_on_working(store: Store) -> None:
    with store.writing():
        store.put([prepared("Small.", given_id="small")])
        store._connection.execute("PRAGMA max_page_count = 20")  # SQLite's own full disk
        with pytest.raises(DiskFull, match="Free some room"):
            store.put([prepared("Big. " * 40_000, given_id="big")])
        store._connection.execute("PRAGMA max_page_count = 1000000")

        assert [listed.id for listed in store.listing()] == ["small"]
        store.put([prepared("Big. " * 40_000, given_id="big")])
    assert store.problems() == []
