"""What one visitor's page remembers between runs, and what it knows about the library."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar, cast

from corpus import IngestReport
from index import Hit
from qa import Answer, CheckedDraft, Citation, QuoteCheck
from ui.jobs import AddJob

SESSION_KEY = "onrecord"

Sent = TypeVar("Sent")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryState:
    """The library as the sidebar shows it."""

    articles: int
    oldest: str | None
    newest: str | None
    passages: int
    folder: str
    is_behind: bool
    is_writable: bool
    holds_the_sample: bool
    reader_warning: str | None = None
    """Why answers come from another reader than the one that the settings name."""


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question that has no outcome yet. Two are never equal, even with the same words."""

    question: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its outcome: an answer, or one line that says why there is none."""

    question: str
    answer: Answer | None
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The place in an article that is open, and the card that it was opened from."""

    source: Citation | Hit
    number: int
    card: str
    target: str
    """The id of the element that the view of the article brings into view."""


@dataclass(frozen=True, slots=True)
class Report:
    """What adding files came to."""

    outcome: IngestReport | None
    titles: tuple[str, ...] = ()
    trouble: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing came of it, not even a refusal."""
        done = self.outcome
        return not done or not (done.added or done.updated or done.unchanged or done.refused)


@dataclass(frozen=True, slots=True, eq=False)
class SentQuotation:
    """A quotation that was sent to be checked. Two are never equal, even with the same words."""

    quote: str
    speaker: str | None


@dataclass(frozen=True, slots=True, eq=False)
class SentDraft:
    """A draft that was sent to be checked: a text that was pasted, or a file."""

    name: str
    content: str | bytes


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Found]):
    """What a check found, or one line that says why it found nothing."""

    found: Found | None
    trouble: str | None = None
    at: str = ""
    """When, as it stands in a record: ``2026-11-22 14:05 UTC``."""


@dataclass(slots=True)
class Errand(Generic[Sent, Found]):
    """What was last sent, until it is settled, and what came of the last one."""

    pending: Sent | None = None
    """It survives a run that is interrupted."""
    outcome: Outcome[Found] | None = None

    def send(self, sent: Sent) -> None:
        """Put something, to be done in the next run."""
        self.pending, self.outcome = sent, None

    def settle(self, sent: Sent, outcome: Outcome[Found]) -> None:
        """Enter an outcome, unless something else has been sent since."""
        if self.pending is sent:
            self.pending, self.outcome = None, outcome


@dataclass(slots=True)
class Place:
    """Where a visitor is on one page: what is on it, or an article that was opened from it."""

    reading: Reading | None = None
    scroll_to: str | None = None
    """The id of an element to bring into view in the next run."""

    def open(self, reading: Reading) -> None:
        """Go to the view of an article."""
        self.reading, self.scroll_to = reading, reading.target

    def go_back(self) -> None:
        """Return to the page, at the card that the article was opened from."""
        self.scroll_to = self.reading.card if self.reading else None
        self.reading = None


@dataclass(slots=True)
class Checking(Place):
    """What one visitor has had checked: a quotation, and a whole draft."""

    quotation: Errand[SentQuotation, QuoteCheck] = field(default_factory=Errand)
    draft: Errand[SentDraft, CheckedDraft] = field(default_factory=Errand)
    tab: str | None = None
    """The label of the tab that was last in front."""


@dataclass(slots=True)
class Session(Place):
    """One visitor's conversation and where in it they are; and what they have had checked."""

    turns: list[Turn] = field(default_factory=list)
    pending: list[Asked] = field(default_factory=list)
    """What has been asked and not yet answered; it survives a run that is interrupted."""
    job: AddJob | None = None
    report: Report | None = None
    checking: Checking = field(default_factory=Checking)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been asked yet."""
        return not self.turns and not self.pending

    @property
    def history(self) -> list[Answer]:
        """The earlier answers, for follow-up questions."""
        return [turn.answer for turn in self.turns if turn.answer is not None]

    def ask(self, question: str) -> None:
        """Put a question, to be answered in the next run."""
        self.reading = None
        self.scroll_to = f"turn-{len(self.turns) + len(self.pending)}"
        self.pending.append(Asked(question))

    def settle(self, asked: Asked, turn: Turn) -> None:
        """Enter the outcome of a question, unless another run has, or the talk began anew."""
        if asked in self.pending:
            self.pending.remove(asked)
            self.turns.append(turn)

    def start_over(self) -> None:
        """Forget the conversation; files that are being added go on."""
        self.turns, self.pending = [], []
        self.reading, self.scroll_to = None, None


class Kept(Protocol):
    """The part of Streamlit's session state that is used here; a dictionary has it too."""

    def __contains__(self, key: str, /) -> bool: ...

    def __getitem__(self, key: str, /) -> Any: ...

    def __setitem__(self, key: str, value: Any, /) -> None: ...


def session_of(store: Kept) -> Session:
    """The session kept in Streamlit's state, made on the first run."""
    if SESSION_KEY not in store:
        store[SESSION_KEY] = Session()
    return cast("Session", store[SESSION_KEY])
