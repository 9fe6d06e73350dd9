"""qa.records.database: private, shared, damaged, forgotten; and nothing where nothing is kept."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from qa.config import RecordSettings
from qa.records import (
    RecordError,
    RecordsDamaged,
    RecordsTooNew,
    RecordStore,
    RecordsUnavailable,
    feedback_on_answer,
)

Make = Callable[..., Any]

ROOT = Path(__file__).resolve().parents[3]
SECRET = "a secret that nobody may read"
PROCESS = """
import sys
from pathlib import Path
from qa.config import RecordSettings
from qa.records import RecordStore, Turn, new_id, now
with RecordStore(RecordSettings(folder=Path(sys.argv[1]))) as records:
    for _ in range(10):
        begun = records.start("library")
        records.add_turn(begun.id, Turn(id=new_id(), asked_at=now(), question="Who?"))
"""


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.skipif(os.name == "nt", reason="there are no such modes")
def test_folder_and_files_are_for_their_owner_alone(records: RecordStore, folder: Path) -> None:
    records.start("library")

    assert mode(folder) == 0o700
    assert {path.name: mode(path) for path in folder.iterdir()} == {
        "records.db": 0o600, "records.db-wal": 0o600, "records.db-shm": 0o600,
    }  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="there are no such modes")
def test_a_file_that_others_could_read_is_closed_to_them(folder: Path) -> None:
    folder.mkdir()
    (folder / "records.db").touch(mode=0o644)

    with RecordStore(RecordSettings(folder=folder)) as records:
        records.start("library")

    assert mode(folder / "records.db") == 0o600


def test_looking_makes_no_file(records: RecordStore, folder: Path) -> None:
    assert (records.conversations(), records.checks(), records.feedback()) == ((), (), ())
    assert records.keeps
    assert not folder.exists()


def test_where_nothing_is_kept_nothing_comes_to_disk(
    tmp_path: Path, folder: Path, turn: Make, check: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with RecordStore(RecordSettings(keep=False, folder=folder)) as records:
        begun = records.start("library")
        records.add_turn(begun.id, turn(SECRET))
        records.add_check("library", check())

        assert (records.keeps, records.path) == (False, None)
        assert records.conversation(begun.id).turns[0].question == SECRET
        records.forget_everything()
        assert records.conversations() == ()
    assert list(tmp_path.iterdir()) == []


def test_stores_in_memory_know_nothing_of_each_other() -> None:
    one, other = RecordStore.in_memory(), RecordStore.in_memory()
    one.start("library")

    assert (len(one.conversations()), other.conversations()) == (1, ())


def test_what_is_forgotten_is_in_no_file_any_more(
    records: RecordStore, folder: Path, turn: Make, check: Make
) -> None:
    begun = records.start("library")
    records.add_turn(begun.id, turn(SECRET))
    records.add_check("library", check(quote=SECRET * 1000))
    records.add_feedback(feedback_on_answer(turn(), library="library", note=SECRET))
    assert SECRET.encode() in bytes_in(folder)

    records.forget_everything()

    assert SECRET.encode() not in bytes_in(folder)
    assert (records.conversations(), records.checks(), records.feedback()) == ((), (), ())


def test_what_is_deleted_is_in_no_file_any_more(
    records: RecordStore, folder: Path, turn: Make
) -> None:
    begun = records.start("library")
    records.add_turn(begun.id, turn(SECRET))

    records.delete_conversation(begun.id)

    assert SECRET.encode() not in bytes_in(folder)


def test_forgetting_fails_aloud_while_another_process_reads(
    records: RecordStore, folder: Path, turn: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.records.database.BUSY_SECONDS", 0.1)
    records.add_turn(records.start("library").id, turn())
    reader = sqlite3.connect(folder / "records.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM turns").fetchone()

    with pytest.raises(RecordsUnavailable, match="another program"):
        records.forget_everything()
    reader.close()


def spoil(folder: Path, how: str) -> None:
    folder.mkdir()
    path = folder / "records.db"
    if how == "bytes":
        path.write_bytes(b"This is no database at all. " * 100)
        return
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE facts (key TEXT, value TEXT)" if how != "foreign" else
                       "CREATE TABLE somebody_else (key TEXT)")  # fmt: skip
    if how == "newer":
        connection.execute("INSERT INTO facts VALUES ('format', '2')")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("how", "error"),
    [
        ("bytes", RecordsDamaged),
        ("foreign", RecordsDamaged),
        ("formatless", RecordsDamaged),
        ("newer", RecordsTooNew),
    ],
)
def test_what_can_t_be_read_is_said_in_one_line_and_left_as_it_is(
    records: RecordStore, folder: Path, how: str, error: type[RecordError]
) -> None:
    spoil(folder, how)
    before = (folder / "records.db").read_bytes()

    for asked in (records.conversations, lambda: records.start("library")):
        with pytest.raises(error) as caught:
            asked()
        assert "\n" not in str(caught.value)

    assert (folder / "records.db").read_bytes() == before


def test_once_the_damaged_file_is_moved_away_a_new_one_is_made(
    records: RecordStore, folder: Path
) -> None:
    spoil(folder, "bytes")
    with pytest.raises(RecordsDamaged):
        records.start("library")

    (folder / "records.db").rename(folder / "damaged.db")

    records.start("library")
    assert len(records.conversations()) == 1


def test_a_folder_that_can_t_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    records = RecordStore(RecordSettings(folder=tmp_path / "file" / "records"))

    with pytest.raises(RecordsUnavailable, match="ONRECORD_RECORDS"):
        records.start("library")


def test_threads_share_one_store(records: RecordStore, turn: Make) -> None:
    begun = records.start("library")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: records.add_turn(begun.id, turn()), range(40)))

    assert len(records.conversation(begun.id).turns) == 40


def test_processes_that_begin_at_once_share_one_file(records: RecordStore, folder: Path) -> None:
    command = [sys.executable, "-c", PROCESS, str(folder)]
    started = [
        subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]

    assert [one.communicate()[1] for one in started] == ["", "", ""]
    listed = records.conversations()
    assert [one.turns for one in listed] == [1] * 30
