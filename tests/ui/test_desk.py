"""ui.desk: what visitors share; the first filling; the state counted once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from corpus import IngestReport, Store
from qa import Assistant, Library
from ui import desk as desk_module
from ui.desk import Desk, open_desk


@dataclass
class Shelf:
    """A library that takes note of what is added."""

    store: Store
    writable: bool = True
    is_behind: bool = False
    added: tuple[Path, ...] = ()

    def add(self, sources: list[Path], *, progress: Any, report: IngestReport) -> IngestReport:
        self.added = tuple(sources)
        return report


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """A library that never held anything."""
    with Store.open(tmp_path / "new", writable=True) as opened:
        yield opened


def opened_over(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Open the desk over a library, and wait for its first filling."""
    settings = SimpleNamespace(library=shelf.store.folder)
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
    made = Desk(
        cast("Library", Shelf(store)), cast("Assistant", SimpleNamespace(reader_warning=None))
    )
    before = made.state()
    assert made.state() is before

    with store.writing():
        store.remove(["bare"])

    assert (before.articles, made.state().articles) == (2, 1)


def test_a_report_names_titles_and_ids_where_there_are_none(store: Store) -> None:
    made = Desk(
        cast("Library", Shelf(store)), cast("Assistant", SimpleNamespace(reader_warning=None))
    )

    assert sorted(made.titles(["raid", "bare", "gone"])) == ["Raid in Callao", "bare"]
