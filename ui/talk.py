"""A visitor's conversation: its questions in order, those under way, what narrows the search."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from corpus import Filters
from qa import Answer
from qa.records import Conversation, Turn, new_id, now


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question that is under way. Two are never equal, even for the same turn."""

    turn: Turn


@dataclass(slots=True)
class Talk:
    """One conversation as it is on the page."""

    record: str | None = None
    """The id of its record; ``None`` until the first question."""
    turns: list[Turn] = field(default_factory=list)
    pending: list[Asked] = field(default_factory=list)
    """What is under way; it survives a run that is interrupted."""
    filters: Filters = field(default_factory=Filters)
    """What narrows the next question."""
    editing: str | None = None
    """The id of the turn whose completed question is being edited."""
    changes: int = 0
    """Grows when the filters change other than by their widgets, which are then made anew."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been asked yet."""
        return not self.turns

    def ask(self, question: str) -> Turn:
        """Put a question at the end, to be answered in the next run."""
        turn = Turn(id=new_id(), asked_at=now(), question=question, filters=self.filters or None)
        self.turns.append(turn)
        self.pending.append(Asked(turn))
        return turn

    def ask_again(self, turn: Turn, *, standalone: str | None = None) -> Turn:
        """Put the question of a turn again, in its place and with its filters.

        Args:
            turn: One of this conversation.
            standalone: The question as the visitor completed it, in place of what was made of it.
        """
        again = replace(
            turn,
            asked_at=now(),
            standalone_question=standalone or turn.standalone_question,
            answer=None,
            trouble=None,
        )
        self.stop(turn)
        self.editing = None
        self._put(again)
        self.pending.append(Asked(again))
        return again

    def stop(self, turn: Turn) -> None:
        """Give up the question of a turn; what comes of it later is dropped."""
        self.pending = [asked for asked in self.pending if asked.turn.id != turn.id]

    def settle(self, asked: Asked, turn: Turn) -> bool:
        """Enter an outcome, unless another run has, or the question was given up.

        Returns:
            Whether it was entered.
        """
        if asked not in self.pending:
            return False
        self.pending.remove(asked)
        self._put(turn)
        return True

    def under_way(self, turn: Turn) -> Asked | None:
        """The question of a turn that has no outcome yet."""
        return next((asked for asked in self.pending if asked.turn.id == turn.id), None)

    def history_of(self, turn: Turn) -> list[Answer]:
        """The answers before a turn, for what its question leaves out."""
        place = self.place_of(turn)
        return [one.answer for one in self.turns[:place] if one.answer is not None]

    def place_of(self, turn: Turn) -> int:
        """Where a turn is, from 0."""
        return [one.id for one in self.turns].index(turn.id)

    def narrow(self, filters: Filters) -> None:
        """Set the filters other than by their widgets."""
        self.filters = filters
        self.changes += 1

    def start_over(self) -> None:
        """Begin anew with the same filters."""
        self.record, self.editing = None, None
        self.turns, self.pending = [], []

    def restore(self, conversation: Conversation, *, place: int | None = None) -> None:
        """Go on with a conversation that was kept, with the filters of a turn or of the last."""
        self.start_over()
        self.record, self.turns = conversation.id, list(conversation.turns)
        if self.turns:
            at = place if place is not None and place < len(self.turns) else -1
            self.narrow(self.turns[at].filters or Filters())

    def _put(self, turn: Turn) -> None:
        self.turns[self.place_of(turn)] = turn
