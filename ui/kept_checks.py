"""Checks and drafts that are kept: entered when they are made, opened again by their link."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from corpus import OnRecordError
from qa import CheckedDraft, QuoteCheck
from qa.records import RecordStore, SavedCheck, SavedDraft, feedback_on_verdict
from ui import words_checking
from ui.desk import Desk
from ui.records import attempt, give_feedback, records_of
from ui.state import Errand, Outcome, Session

CHECK, DRAFT = "record", "draft"
"""What names a check, and a draft, in the address of the page."""
SHOWN = 8
"""How many of the latest are listed."""

Saved = TypeVar("Saved", SavedCheck, SavedDraft)
Sent = TypeVar("Sent")
Found = TypeVar("Found")


def keep_check(desk: Desk, session: Session, outcome: Outcome[QuoteCheck]) -> Outcome[QuoteCheck]:
    """Enter a check into the records; the outcome then has its id."""
    check, library = outcome.found, desk.library.store.library_id
    if check is None:
        return outcome
    kept = attempt(session, lambda: records_of(desk, session).add_check(library, check))
    return replace(outcome, record=kept.id if kept else None)


def keep_draft(
    desk: Desk, session: Session, outcome: Outcome[CheckedDraft]
) -> Outcome[CheckedDraft]:
    """Enter a checked draft into the records; the outcome then has its id."""
    draft, library = outcome.found, desk.library.store.library_id
    if draft is None:
        return outcome
    kept = attempt(session, lambda: records_of(desk, session).add_draft(library, draft))
    return replace(outcome, record=kept.id if kept else None)


def follow(desk: Desk, session: Session, query: Mapping[str, str]) -> None:
    """Open what an address names, unless it is open already; the ids may be anything."""
    checking = session.checking
    if (record := query.get(CHECK)) and not is_there(checking.quotation, record):
        checking.quotation = Errand(outcome=kept_check(desk, session, record))
    if (record := query.get(DRAFT)) and not is_there(checking.draft, record):
        checking.draft = Errand(outcome=kept_draft(desk, session, record))


def is_there(errand: Errand[Sent, Found], record: str) -> bool:
    """Whether a record is on the page, or something newer is about to be."""
    is_shown = errand.outcome is not None and errand.outcome.record == record
    return is_shown or errand.pending is not None


def kept_check(desk: Desk, session: Session, record: str) -> Outcome[QuoteCheck]:
    """A check that was kept, or the one line that says why it can't be opened."""
    saved = fetched(desk, session, lambda records: records.check(record))
    if isinstance(saved, str):
        return Outcome(None, saved, record=record)
    return Outcome(saved.check, at=record_time(saved.checked_at), record=record)


def kept_draft(desk: Desk, session: Session, record: str) -> Outcome[CheckedDraft]:
    """A draft that was kept, as ``kept_check``."""
    saved = fetched(desk, session, lambda records: records.draft(record))
    if isinstance(saved, str):
        return Outcome(None, saved, record=record)
    return Outcome(saved.checked, at=record_time(saved.checked_at), record=record)


def fetched(desk: Desk, session: Session, fetch: Callable[[RecordStore], Saved]) -> Saved | str:
    """A record of this library, or why there is none."""
    try:
        saved = fetch(records_of(desk, session))
    except OnRecordError as error:
        return str(error)
    is_ours = saved.library == desk.library.store.library_id
    return saved if is_ours else words_checking.ANOTHER_LIBRARY


def latest_checks(desk: Desk, session: Session) -> tuple[SavedCheck, ...]:
    """The latest checks against this library, the newest first."""
    library = desk.library.store.library_id
    found = attempt(session, lambda: records_of(desk, session).checks(library, limit=SHOWN))
    return found or ()


def latest_drafts(desk: Desk, session: Session) -> tuple[SavedDraft, ...]:
    """The latest drafts, as ``latest_checks``."""
    library = desk.library.store.library_id
    found = attempt(session, lambda: records_of(desk, session).drafts(library, limit=SHOWN))
    return found or ()


def delete_check(desk: Desk, session: Session, record: str) -> None:
    """Erase a check; where it is the one on the page, it goes from there too."""
    if is_there(session.checking.quotation, record):
        session.checking.quotation = Errand()
    attempt(session, lambda: records_of(desk, session).delete_check(record))


def delete_draft(desk: Desk, session: Session, record: str) -> None:
    """Erase a draft, as ``delete_check``."""
    if is_there(session.checking.draft, record):
        session.checking.draft = Errand()
    attempt(session, lambda: records_of(desk, session).delete_draft(record))


def say_wrong(
    desk: Desk, session: Session, check: QuoteCheck, *, record: str, right: str | None, note: str
) -> None:
    """Keep it as a case that the verdict of a check is wrong."""
    library = desk.library.store.library_id
    case = feedback_on_verdict(check, record_id=record, library=library, note=note, expected=right)
    give_feedback(desk, session, case)


def record_time(at: str) -> str:
    """A time of the records as the record to file has it.

    >>> record_time("2026-11-22T14:05:09Z")
    '2026-11-22 14:05 UTC'
    """
    return f"{at[:16].replace('T', ' ')} UTC"
