"""index.faults: what FAISS, tantivy, SQLite and the system raise, in plain words."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from fakes import HashedWords, line

from corpus import DiskFull, LibraryDamaged, LibraryReadOnly
from index import IndexDamaged, QueryEmpty, Retriever
from index.faults import index_faults


class PanicException(BaseException):
    """As pyo3 raises it when Rust code panics: no Exception."""


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (RuntimeError("Error in faiss: No space left on device"), DiskFull),
        (ValueError("IoError: Os { code: 28, message: 'No space left on device' }"), DiskFull),
        (OSError(28, "No space left on device"), DiskFull),
        (ValueError("Failed to open: Permission denied"), LibraryReadOnly),
        (OSError(30, "Read-only file system"), LibraryReadOnly),
        (RuntimeError("Error in faiss: read error\nstack"), IndexDamaged),
        (ValueError("Data corrupted"), IndexDamaged),
        (FileNotFoundError(2, "No such file"), IndexDamaged),
        (PanicException("range end index out of range"), IndexDamaged),
        (sqlite3.DatabaseError("malformed"), LibraryDamaged),
    ],
)
def test_errors_of_libraries_become_ours(
    raised: BaseException, expected: type[Exception], tmp_path: Path
) -> None:
    with pytest.raises(expected) as caught, index_faults(tmp_path):
        raise raised

    assert caught.value.__cause__ is not None
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("raised", [KeyboardInterrupt(), QueryEmpty("?"), TypeError("a bug")])
def test_other_errors_pass_as_they_are(raised: BaseException, tmp_path: Path) -> None:
    with pytest.raises(type(raised)) as caught, index_faults(tmp_path):
        raise raised

    assert caught.value is raised


@pytest.mark.parametrize("entry", ["search", "find_phrase"])
def test_a_panic_at_any_entry_is_a_damaged_index(
    make_library: object, fake_encoder: HashedWords, monkeypatch: pytest.MonkeyPatch, entry: str
) -> None:
    class Panicking:
        num_docs = 1

        def search(self, *_: object, **__: object) -> None:
            raise PanicException("index out of bounds")

    folder = make_library([line("The harbour is closed.")])
    with Retriever.open(folder, encoder=fake_encoder) as reader:
        lexical = reader.search_index.lexical
        monkeypatch.setattr(lexical, "_passage_searcher", Panicking())
        monkeypatch.setattr(lexical, "_article_searcher", Panicking())
        with pytest.raises(IndexDamaged, match="rebuild"):
            getattr(reader, entry)("harbour")
