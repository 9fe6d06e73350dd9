"""What all visitors of one server share: the library, the assistant, the first filling."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypeVar

from corpus import Listed, OnRecordError
from qa import (
    Answer,
    Assistant,
    CheckedDraft,
    Library,
    QuoteCheck,
    QuoteChecker,
    draft_from_bytes,
    draft_of,
    load_settings,
    sample_articles,
)
from qa.records import RecordStore, Turn
from ui import words
from ui.catalogue import Catalogue, catalogue_of
from ui.facets import Facets, facets_of
from ui.jobs import AddJob, Progress
from ui.state import LibraryState, Outcome, SentDraft, SentQuotation
from ui.worklist import Worklist

logger = logging.getLogger(__name__)

Found = TypeVar("Found")

SAMPLE_PUBLISHER = "OnRecord sample library"


@dataclass(slots=True)
class Desk:
    """An open library, what answers from it, and what checks quotations against it."""

    library: Library
    assistant: Assistant
    checker: QuoteChecker
    first_filling: AddJob | None = None
    records: RecordStore = field(default_factory=RecordStore.in_memory)
    """What visitors did; in memory only where nothing is to be kept."""
    work: Worklist = field(default_factory=Worklist)
    """What goes on in the background, and what came of it."""
    _catalogue: tuple[int, Catalogue] | None = field(default=None, repr=False)
    _state: tuple[object, LibraryState] | None = field(default=None, repr=False)
    _facets: tuple[int, Facets] | None = field(default=None, repr=False)

    def state(self) -> LibraryState:
        """The library as it is now; counted anew only when something has changed."""
        library = self.library
        warning = self.assistant.reader_warning
        now = (library.store.change_counter, library.is_behind, library.writable, warning)
        if self._state is None or self._state[0] != now:
            self._state = (
                now,
                replace(count(library, self.catalogue().lines), reader_warning=warning),
            )
        return self._state[1]

    def facets(self) -> Facets:
        """What the articles can be narrowed by; counted anew only when some have changed."""
        counter = self.library.store.change_counter
        if self._facets is None or self._facets[0] != counter:
            self._facets = (counter, facets_of(self.catalogue().lines))
        return self._facets[1]

    def answer(self, turn: Turn, history: list[Answer]) -> Turn:
        """Ask what a turn asks, and turn every way of failing into one plain line."""
        if not turn.question.strip():
            return replace(turn, trouble=words.EMPTY_QUESTION)
        try:
            return replace(turn, answer=self._asked(turn, history))
        except OnRecordError as error:
            return replace(turn, trouble=str(error))
        except Exception:
            logger.exception("a question of %d characters failed", len(turn.question))
            return replace(turn, trouble=words.SOMETHING_FAILED)

    def _asked(self, turn: Turn, history: list[Answer]) -> Answer:
        """The outcome; a question that the visitor completed needs no history, and is kept so."""
        if turn.standalone_question is None:
            return self.assistant.ask(turn.question, history, filters=turn.filters)
        answer = self.assistant.ask(turn.standalone_question, [], filters=turn.filters)
        return replace(answer, question=turn.question)

    def check(self, sent: SentQuotation) -> Outcome[QuoteCheck]:
        """Check a quotation, and turn every way of failing into one plain line."""
        if not sent.quote.strip():
            return Outcome(None, words.EMPTY_QUOTATION)
        return attempt(lambda: self.checker.check(sent.quote, speaker=sent.speaker))

    def check_draft(
        self, sent: SentDraft, *, progress: Progress | None = None
    ) -> Outcome[CheckedDraft]:
        """Check every quotation of a draft; fails as ``check`` does."""

        def checked() -> CheckedDraft:
            if isinstance(sent.content, bytes):
                draft = draft_from_bytes(sent.content, sent.name)
            else:
                draft = draft_of(sent.content, sent.name)
            return self.checker.check_draft(draft, progress=progress)

        return attempt(checked)

    def catalogue(self) -> Catalogue:
        """Every article without its text; listed anew only when some have changed."""
        counter = self.library.store.change_counter
        if self._catalogue is None or self._catalogue[0] != counter:
            self._catalogue = (counter, catalogue_of(self.library.store.listing()))
        return self._catalogue[1]

    def settle(self) -> bool:
        """Take what came of work that has ended; says whether some had."""
        return self.work.settle(change=self.library.store.change_counter)


def attempt(check: Callable[[], Found]) -> Outcome[Found]:
    """Do something that may fail, and keep what came of it."""
    try:
        return Outcome(check(), at=datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"))
    except OnRecordError as error:
        return Outcome(None, str(error))
    except Exception:
        logger.exception("a check failed")
        return Outcome(None, words.SOMETHING_FAILED)


def open_desk() -> Desk:
    """Open the configured library; one that never held anything gets the sample articles.

    Raises:
        OnRecordError: The library can't be opened; the message says why and what to do.
    """
    settings = load_settings()
    library = Library.open(settings.library, settings=settings, create=True)
    desk = Desk(
        library,
        Assistant(library),
        QuoteChecker(library),
        records=RecordStore(settings.records),
    )
    is_new = library.store.change_counter == 0 and not library.store.coverage().articles
    if is_new and library.writable:
        desk.first_filling = AddJob(library, [sample_articles()])
        desk.first_filling.start()
    return desk


def count(library: Library, listing: Sequence[Listed]) -> LibraryState:
    """Look the whole library over for the sidebar."""
    coverage = library.store.coverage()
    return LibraryState(
        articles=coverage.articles,
        oldest=coverage.oldest,
        newest=coverage.newest,
        passages=sum(line.passages for line in listing),
        folder=str(library.store.folder),
        is_behind=library.is_behind,
        is_writable=library.writable,
        holds_the_sample=any(line.publisher == SAMPLE_PUBLISHER for line in listing),
    )
