"""The store of records: conversations, checks, drafts and feedback, and forgetting them."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from qa.config import RecordSettings
from qa.quotes.model import CheckedDraft, QuoteCheck
from qa.records.coding import decode, encode
from qa.records.database import Database
from qa.records.errors import RecordMissing, RecordUnreadable
from qa.records.model import (
    Conversation,
    Feedback,
    ListedConversation,
    SavedCheck,
    SavedDraft,
    Turn,
    is_id,
    name_from,
    new_id,
    now,
)

Saved = TypeVar("Saved", SavedCheck, SavedDraft, Feedback)

CONVERSATION, CHECK, DRAFT, FEEDBACK = "conversation", "check", "draft", "feedback"


class RecordStore:
    """What one user did. Nothing is opened before it is needed.

    Safe to share between threads, and several processes may use the same records at once. Every
    method may raise ``RecordsDamaged``, ``RecordsTooNew`` or ``RecordsUnavailable``; who wants to
    go on without keeping anything then uses ``RecordStore.in_memory()``.
    """

    def __init__(self, settings: RecordSettings) -> None:
        """Use the records in the settings' folder; those of this process alone where not kept."""
        self._database = Database(settings.folder if settings.keep else None)

    @classmethod
    def in_memory(cls) -> Self:
        """A store that writes nothing to disk, and lasts as long as the process."""
        return cls(RecordSettings(keep=False))

    @property
    def keeps(self) -> bool:
        """Whether records are there again at the next start."""
        return self._database.path is not None

    @property
    def path(self) -> Path | None:
        """The file that keeps them, whether it is there yet or not; ``None`` in memory."""
        return self._database.path

    # Conversations

    def conversations(self, library: str | None = None) -> tuple[ListedConversation, ...]:
        """The conversations, of one library or all; the one that was last added to comes first."""
        found = self._database.rows(
            "SELECT id, name, created_at, updated_at, library, "
            "(SELECT count(*) FROM turns t WHERE t.conversation_id = c.id) AS turns "
            "FROM conversations c WHERE library = coalesce(?, library) ORDER BY change DESC",
            (library,),
        )
        return tuple(ListedConversation(**dict(row)) for row in found)

    def conversation(self, conversation_id: str) -> Conversation:
        """A conversation with its turns. Of one that can't be read only the question is there.

        Raises:
            RecordMissing: There is none of that id.
        """
        row = self._row("SELECT * FROM conversations WHERE id = ?", CONVERSATION, conversation_id)
        turns = self._database.rows(
            "SELECT id, record FROM turns WHERE conversation_id = ? ORDER BY number",
            (conversation_id,),
        )
        read = [_turn(one) for one in turns]
        return Conversation(
            id=row["id"],
            name=row["name"],
            created_at=row["created_at"],
            updated_at=row["updated_at"],
            library=row["library"],
            turns=tuple(turn for turn in read if turn is not None),
        )

    def conversation_of(self, turn_id: str) -> Conversation:
        """The conversation that a turn belongs to.

        Raises:
            RecordMissing: There is no turn of that id.
        """
        row = self._row("SELECT conversation_id FROM turns WHERE id = ?", "question", turn_id)
        return self.conversation(row["conversation_id"])

    def start(self, library: str) -> Conversation:
        """Begin a conversation about a library."""
        at = now()
        made = Conversation(id=new_id(), name="", created_at=at, updated_at=at, library=library)
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO conversations SELECT ?, coalesce(max(change), 0) + 1, '', ?, ?, ? "
                "FROM conversations",
                (made.id, at, at, library),
            )
        return made

    def add_turn(self, conversation_id: str, turn: Turn) -> None:
        """Put a turn at the end, or in the place of the one that has its id.

        The first question names a conversation that has no name.

        Raises:
            RecordMissing: There is no such conversation.
        """
        with self._database.writing() as connection:
            self._touch(connection, conversation_id)
            connection.execute(
                "INSERT INTO turns (id, conversation_id, record) VALUES (?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET record = excluded.record "
                "WHERE conversation_id = excluded.conversation_id",
                (turn.id, conversation_id, encode(turn)),
            )
            connection.execute(
                "UPDATE conversations SET name = ? WHERE id = ? AND name = ''",
                (name_from(turn.question), conversation_id),
            )

    def replace_turn(self, conversation_id: str, turn: Turn) -> None:
        """Put a turn in the place of the one that has its id.

        Raises:
            RecordMissing: There is no such turn in that conversation.
        """
        with self._database.writing() as connection:
            self._touch(connection, conversation_id)
            sql = "SELECT id FROM turns WHERE id = ? AND conversation_id = ?"
            self._row(sql, "question", turn.id, (conversation_id,))
            connection.execute("UPDATE turns SET record = ? WHERE id = ?", (encode(turn), turn.id))

    def rename(self, conversation_id: str, name: str) -> str:
        """Give a conversation another name; without a word in it, its first question's.

        Returns:
            The name as it is kept: in one line, and cut where it is long.
        """
        conversation = self.conversation(conversation_id)
        questions = [turn.question for turn in conversation.turns]
        kept = name_from(name) or name_from(next(iter(questions), ""))
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE conversations SET name = ? WHERE id = ?", (kept, conversation_id)
            )
        return kept

    def delete_conversation(self, conversation_id: str) -> None:
        """Erase a conversation with its turns.

        Raises:
            RecordMissing: There is none of that id.
        """
        self._row("SELECT id FROM conversations WHERE id = ?", CONVERSATION, conversation_id)
        with self._database.writing() as connection:
            connection.execute("DELETE FROM conversations WHERE id = ?", (conversation_id,))
        self._database.compact()

    def _touch(self, connection: sqlite3.Connection, conversation_id: str) -> None:
        self._row("SELECT id FROM conversations WHERE id = ?", CONVERSATION, conversation_id)
        connection.execute(
            "UPDATE conversations SET updated_at = ?, "
            "change = (SELECT max(change) + 1 FROM conversations) WHERE id = ?",
            (now(), conversation_id),
        )

    # Checks, drafts and feedback

    def checks(
        self, library: str | None = None, *, limit: int | None = None
    ) -> tuple[SavedCheck, ...]:
        """The newest checks, of one library or all; those that can't be read are left out."""
        return self._list(CHECK, SavedCheck, library, limit)

    def check(self, check_id: str) -> SavedCheck:
        """One check.

        Raises:
            RecordMissing, RecordUnreadable: As their messages say.
        """
        return self._get(CHECK, SavedCheck, check_id)

    def add_check(self, library: str, check: QuoteCheck) -> SavedCheck:
        """Keep a check of a quotation against a library."""
        made = SavedCheck(id=new_id(), checked_at=now(), library=library, check=check)
        self._add(CHECK, made)
        return made

    def delete_check(self, check_id: str) -> None:
        """Erase one check; ``RecordMissing`` where there is none."""
        self._delete(CHECK, check_id)

    def drafts(
        self, library: str | None = None, *, limit: int | None = None
    ) -> tuple[SavedDraft, ...]:
        """The newest checked drafts, as ``checks``."""
        return self._list(DRAFT, SavedDraft, library, limit)

    def draft(self, draft_id: str) -> SavedDraft:
        """One checked draft, as ``check``."""
        return self._get(DRAFT, SavedDraft, draft_id)

    def add_draft(self, library: str, checked: CheckedDraft) -> SavedDraft:
        """Keep a draft that was checked against a library."""
        made = SavedDraft(id=new_id(), checked_at=now(), library=library, checked=checked)
        self._add(DRAFT, made)
        return made

    def delete_draft(self, draft_id: str) -> None:
        """Erase one checked draft; ``RecordMissing`` where there is none."""
        self._delete(DRAFT, draft_id)

    def feedback(self, library: str | None = None) -> tuple[Feedback, ...]:
        """The feedback, newest first, of one library or all; what can't be read is left out."""
        return self._list(FEEDBACK, Feedback, library, None)

    def add_feedback(self, feedback: Feedback) -> None:
        """Keep what ``feedback_on_answer`` and its like made."""
        self._add(FEEDBACK, feedback)

    def delete_feedback(self, feedback_id: str) -> None:
        """Erase one piece of feedback; ``RecordMissing`` where there is none."""
        self._delete(FEEDBACK, feedback_id)

    def _list(
        self, kind: str, shape: type[Saved], library: str | None, limit: int | None
    ) -> tuple[Saved, ...]:
        found = self._database.rows(
            "SELECT record FROM saved WHERE kind = ? AND library = coalesce(?, library) "
            "ORDER BY number DESC LIMIT ?",
            (kind, library, -1 if limit is None else limit),
        )
        read = [_decoded(row["record"], shape) for row in found]
        return tuple(record for record in read if record is not None)

    def _get(self, kind: str, shape: type[Saved], record_id: str) -> Saved:
        row = self._row(
            "SELECT record FROM saved WHERE id = ? AND kind = ?", kind, record_id, (kind,)
        )
        try:
            return decode(row["record"], shape)
        except ValueError as error:
            raise RecordUnreadable(kind, record_id, str(error)) from error

    def _add(self, kind: str, record: SavedCheck | SavedDraft | Feedback) -> None:
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO saved (id, kind, library, record) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (id) DO NOTHING",
                (record.id, kind, record.library, encode(record)),
            )

    def _delete(self, kind: str, record_id: str) -> None:
        sql = "SELECT id FROM saved WHERE id = ? AND kind = ?"
        self._row(sql, kind, record_id, (kind,))
        with self._database.writing() as connection:
            connection.execute("DELETE FROM saved WHERE id = ?", (record_id,))
        self._database.compact()

    def _row(self, sql: str, kind: str, record_id: str, more: tuple[str, ...] = ()) -> sqlite3.Row:
        """The row of an id, which may come from a link, and be anything."""
        found = self._database.rows(sql, (record_id, *more)) if is_id(record_id) else []
        if not found:
            raise RecordMissing(kind, record_id)
        return found[0]

    # Forgetting

    def forget_everything(self) -> None:
        """Erase all records; their bytes are overwritten.

        Raises:
            RecordsUnavailable: Another process is using the records, so something may be left.
        """
        with self._database.writing() as connection:
            for table in ("turns", "conversations", "saved"):
                connection.execute(f"DELETE FROM {table}")
        self._database.shrink()

    def close(self) -> None:
        """Let go of the file. What is only in memory is gone then."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _decoded(stored: str, shape: type[Saved]) -> Saved | None:
    try:
        return decode(stored, shape)
    except ValueError:
        return None


def _turn(row: sqlite3.Row) -> Turn | None:
    """A turn; where it can't be read, its question with that as the trouble, or ``None``."""
    try:
        return decode(row["record"], Turn)
    except ValueError as error:
        trouble = str(RecordUnreadable("answer", row["id"], str(error)))
    try:
        bare: Any = json.loads(row["record"])
        kept = {name: bare[name] for name in ("id", "asked_at", "question")}
        return replace(decode(json.dumps(kept), Turn), trouble=trouble)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
