"""What all visitors of one server share: the library, the assistant, the first filling."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypeVar

from corpus import OnRecordError
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
from ui import words
from ui.jobs import AddJob
from ui.state import LibraryState, Outcome, SentDraft, SentQuotation, Turn

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
    _state: tuple[object, LibraryState] | None = field(default=None, repr=False)

    def state(self) -> LibraryState:
        """The library as it is now; counted anew only when something has changed."""
        library = self.library
        warning = self.assistant.reader_warning
        now = (library.store.change_counter, library.is_behind, library.writable, warning)
        if self._state is None or self._state[0] != now:
            self._state = (now, replace(count(library), reader_warning=warning))
        return self._state[1]

    def answer(self, question: str, history: list[Answer]) -> Turn:
        """Ask, and turn every way of failing into one plain line."""
        if not question.strip():
            return Turn(question, None, words.EMPTY_QUESTION)
        try:
            return Turn(question, self.assistant.ask(question, history=history))
        except OnRecordError as error:
            return Turn(question, None, str(error))
        except Exception:
            logger.exception("a question of %d characters failed", len(question))
            return Turn(question, None, words.SOMETHING_FAILED)

    def check(self, sent: SentQuotation) -> Outcome[QuoteCheck]:
        """Check a quotation, and turn every way of failing into one plain line."""
        if not sent.quote.strip():
            return Outcome(None, words.EMPTY_QUOTATION)
        return attempt(lambda: self.checker.check(sent.quote, speaker=sent.speaker))

    def check_draft(self, sent: SentDraft) -> Outcome[CheckedDraft]:
        """Check every quotation of a draft; fails as ``check`` does."""

        def checked() -> CheckedDraft:
            if isinstance(sent.content, bytes):
                return self.checker.check_draft(draft_from_bytes(sent.content, sent.name))
            return self.checker.check_draft(draft_of(sent.content, sent.name))

        return attempt(checked)

    def titles(self, article_ids: list[str]) -> tuple[str, ...]:
        """What a report calls articles: their titles, or their ids."""
        wanted = set(article_ids)
        listing = self.library.store.listing() if wanted else []
        return tuple(line.title or line.id for line in listing if line.id in wanted)


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
    desk = Desk(library, Assistant(library), QuoteChecker(library))
    is_new = library.store.change_counter == 0 and not library.store.coverage().articles
    if is_new and library.writable:
        desk.first_filling = AddJob(library, [sample_articles()])
        desk.first_filling.start()
    return desk


def count(library: Library) -> LibraryState:
    """Look the whole library over for the sidebar."""
    listing = library.store.listing()
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
