"""What one visitor's page remembers between runs, and what it knows about the library."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar, cast

from qa import CheckedDraft, QuoteCheck
from qa.records import RecordStore
from ui.browsing import Browsing
from ui.talk import Talk

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
    record: str | None = None
    """The id that it is kept under, which its link names; ``None`` where it could not be kept."""


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
    """Where a visitor is on one page."""

    scroll_to: str | None = None
    """The id of an element to bring into view in the next run."""


@dataclass(slots=True)
class Checking(Place):
    """What one visitor has had checked: a quotation, and a whole draft."""

    quotation: Errand[SentQuotation, QuoteCheck] = field(default_factory=Errand)
    draft: Errand[SentDraft, CheckedDraft] = field(default_factory=Errand)
    tab: str | None = None
    """The label of the tab that was last in front."""


@dataclass(frozen=True, slots=True)
class Came:
    """The page that a visitor was on before the reader, and what of it was shown."""

    address: str
    query: dict[str, str]


@dataclass(slots=True)
class Session(Place):
    """One visitor's conversation and where in it they are; and what they have had checked."""

    talk: Talk = field(default_factory=Talk)
    followed: str | None = None
    """The conversation that the address named when it was last looked at."""
    memory: RecordStore | None = None
    """Where this visitor's records go while nothing of them is to be kept."""
    trouble: str | None = None
    """What went wrong with the records, in one line, until the next step."""
    browsing: Browsing = field(default_factory=Browsing)
    checking: Checking = field(default_factory=Checking)
    came_from: Came | None = None
    opened: object = None
    """What the reader last brought into view, so that it does so once."""

    has_arrived: bool = False
    """Whether the page that is drawn was not on the screen before."""

    def leave(self, address: str, query: dict[str, str]) -> None:
        """Note which page is on the screen, for the way back out of the reader."""
        self.has_arrived = self.came_from is None or self.came_from.address != address
        self.came_from, self.opened = Came(address, query), None


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
