"""ui.render.library: what is in the library, and what became of files."""

from __future__ import annotations

from dataclasses import replace

from corpus import IngestReport, Refused
from ui import words
from ui.render import library_html, report_html
from ui.state import LibraryState

STATE = LibraryState(
    articles=1234, oldest="2010-10-14", newest=None, passages=5, folder="/a/<b>",
    is_behind=False, is_writable=True, holds_the_sample=False,
)  # fmt: skip


def test_the_state_names_counts_dates_and_folder() -> None:
    body = library_html(STATE).body

    for shown in ("1,234", "14 October 2010", words.UNKNOWN, words.UP_TO_DATE, "/a/&lt;b&gt;"):
        assert shown in body


def test_a_reader_that_stands_in_is_announced() -> None:
    body = library_html(replace(STATE, reader_warning="There is no <b>.")).body

    assert 'role="status" dir="auto">There is no &lt;b&gt;.</p>' in body
    assert "or-warning" not in library_html(STATE).body


def test_a_report_counts_names_and_gives_reasons_as_text() -> None:
    refused = [Refused("<img src=x>.txt", "it is **empty** & <b>")]
    report = IngestReport(added=["a"], refused=refused)

    body = report_html(report, ["A <i>title</i>"]).body

    assert "<bdi>A &lt;i&gt;title&lt;/i&gt;</bdi>" in body
    assert "<bdi>&lt;img src=x&gt;.txt</bdi></strong>: it is **empty** &amp; &lt;b&gt;" in body


def test_a_long_report_names_the_first_few_articles() -> None:
    body = report_html(IngestReport(added=list("abcdefg")), list("abcdefg")).body

    assert body.count("<li>") == 6
    assert "…" in body
