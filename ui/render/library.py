"""The library in the sidebar: what is in it, and what became of added files."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import IngestReport
from ui import words
from ui.render.dates import plain_date
from ui.render.markup import Html, escape, isolated, notice
from ui.state import LibraryState

LISTED_TITLES = 5
"""How many titles of added articles a report names."""


def library_html(state: LibraryState) -> Html:
    """The state of the library in a few lines."""
    status = words.BEHIND if state.is_behind else words.UP_TO_DATE
    if not state.is_writable:
        status = f"{status}; {words.READ_ONLY}"
    fields = (
        (words.ARTICLES, f"{state.articles:,}"),
        (words.OLDEST, plain_date(state.oldest) or words.UNKNOWN),
        (words.NEWEST, plain_date(state.newest) or words.UNKNOWN),
        (words.PASSAGES, f"{state.passages:,}"),
        (words.INDEX, status),
    )
    lines = "".join(f"<dt>{name}</dt><dd>{isolated(value)}</dd>" for name, value in fields)
    lines += f'<dt>{words.FOLDER}</dt><dd class="or-wide">{isolated(state.folder)}</dd>'
    warning = notice(state.reader_warning, kind="warning").body if state.reader_warning else ""
    return Html(f'<h2>{words.LIBRARY}</h2><dl class="or-library">{lines}</dl>{warning}')


def report_html(report: IngestReport, titles: Sequence[str]) -> Html:
    """How many articles came in, which ones, and which files were refused for what reason."""
    counts = (
        (words.ADDED, len(report.added)),
        (words.UPDATED, len(report.updated)),
        (words.UNCHANGED, len(report.unchanged)),
        (words.REFUSED, len(report.refused)),
    )
    lines = "".join(f"<dt>{name}</dt><dd>{count:,}</dd>" for name, count in counts if count)
    named = "".join(f"<li>{isolated(title)}</li>" for title in titles[:LISTED_TITLES])
    more = "<li>…</li>" if len(titles) > LISTED_TITLES else ""
    refused = "".join(
        f"<li><strong>{isolated(item.source)}</strong>: {escape(item.reason)}</li>"
        for item in report.refused
    )
    return Html(
        f'<section class="or-report" role="status"><h3>{words.REPORT}</h3><dl>{lines}</dl>'
        f"{_list(refused)}{_list(named + more)}</section>"
    )


def _list(items: str) -> str:
    return f"<ul>{items}</ul>" if items else ""
