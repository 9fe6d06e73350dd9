"""What the tests of the pages share: a desk over the small library, and any address of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from streamlit.testing.v1 import AppTest

from corpus import Store
from qa import Assistant, Library, QuoteChecker, load_settings
from ui import page
from ui.desk import Desk

APP = Path(__file__).resolve().parents[3] / "ui/app.py"


@pytest.fixture
def desk(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """What the pages share: the small library."""
    shelf = SimpleNamespace(store=store, is_behind=False, writable=True, settings=load_settings())
    made = Desk(
        cast("Library", shelf),
        cast("Assistant", SimpleNamespace(reader_warning=None)),
        cast("QuoteChecker", None),
    )
    monkeypatch.setattr(page, "open_desk", lambda: made)
    page.shared_desk.clear()
    yield made
    page.shared_desk.clear()


@pytest.fixture
def opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Open an address of a page, as a new visitor does."""

    def open_page(address: str = "read", **query: str) -> AppTest:
        first = [one for one in page.CHAPTERS if one.address == address]
        rest = [one for one in page.CHAPTERS if one.address != address]
        monkeypatch.setattr(page, "CHAPTERS", tuple(first + rest))
        app = AppTest.from_file(str(APP), default_timeout=30)
        app.query_params.update(query)
        return app.run()

    return open_page
