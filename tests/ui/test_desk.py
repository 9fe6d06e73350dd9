"""ui.desk: what visitors share; the first filling; the state counted once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from corpus import IngestReport, OnRecordError, Store
from qa import Assistant, Library, QuoteChecker
from qa.config import RecordSettings
from ui import desk as desk_module
from ui import words
from ui.desk import Desk, open_desk
from ui.state import SentDraft, SentQuotation


@dataclass
class Shelf:
    """A library that takes note of what is added."""

    store: Store
    writable: bool = True
    is_behind: bool = False
    added: tuple[Path, ...] = ()
    settings: Any = field(default_factory=lambda: SimpleNamespace(qa=None))

    def add(self, sources: list[Path], *, progress: Any, report: IngestReport) -> IngestReport:
        self.added = tuple(sources)
        return report


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """A library that never held anything."""
    with Store.open(tmp_path / "new", writable=True) as opened:
        yield opened


class Examiner:
    """Finds nothing out about anything, and remembers what it was given."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.given: list[Any] = []

    def check(self, quote: str, *, speaker: str | None) -> str:
        self.given += [quote, speaker]
        if self.error:
            raise self.error
        return "checked"

    def check_draft(self, draft: Any, *, progress: Any) -> str:
        self.given.append(draft)
        return "checked"


def desk_over(store: Store, examiner: Examiner | None = None) -> Desk:
    """A desk over a library, with a checker that knows nothing."""
    return Desk(
        cast("Library", Shelf(store)),
        cast("Assistant", SimpleNamespace(reader_warning=None)),
        cast("QuoteChecker", examiner or Examiner()),
    )


def opened_over(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Open the desk over a library, and wait for its first filling."""
    settings = SimpleNamespace(library=shelf.store.folder, records=RecordSettings(keep=False))
    library = SimpleNamespace(open=lambda folder, **options: shelf)
    monkeypatch.setattr(desk_module, "load_settings", lambda: settings)
    monkeypatch.setattr(desk_module, "Library", library)
    monkeypatch.setattr(desk_module, "sample_articles", lambda: Path("sample.jsonl"))
    made = open_desk()
    if made.first_filling:
        made.first_filling.join()
    return made


def test_a_new_library_gets_the_sample(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(empty)

    opened_over(shelf, monkeypatch)

    assert shelf.added == (Path("sample.jsonl"),)


def test_a_library_that_holds_or_held_something_does_not(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(store)
    with store.writing():
        store.remove(["raid", "bare"])

    opened_over(shelf, monkeypatch)

    assert shelf.added == ()


def test_a_library_that_can_t_be_written_to_does_not(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(empty, writable=False)

    assert opened_over(shelf, monkeypatch).first_filling is None


def test_the_state_is_counted_again_only_after_a_change(store: Store) -> None:
    made = desk_over(store)
    before = made.state()
    assert made.state() is before

    with store.writing():
        store.remove(["bare"])

    assert (before.articles, made.state().articles) == (2, 1)


def test_the_catalogue_is_made_anew_only_when_articles_have_changed(store: Store) -> None:
    made = desk_over(store)
    first = made.catalogue()
    assert made.catalogue() is first

    with store.writing():
        store.remove(["bare"])

    assert [line.id for line in made.catalogue().lines] == ["raid"]


def test_a_quotation_goes_to_the_checker_as_it_was_given(store: Store) -> None:
    examiner = Examiner()

    outcome = desk_over(store, examiner).check(SentQuotation(" “Yes.” ", "Cole"))

    assert outcome.found == "checked"
    assert examiner.given == [" “Yes.” ", "Cole"]


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OnRecordError("It is <b>too long</b>."), "It is <b>too long</b>."),
        (RuntimeError("secret detail"), words.SOMETHING_FAILED),
    ],
)
def test_a_check_that_fails_is_one_line(store: Store, error: Exception, line: str) -> None:
    outcome = desk_over(store, Examiner(error)).check(SentQuotation("Yes.", None))

    assert outcome.found is None
    assert outcome.trouble == line


@pytest.mark.parametrize("quote", ["", " \n", "\u2003"])
def test_an_empty_quotation_is_one_line(store: Store, quote: str) -> None:
    assert desk_over(store).check(SentQuotation(quote, None)).trouble == words.EMPTY_QUOTATION


def test_a_pasted_draft_and_a_file_reach_the_checker_as_drafts(store: Store) -> None:
    examiner = Examiner()
    made = desk_over(store, examiner)

    made.check_draft(SentDraft("Pasted", "He said “yes”."))
    made.check_draft(SentDraft("draft.md", "He said *“no”*.".encode()))

    assert [(draft.name, draft.text.strip()) for draft in examiner.given] == [
        ("Pasted", "He said “yes”."),
        ("draft.md", "He said “no”."),
    ]


def test_a_file_that_is_no_draft_is_one_line(store: Store) -> None:
    outcome = desk_over(store).check_draft(SentDraft("picture.docx", b"\x89PNG\r\n\x1a\n"))

    assert outcome.found is None
    assert outcome.trouble
    assert len(outcome.trouble.splitlines()) == 1
