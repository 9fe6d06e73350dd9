"""One writer at a time: a lock that names its holder."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import LibraryBusy
from corpus.schema import plain_errors

LOCK = "writer.lock"
HOLDER = "writer.txt"


@contextmanager
def writer_lock(folder: Path, *, wait_seconds: float = 1.0) -> Iterator[None]:
    """Hold the library's writer lock; the operating system frees it when the process dies.

    Raises:
        LibraryBusy: Another process or thread holds it; the message says which process.
    """
    with plain_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK, thread_local=False)
        try:
            lock.acquire(timeout=wait_seconds)
        except Timeout:
            raise LibraryBusy(str(folder), _holder(folder)) from None
    try:
        with plain_errors(folder):
            (folder / HOLDER).write_text(_myself(), encoding="utf-8")
        yield
    finally:
        (folder / HOLDER).unlink(missing_ok=True)
        lock.release()


def _myself() -> str:
    command = Path(sys.argv[0]).name or "python"
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    return f"process {os.getpid()} on {socket.gethostname()} ({command}, since {now})"


def _holder(folder: Path) -> str:
    try:
        return (folder / HOLDER).read_text(encoding="utf-8").strip() or "another process"
    except OSError:
        return "another process"
