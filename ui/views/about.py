"""The page about OnRecord: what it is, how to read it, what is kept, and forgetting it all."""

from __future__ import annotations

import streamlit as st

from ui import words_about
from ui.desk import Desk
from ui.records import attempt, begin_anew, records_of
from ui.render import Html, notice
from ui.render.about import kept_html, purpose_html, rest_html, verdicts_html
from ui.state import Checking, LibraryState, Session
from ui.views.filing import own_version
from ui.views.show import show

ASKED_KEY = "forget-asked"
"""In Streamlit's state: whether the visitor was asked if everything should be erased."""
DONE_KEY = "forgotten"


def draw_about(desk: Desk, session: Session, state: LibraryState) -> None:
    """Draw the page."""
    show(Html(f'<h1 class="or-name">{words_about.ABOUT_PAGE}</h1>'
              f'<p class="or-lead">{words_about.LEAD}</p>'))  # fmt: skip
    show(purpose_html())
    show(verdicts_html())
    draw_kept(desk, session, state)
    show(rest_html(state, publishers=desk.library.store.publishers(), versions=versions_of(desk)))


def versions_of(desk: Desk) -> dict[str, str]:
    """The versions of OnRecord and of its models; none is loaded for it."""
    settings = desk.library.settings
    return {
        words_about.OWN_VERSION: own_version(),
        words_about.ENCODER_VERSION: settings.index.encoder,
        words_about.READER_VERSION: settings.qa.reader,
    }


def draw_kept(desk: Desk, session: Session, state: LibraryState) -> None:
    """Draw what is kept of this visitor, and the way to erase it."""
    records = records_of(desk, session)
    path = str(records.path) if records.path else None
    show(kept_html(records=path, library=state.folder, counts=counts_of(desk, session)))
    if session.trouble:
        show(notice(session.trouble, kind="warning"))
        session.trouble = None
    if st.session_state.pop(DONE_KEY, False):
        show(notice(words_about.FORGOTTEN, kind="info"))
    if not st.session_state.get(ASKED_KEY):
        st.button(words_about.FORGET, key="forget", on_click=ask_to_forget)
        return
    show(notice(words_about.FORGET_REALLY, kind="warning"))
    with st.container(horizontal=True, key="forget-ways"):
        st.button(
            words_about.FORGET_YES,
            key="forget-yes",
            type="primary",
            on_click=forget,
            args=(desk, session),
        )
        st.button(words_about.FORGET_NO, key="forget-no", on_click=keep)


def counts_of(desk: Desk, session: Session) -> str | None:
    """How much is kept, of all libraries; ``None`` where it can't be read."""
    records = records_of(desk, session)
    return attempt(
        session,
        lambda: words_about.kept_now(
            len(records.conversations()),
            len(records.checks()),
            len(records.drafts()),
            len(records.feedback()),
        ),
    )


def ask_to_forget() -> None:
    """Ask whether everything should be erased."""
    st.session_state[ASKED_KEY] = True


def keep() -> None:
    """Erase nothing."""
    st.session_state[ASKED_KEY] = False


def forget(desk: Desk, session: Session) -> None:
    """Erase all that is kept of the visitor, and what of it is on the pages."""
    keep()
    begin_anew(session)
    session.checking = Checking()
    attempt(session, records_of(desk, session).forget_everything)
    st.session_state[DONE_KEY] = session.trouble is None
