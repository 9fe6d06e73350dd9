"""What a visitor does, kept: the pages' way to the user's own database.

Whatever goes wrong with the records, the page goes on: it says so in one line, and keeps what
follows in memory, for as long as the visitor is there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from qa.records import (
    Feedback,
    ListedConversation,
    RecordError,
    RecordMissing,
    RecordStore,
    Turn,
)
from ui import words_asking as said
from ui.desk import Desk
from ui.state import Session
from ui.talk import Asked

Made = TypeVar("Made")


def records_of(desk: Desk, session: Session) -> RecordStore:
    """Where this visitor's records go."""
    return session.memory or desk.records


def keep_nothing(session: Session, *, is_on: bool) -> None:
    """From now on keep nothing of this visitor, or keep it again; a new conversation begins."""
    begin_anew(session)
    if session.memory is not None:
        session.memory.close()
    session.memory = RecordStore.in_memory() if is_on else None


def begin_anew(session: Session) -> None:
    """Go to a new conversation; the one that was on the page stays in the records."""
    session.talk.start_over()
    session.trouble, session.scroll_to = None, None


def ask(desk: Desk, session: Session, question: str) -> None:
    """Put a question, to be answered in the next run."""
    session.trouble = None
    turn = session.talk.ask(question)
    session.scroll_to = f"turn-{session.talk.place_of(turn)}"
    keep(desk, session, turn)


def ask_again(desk: Desk, session: Session, turn: Turn, standalone: str | None = None) -> None:
    """Put the question of a turn again, as the visitor completed it where that is given."""
    session.trouble = None
    again = session.talk.ask_again(turn, standalone=standalone)
    session.scroll_to = f"turn-{session.talk.place_of(again)}"
    keep(desk, session, again)


def settle(desk: Desk, session: Session, asked: Asked, turn: Turn) -> None:
    """Enter the outcome of a question, and keep it."""
    if session.talk.settle(asked, turn):
        keep(desk, session, turn)


def keep(desk: Desk, session: Session, turn: Turn) -> None:
    """Keep a turn in the record of the conversation, which begins with the first."""
    talk = session.talk

    def kept() -> None:
        records = records_of(desk, session)
        if talk.record is None:
            talk.record = records.start(desk.library.store.library_id).id
        records.add_turn(talk.record, turn)

    attempt(session, kept)


def open_conversation(
    desk: Desk, session: Session, record: str, *, place: int | None = None
) -> None:
    """Put a conversation that was kept on the page, at a turn; or say why that can't be.

    The id may come from a link, and be anything.
    """
    begin_anew(session)
    found = attempt(session, lambda: records_of(desk, session).conversation(record))
    if found is None:
        return
    if found.library != desk.library.store.library_id:
        session.trouble = said.ANOTHER_LIBRARY
        return
    session.talk.restore(found, place=place)
    turns = len(session.talk.turns)
    if turns:
        at = place if place is not None and place < turns else turns - 1
        session.scroll_to = f"turn-{at}"


def conversations(desk: Desk, session: Session) -> tuple[ListedConversation, ...]:
    """The conversations about this library, the newest first; none where they can't be read."""
    library = desk.library.store.library_id
    found = attempt(session, lambda: records_of(desk, session).conversations(library))
    return found or ()


def rename(desk: Desk, session: Session, record: str, name: str) -> None:
    """Give a conversation another name."""
    attempt(session, lambda: records_of(desk, session).rename(record, name))


def delete(desk: Desk, session: Session, record: str) -> None:
    """Erase a conversation; where it is the one on the page, a new one begins."""
    if session.talk.record == record:
        begin_anew(session)
    attempt(session, lambda: records_of(desk, session).delete_conversation(record))


def give_feedback(desk: Desk, session: Session, feedback: Feedback) -> None:
    """Keep what a visitor says is wrong."""
    attempt(session, lambda: records_of(desk, session).add_feedback(feedback))


def attempt(session: Session, step: Callable[[], Made]) -> Made | None:
    """Do something with the records; what goes wrong becomes the session's trouble.

    Returns:
        What came of it, or ``None`` where it went wrong.
    """
    try:
        return step()
    except RecordMissing as error:
        session.trouble = str(error)
    except RecordError as error:
        session.trouble = str(error)
        session.memory = session.memory or RecordStore.in_memory()
        session.talk.record = None
    return None
