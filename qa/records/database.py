"""The database of records: opening it, private to its owner, and errors in plain words."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from qa.records.errors import RecordsDamaged, RecordsTooNew, RecordsUnavailable

FORMAT = 1
"""The number of the layout in schema.sql. A database with a higher one is refused."""
FILE = "records.db"
MEMORY = "memory"

BUSY_SECONDS = 10.0
"""How long a statement waits while another process writes."""
_UNAVAILABLE = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "reading or writing the file failed",
    sqlite3.SQLITE_READONLY: "the file can't be written to",
    sqlite3.SQLITE_PERM: "the file can't be written to",
    sqlite3.SQLITE_CANTOPEN: "the file can't be opened",
    sqlite3.SQLITE_BUSY: "another program is using them",
    sqlite3.SQLITE_LOCKED: "another program is using them",
}


class Database:
    """One file of records, or one in memory; opened when it is first used.

    Safe to share between threads; several processes may have the same file open.
    """

    def __init__(self, folder: Path | None) -> None:
        """Name the folder; ``None`` for one in memory, of which nothing ever comes to disk."""
        self.path = folder / FILE if folder else None
        self._connection: sqlite3.Connection | None = None
        self._lock = threading.RLock()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        """What a query finds; nothing where no database was made yet."""
        with self._plain_errors():
            if self._connection is None and self.path and not self.path.exists():
                return []
            return self._opened().execute(sql, values).fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: everything in it is kept, or nothing."""
        with self._plain_errors():
            connection = self._opened()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # a full disk may have ended it already
                    connection.execute("ROLLBACK")
                raise

    def compact(self) -> bool:
        """Move what was written into the file, so that nothing old stays beside it.

        Returns:
            Whether that is done; not while another process reads.
        """
        with self._plain_errors():
            found = self._opened().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return found is None or not found[0]

    def shrink(self) -> None:
        """Give back the room of what was deleted, which was overwritten when it was.

        Raises:
            RecordsUnavailable: Another process has the file in use, so something old may be left.
        """
        with self._plain_errors():
            self._opened().execute("VACUUM")
        if not self.compact():
            raise RecordsUnavailable(str(self.path), _UNAVAILABLE[sqlite3.SQLITE_BUSY])

    def close(self) -> None:
        """Let go of the file; it is opened again when it is next used."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._open()
        return self._connection

    def _open(self) -> sqlite3.Connection:
        if self.path:
            _make_private(self.path)
        connection = sqlite3.connect(
            self.path or ":memory:",
            timeout=BUSY_SECONDS,
            check_same_thread=False,
            isolation_level=None,
        )
        try:
            self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA temp_store = MEMORY")  # no spill of a query comes to disk
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten
        is_new = not _has_tables(connection)
        if not is_new:  # looked at before anything is changed: it may be none of ours
            self._check_format(connection)
        _log_ahead(connection)
        if is_new:
            _create(connection)

    def _check_format(self, connection: sqlite3.Connection) -> None:
        row = connection.execute("SELECT value FROM facts WHERE key = 'format'").fetchone()
        if row is None or not row["value"].isdigit():
            raise RecordsDamaged(self._name, "it names no format")
        if int(row["value"]) > FORMAT:
            raise RecordsTooNew(self._name, int(row["value"]), FORMAT)

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        """Turn what SQLite and the file system raise into this project's errors."""
        with self._lock:
            try:
                yield
            except (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.InterfaceError):
                raise  # mistakes of the program; no database can help them
            except sqlite3.Error as error:
                code = getattr(error, "sqlite_errorcode", None) or 0
                if detail := _UNAVAILABLE.get(code & 0xFF):
                    raise RecordsUnavailable(self._name, detail) from error
                self.close()  # so that a file put in its place is opened
                raise RecordsDamaged(self._name, str(error)) from error
            except OSError as error:
                detail = error.strerror or type(error).__name__
                raise RecordsUnavailable(self._name, detail) from error

    @property
    def _name(self) -> str:
        return str(self.path or MEMORY)


def _make_private(path: Path) -> None:
    """Make the folder and the file, for nobody but their owner; SQLite's own files follow suit.

    A folder that was there before is left as it is: it may be anybody's, and the files in it are
    private all the same.
    """
    if not path.parent.is_dir():
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Let others read while one writes."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            # Of several that make a database at once one can switch, and SQLite does not wait.
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _create(connection: sqlite3.Connection) -> None:
    ddl = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not _has_tables(connection):  # else another process has just made them
            for statement in ddl.split(";\n"):  # executescript would commit at its start
                connection.execute(statement)
            connection.execute("INSERT INTO facts VALUES ('format', ?)", (str(FORMAT),))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
