"""ui.render.library: the library in a few lines."""

from __future__ import annotations

from dataclasses import replace

from ui import words
from ui.render import library_html
from ui.state import LibraryState

STATE = LibraryState(
    articles=1234, oldest="2010-10-14", newest=None, passages=5, folder="/a/<b>",
    is_behind=False, is_writable=True, holds_the_sample=False,
)  # fmt: skip


def test_the_state_names_counts_and_dates() -> None:
    body = library_html(STATE).body

    for shown in ("1,234", "14 October 2010", words.UNKNOWN, words.UP_TO_DATE):
        assert shown in body


def test_a_reader_that_stands_in_is_announced() -> None:
    body = library_html(replace(STATE, reader_warning="There is no <b>.")).body

    assert 'role="status" dir="auto">There is no &lt;b&gt;.</p>' in body
    assert "or-warning" not in library_html(STATE).body
