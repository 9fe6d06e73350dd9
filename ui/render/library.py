"""The library in the sidebar, in short."""

from __future__ import annotations

from ui import words
from ui.render.dates import plain_date
from ui.render.markup import Html, isolated, notice
from ui.state import LibraryState


def library_html(state: LibraryState) -> Html:
    """The state of the library in a few lines."""
    status = words.BEHIND if state.is_behind else words.UP_TO_DATE
    if not state.is_writable:
        status = f"{status}; {words.READ_ONLY}"
    fields = (
        (words.ARTICLES, f"{state.articles:,}"),
        (words.OLDEST, plain_date(state.oldest) or words.UNKNOWN),
        (words.NEWEST, plain_date(state.newest) or words.UNKNOWN),
        (words.INDEX, status),
    )
    lines = "".join(f"<dt>{name}</dt><dd>{isolated(value)}</dd>" for name, value in fields)
    warning = notice(state.reader_warning, kind="warning").body if state.reader_warning else ""
    return Html(f'<h2>{words.LIBRARY}</h2><dl class="or-library">{lines}</dl>{warning}')
