"""qa.records.store: what is kept, in which order, and what is missing or can't be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qa import CheckedDraft
from qa.config import RecordSettings
from qa.records import (
    RecordMissing,
    RecordStore,
    RecordUnreadable,
    feedback_on_answer,
    new_id,
)

Make = Callable[..., Any]

NOWHERE = "2LqzN0b4cKx81VwyTmAe"
"""An id as there could be one."""


def edit(folder: Path, sql: str) -> None:
    """Change the database as another version might."""
    connection = sqlite3.connect(folder / "records.db")
    with connection:
        connection.execute(sql)
    connection.close()


def test_a_conversation_is_there_again_at_the_next_start(
    records: RecordStore, folder: Path, turn: Make
) -> None:
    begun = records.start("library")
    first, second = turn(), turn("And then?", answer=None, trouble="The library is gone.")
    records.add_turn(begun.id, first)
    records.add_turn(begun.id, second)
    records.close()

    with RecordStore(RecordSettings(folder=folder)) as again:
        found = again.conversation(begun.id)

    assert found.turns == (first, second)
    assert (found.library, found.created_at) == ("library", begun.created_at)


def test_the_conversation_that_was_last_added_to_comes_first(
    records: RecordStore, turn: Make
) -> None:
    old, new = records.start("one"), records.start("two")
    records.add_turn(old.id, turn())

    assert [listed.id for listed in records.conversations()] == [old.id, new.id]
    assert [listed.turns for listed in records.conversations()] == [1, 0]
    assert [listed.id for listed in records.conversations("two")] == [new.id]


def test_the_first_question_names_a_conversation(records: RecordStore, turn: Make) -> None:
    begun = records.start("library")
    # By hand: "cartel" would end at 61, so the name ends before it.
    records.add_turn(
        begun.id, turn("Who directs the port of Callao since the arrest of a cartel?!")
    )
    records.add_turn(begun.id, turn("And then?"))

    name = records.conversation(begun.id).name
    assert name == "Who directs the port of Callao since the arrest of a…"


def test_a_name_is_one_line_and_without_one_the_question_s_comes_back(
    records: RecordStore, turn: Make
) -> None:
    begun = records.start("library")
    records.add_turn(begun.id, turn("Who?"))

    assert records.rename(begun.id, "  My\nport\udc80 ") == "My port"
    assert records.conversations()[0].name == "My port"
    assert records.rename(begun.id, " ") == "Who?"


def test_a_turn_is_replaced_in_its_place(records: RecordStore, turn: Make) -> None:
    begun, first, second = records.start("library"), turn(), turn("And then?")
    records.add_turn(begun.id, first)
    records.add_turn(begun.id, second)
    edited = replace(first, standalone_question="Who has the port?", answer=None)

    records.replace_turn(begun.id, edited)
    records.add_turn(begun.id, second)  # once more, as a page that runs again may

    assert records.conversation(begun.id).turns == (edited, second)
    assert records.conversation_of(second.id).id == begun.id


def test_a_deleted_conversation_takes_its_turns_along(records: RecordStore, turn: Make) -> None:
    begun, one = records.start("library"), turn()
    records.add_turn(begun.id, one)

    records.delete_conversation(begun.id)

    assert records.conversations() == ()
    with pytest.raises(RecordMissing):
        records.conversation_of(one.id)


def test_checks_are_listed_newest_first_by_library_and_deleted(
    records: RecordStore, check: Make
) -> None:
    first = records.add_check("one", check())
    second = records.add_check("two", check(quote="Other words."))

    assert records.checks() == (second, first)
    assert (records.checks(limit=1), records.checks("one")) == ((second,), (first,))
    assert records.check(first.id) == first
    records.delete_check(first.id)
    assert records.checks() == (second,)


def test_drafts_and_feedback_are_kept_apart_from_checks(
    records: RecordStore, check: Make, turn: Make
) -> None:
    draft = records.add_draft("one", CheckedDraft(name="d", text="", quotations=(), checks=()))
    given = feedback_on_answer(turn(), library="one", note="No!")
    records.add_feedback(given)

    assert (records.drafts(), records.feedback(), records.checks()) == ((draft,), (given,), ())
    with pytest.raises(RecordMissing):
        records.check(draft.id)
    records.delete_draft(draft.id)
    records.delete_feedback(given.id)
    assert (records.drafts(), records.feedback()) == ((), ())


@pytest.mark.parametrize("record_id", [NOWHERE, "", "../../etc/passwd", "\udc80" * 20, "é" * 20])
def test_what_is_not_there_is_said_in_one_line(
    records: RecordStore, turn: Make, record_id: str
) -> None:
    begun = records.start("library")
    for asked in (
        lambda: records.conversation(record_id),
        lambda: records.add_turn(record_id, turn()),
        lambda: records.replace_turn(begun.id, turn(id=record_id)),
        lambda: records.rename(record_id, "name"),
        lambda: records.delete_conversation(record_id),
        lambda: records.check(record_id),
        lambda: records.delete_feedback(record_id),
    ):
        with pytest.raises(RecordMissing, match=r"^There is no .*anew\.$"):
            asked()


def test_a_check_of_another_version_is_left_out_and_says_so_itself(
    records: RecordStore, folder: Path, check: Make
) -> None:
    kept, other = records.add_check("one", check()), records.add_check("one", check())
    edit(folder, "UPDATE saved SET record = json_set(record, '$.check.mood', 'sad') "
                 f"WHERE id = '{other.id}'")  # fmt: skip

    assert records.checks() == (kept,)
    with pytest.raises(RecordUnreadable, match="mood") as caught:
        records.check(other.id)
    assert "\n" not in str(caught.value)
    records.delete_check(other.id)


def test_of_an_answer_of_another_version_the_question_stays(
    records: RecordStore, folder: Path, turn: Make
) -> None:
    begun, one = records.start("library"), turn("Who?")
    records.add_turn(begun.id, one)
    edit(folder, "UPDATE turns SET record = json_remove(record, '$.answer.as_of')")

    (found,) = records.conversation(begun.id).turns

    assert (found.id, found.question, found.answer) == (one.id, "Who?", None)
    assert "'as_of' is missing" in (found.trouble or "")


def test_what_is_no_turn_at_all_is_left_out(records: RecordStore, folder: Path, turn: Make) -> None:
    begun = records.start("library")
    records.add_turn(begun.id, turn())
    edit(folder, "UPDATE turns SET record = '[]'")

    assert records.conversation(begun.id).turns == ()


def test_ids_are_short_letters_and_digits_and_never_the_same() -> None:
    ids = {new_id() for _ in range(1000)}

    assert len(ids) == 1000
    assert all(len(one) <= 22 and one.isascii() and one.isalnum() for one in ids)
