"""corpus.locks: one writer, whose name is known to the others."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpus import LibraryBusy
from corpus.locks import writer_lock

ROOT = Path(__file__).resolve().parents[2]
HOLD = """
import sys
from pathlib import Path
from corpus.locks import writer_lock
with writer_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def start_holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    with start_holder(tmp_path) as holder:
        is_named = pytest.raises(LibraryBusy, match=f"process {holder.pid} on ")
        with is_named as caught, writer_lock(tmp_path, wait_seconds=0):
            pass
        holder.communicate("")

    assert caught.value.folder == str(tmp_path)


def test_a_writer_that_is_killed_leaves_the_lock_free(tmp_path: Path) -> None:
    with start_holder(tmp_path) as holder:
        holder.kill()

    with writer_lock(tmp_path, wait_seconds=0):
        assert f"process {os.getpid()} " in (tmp_path / "writer.txt").read_text("utf-8")


def test_a_second_thread_or_store_of_one_process_is_refused_too(tmp_path: Path) -> None:
    with writer_lock(tmp_path), pytest.raises(LibraryBusy), writer_lock(tmp_path, wait_seconds=0):
        pass


def test_the_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), writer_lock(tmp_path):
        raise ZeroDivisionError

    with writer_lock(tmp_path, wait_seconds=0):
        pass
    assert not (tmp_path / "writer.txt").exists()
