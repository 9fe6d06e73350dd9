"""Opening the library's database: its format, its pragmas, and errors in plain words."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import (
    DiskFull,
    LibraryBusy,
    LibraryDamaged,
    LibraryMissing,
    LibraryReadOnly,
    LibraryTooNew,
)
from corpus.rows import author_matches

FORMAT = 1
"""The number of the layout in schema.sql. A library with a higher one is refused."""

DATABASE = "articles.db"
NEARLY_FULL_BYTES = 16_000_000

BUSY_SECONDS = 10.0
"""How long a statement waits for a lock that another connection holds for a moment."""


def connect(folder: Path, *, writable: bool) -> sqlite3.Connection:
    """Open the database in ``folder``, creating it when it is to be written and is not there.

    Raises:
        LibraryTooNew: Its format is newer than ``FORMAT``.
        LibraryDamaged: It is no database, or not one of ours.
        LibraryReadOnly: It was to be written, and can't be.
        LibraryMissing: It was to be read, and a crash left it before anything was in it.
    """
    path = folder / DATABASE
    with plain_errors(folder):
        connection = _open(path, writable=writable)
        try:
            _prepare(connection, writable=writable)
            if not _has_tables(connection):
                _refuse_if_emptied(folder)
                if not writable:
                    raise LibraryMissing(str(folder))
                _create(connection)
            _check_format(connection, folder)
        except BaseException:
            connection.close()
            raise
    return connection


FrozenState = tuple[int, int, int]
"""What tells that a file was written to: its inode, size and time of change."""


def frozen_state(folder: Path) -> FrozenState | None:
    """The state of a database that has to be read as unchanging; ``None`` for any other.

    Where the folder can't be written to, WAL mode can't make its -shm file. Without a -wal file
    nothing is pending, so the database can be read as immutable; but SQLite then never looks for
    changes, and ``Store`` has to.
    """
    path = folder / DATABASE
    if os.access(folder, os.W_OK) or _has_wal(path):
        return None
    info = path.stat()
    return info.st_ino, info.st_size, info.st_mtime_ns


def sqlite_uri(path: Path, *, writable: bool) -> str:
    """The address to open a database in WAL mode by, for writing or only for reading."""
    mode = "rwc" if writable else "ro"
    if not writable and not os.access(path.parent, os.W_OK) and not _has_wal(path):
        mode = "ro&immutable=1"
    return f"{path.absolute().as_uri()}?mode={mode}"


def _has_wal(path: Path) -> bool:
    return path.with_name(f"{path.name}-wal").exists()


def _open(path: Path, *, writable: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        sqlite_uri(path, writable=writable),
        uri=True,
        timeout=BUSY_SECONDS,
        check_same_thread=False,
        isolation_level=None,
    )
    connection.row_factory = sqlite3.Row
    return connection


def _prepare(connection: sqlite3.Connection, *, writable: bool) -> None:
    connection.create_function("author_matches", 2, author_matches, deterministic=True)
    connection.execute("PRAGMA foreign_keys = ON")
    if writable:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # "added" must survive a power cut
        connection.execute("PRAGMA secure_delete = ON")  # what is removed is overwritten


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None


def _refuse_if_emptied(folder: Path) -> None:
    """A database without tables is a new one, unless an index was already made of its articles."""
    if (folder / "index").exists():
        raise LibraryDamaged(str(folder), "it is empty, and it was not when it was indexed")


def _create(connection: sqlite3.Connection) -> None:
    ddl = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
    try:
        # executescript commits on its own, so the whole script carries its transaction.
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{ddl}\n"
            f"INSERT INTO library VALUES ('format', '{FORMAT}'), ('change_counter', '0'),"
            f" ('library_id', '{uuid.uuid4()}');\nCOMMIT;"
        )
    except sqlite3.OperationalError:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if not _has_tables(connection):  # else another process has just made it
            raise


def _check_format(connection: sqlite3.Connection, folder: Path) -> None:
    row = connection.execute("SELECT value FROM library WHERE key = 'format'").fetchone()
    if row is None or not row["value"].isdigit():
        raise LibraryDamaged(str(folder), "it names no format")
    if int(row["value"]) > FORMAT:
        raise LibraryTooNew(str(folder), int(row["value"]), FORMAT)


@contextmanager
def plain_errors(folder: Path) -> Iterator[None]:
    """Turn what SQLite and the file system raise into this project's errors."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translated(error, folder) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(str(folder)) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise LibraryReadOnly(str(folder)) from error
        raise


def is_nearly_full(folder: Path) -> bool:
    """Whether the disk has so little room that an input or output error means that it is full.

    Libraries say "I/O error" without saying why: SQLite when there is no room for its -shm file,
    tantivy when a thread of it could not write.
    """
    try:
        return shutil.disk_usage(folder).free < NEARLY_FULL_BYTES
    except OSError:
        return False


def _translated(error: sqlite3.Error, folder: Path) -> Exception:
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    if primary == sqlite3.SQLITE_FULL or (
        primary == sqlite3.SQLITE_IOERR and is_nearly_full(folder)
    ):
        return DiskFull(str(folder))
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return LibraryReadOnly(str(folder))
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryBusy(str(folder), "another process")
    return LibraryDamaged(str(folder), str(error))
