"""What FAISS and tantivy raise, as this project's errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus import DiskFull, LibraryReadOnly, is_nearly_full, plain_errors
from index.errors import IndexDamaged

_FULL = ("no space left on device", "disk quota exceeded", "os error 28", "os error 122")
_FORBIDDEN = ("permission denied", "read-only file system", "os error 13", "os error 30")


@contextmanager
def index_faults(library: Path) -> Iterator[None]:
    """Turn errors of the index's files and libraries into ones that say what to do.

    Both libraries raise bare RuntimeError or ValueError, and tantivy, on a damaged file, a panic
    that is no Exception; they can be told apart only by their words.
    """
    try:
        with plain_errors(library):
            yield
    except (RuntimeError, ValueError, FileNotFoundError) as error:
        raise _translated(error, library) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise IndexDamaged(str(library), _first_line(error)) from error
        raise


def _translated(error: Exception, library: Path) -> Exception:
    words = str(error).lower()
    if any(sign in words for sign in _FULL) or ("io::error" in words and is_nearly_full(library)):
        return DiskFull(str(library))
    if any(sign in words for sign in _FORBIDDEN):
        return LibraryReadOnly(str(library))
    return IndexDamaged(str(library), _first_line(error))


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
