"""ui.records: what a visitor does is kept, unless it is not to be; trouble is one line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from corpus import Store
from qa import Library
from qa.config import RecordSettings
from qa.records import RecordStore
from ui import records
from ui import words_asking as said
from ui.desk import Desk
from ui.state import Session


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    """A desk whose records go to disk."""
    shelf = cast("Library", SimpleNamespace(store=store))
    kept = RecordStore(RecordSettings(folder=tmp_path / "records"))
    return Desk(shelf, cast("Any", None), cast("Any", None), records=kept)


@pytest.fixture
def session() -> Session:
    """A visitor who has just come."""
    return Session()


def answered(desk: Desk, session: Session, question: str, trouble: str = "no") -> None:
    """Ask, and let an outcome come."""
    records.ask(desk, session, question)
    (asked,) = session.talk.pending
    records.settle(desk, session, asked, replace(asked.turn, trouble=trouble))


def kept_questions(desk: Desk) -> list[list[tuple[str, str | None]]]:
    """Questions and troubles of every conversation on disk."""
    found = [desk.records.conversation(one.id) for one in desk.records.conversations()]
    return [[(turn.question, turn.trouble) for turn in one.turns] for one in found]


def test_a_question_is_kept_when_it_is_asked_and_again_with_its_outcome(
    desk: Desk, session: Session
) -> None:
    records.ask(desk, session, "Who?")
    assert kept_questions(desk) == [[("Who?", None)]]

    (asked,) = session.talk.pending
    records.settle(desk, session, asked, replace(asked.turn, trouble="no"))

    assert kept_questions(desk) == [[("Who?", "no")]]


def test_a_question_asked_again_replaces_what_was_kept(desk: Desk, session: Session) -> None:
    answered(desk, session, "Who?")

    records.ask_again(desk, session, session.talk.turns[0], "Who took over?")

    assert kept_questions(desk) == [[("Who?", None)]]
    assert session.scroll_to == "turn-0"


def test_another_visitor_opens_the_conversation_at_a_turn(desk: Desk, session: Session) -> None:
    answered(desk, session, "Who?")
    answered(desk, session, "When?")
    other = Session()

    records.open_conversation(desk, other, session.talk.record or "", place=0)

    assert [turn.question for turn in other.talk.turns] == ["Who?", "When?"]
    assert other.scroll_to == "turn-0"


@pytest.mark.parametrize("record", ["a" * 20, "../../etc/passwd", "'; DROP TABLE turns", "\udcff"])
def test_an_id_without_a_record_is_one_line_and_a_fresh_start(
    desk: Desk, session: Session, record: str
) -> None:
    answered(desk, session, "Who?")

    records.open_conversation(desk, session, record)

    assert session.talk.is_empty
    assert "nothing to show" in (session.trouble or "").replace("\n", " ")


def test_a_conversation_of_another_library_is_not_opened(desk: Desk, session: Session) -> None:
    record = desk.records.start("another-library").id

    records.open_conversation(desk, session, record)

    assert session.trouble == said.ANOTHER_LIBRARY
    assert session.talk.record is None


def test_the_list_has_this_library_alone_and_the_newest_first(desk: Desk, session: Session) -> None:
    desk.records.start("another-library")
    answered(desk, session, "Who?")
    records.begin_anew(session)
    answered(desk, session, "When?")

    assert [one.name for one in records.conversations(desk, session)] == ["When?", "Who?"]


def test_a_conversation_that_is_deleted_leaves_the_page_too(desk: Desk, session: Session) -> None:
    answered(desk, session, "Who?")

    records.delete(desk, session, session.talk.record or "")

    assert session.talk.is_empty
    assert kept_questions(desk) == []


def test_an_answer_to_a_deleted_conversation_does_not_bring_it_back(
    desk: Desk, session: Session
) -> None:
    records.ask(desk, session, "Who?")
    (asked,) = session.talk.pending
    desk.records.delete_conversation(session.talk.record or "")

    records.settle(desk, session, asked, replace(asked.turn, trouble="no"))

    assert kept_questions(desk) == []
    assert session.trouble


def test_with_the_switch_nothing_comes_to_disk_and_off_again_it_does(
    desk: Desk, session: Session
) -> None:
    records.keep_nothing(session, is_on=True)
    answered(desk, session, "secret?")
    assert not cast("Path", desk.records.path).exists()
    assert [one.name for one in records.conversations(desk, session)] == ["secret?"]

    records.keep_nothing(session, is_on=False)
    answered(desk, session, "Who?")

    assert kept_questions(desk) == [[("Who?", "no")]]


def test_records_that_can_t_be_read_cost_nothing_but_the_keeping(
    desk: Desk, session: Session
) -> None:
    path = cast("Path", desk.records.path)
    path.parent.mkdir()
    path.write_bytes(b"no database" * 500)

    answered(desk, session, "Who?")

    assert [turn.trouble for turn in session.talk.turns] == ["no"]
    assert session.memory is not None
    answered(desk, session, "When?")
    assert path.read_bytes() == b"no database" * 500


def test_another_name_is_kept(desk: Desk, session: Session) -> None:
    answered(desk, session, "Who?")

    records.rename(desk, session, session.talk.record or "", "  The port ")

    assert [one.name for one in records.conversations(desk, session)] == ["The port"]
