"""corpus.schema: opening libraries that are new, newer, damaged or not there."""

from __future__ import annotations

import errno
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from fakes import prepared

from corpus import (
    CorpusError,
    DiskFull,
    LibraryDamaged,
    LibraryMissing,
    LibraryReadOnly,
    LibraryTooNew,
    Store,
    plain_errors,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A closed library with one article of several pages."""
    with Store.open(tmp_path / "library", writable=True) as store, store.writing():
        store.put([prepared("The harbour was closed. " * 500, given_id="one")])
    return tmp_path / "library"


def test_reading_makes_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing, match=r"onrecord --library .* add"):
        Store.open(tmp_path / "nowhere")

    assert not (tmp_path / "nowhere").exists()


def test_a_library_of_a_newer_format_is_refused(library: Path) -> None:
    with sqlite3.connect(library / "articles.db") as connection:
        connection.execute("UPDATE library SET value = '2' WHERE key = 'format'")
    connection.close()

    for writable in (False, True):
        with pytest.raises(LibraryTooNew, match=r"format 2, .* up to 1"):
            Store.open(library, writable=writable)


@pytest.mark.parametrize("content", [b"", b"not a database", b"\0" * 8192, b"SQLite format 3\0"])
def test_a_file_that_is_no_database_is_never_written_over(library: Path, content: bytes) -> None:
    (library / "index").mkdir()  # as after the first indexing
    (library / "articles.db").write_bytes(content)

    for writable in (False, True):
        with pytest.raises(LibraryDamaged, match=r"Restore articles\.db from a backup"):
            Store.open(library, writable=writable)


def test_a_database_cut_short_is_damaged(library: Path) -> None:
    database = library / "articles.db"
    database.write_bytes(database.read_bytes()[: 3 * 4096])

    with pytest.raises(LibraryDamaged), Store.open(library) as store:
        store.article("one")


def test_a_database_of_something_else_is_damaged(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "articles.db")
    connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()

    with pytest.raises(LibraryDamaged):
        Store.open(tmp_path)


def test_what_a_crash_left_before_anything_was_in_it_is_no_library_yet(tmp_path: Path) -> None:
    (tmp_path / "articles.db").touch()

    with pytest.raises(LibraryMissing):
        Store.open(tmp_path)
    with Store.open(tmp_path, writable=True) as store:
        assert store.listing() == []


def test_several_processes_may_make_the_same_library_at_once(tmp_path: Path) -> None:
    code = (
        f"from corpus import Store; print(Store.open({str(tmp_path)!r}, writable=True).library_id)"
    )
    command = [sys.executable, "-c", code]
    makers = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(4)
    ]
    ids = {maker.communicate()[0].strip() for maker in makers}

    assert [maker.returncode for maker in makers] == [0] * 4
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EACCES, LibraryReadOnly),
        (errno.EROFS, LibraryReadOnly),
        (errno.EIO, OSError),
    ],
)
def test_what_the_system_says_is_said_in_plain_words(
    number: int, expected: type[Exception]
) -> None:
    with pytest.raises(expected), plain_errors(Path("library")):
        raise OSError(number, "of the system")


def test_every_error_is_one_line_that_names_the_library() -> None:
    errors: list[CorpusError] = [
        DiskFull("/a/b"),
        LibraryReadOnly("/a/b"),
        LibraryDamaged("/a/b", "why"),
        LibraryTooNew("/a/b", 2, 1),
    ]

    assert all("/a/b" in str(error) and "\n" not in str(error) for error in errors)
