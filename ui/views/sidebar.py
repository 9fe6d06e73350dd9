"""The sidebar: the state of the library, adding files, beginning anew."""

from __future__ import annotations

import streamlit as st

from ui import words
from ui.desk import Desk
from ui.jobs import AddJob
from ui.render import Html, library_html, notice, report_html
from ui.state import LibraryState, Report, Session
from ui.uploads import FILE_TYPES, add_uploads
from ui.views.show import show


def draw_sidebar(
    desk: Desk, session: Session, state: LibraryState, *, has_conversation: bool
) -> None:
    """Draw the whole sidebar; beginning anew only beside a page that has a conversation."""
    with st.sidebar:
        show(Html(f'<p class="or-brand">{words.TITLE}</p>'))
        if has_conversation:
            draw_new_conversation(session)
        show(library_html(state))
        if state.is_writable:
            draw_chooser(desk, session)
        if session.job is not None:
            draw_progress(desk, session)
        draw_report(session.report)


def draw_new_conversation(session: Session) -> None:
    """Draw the button that forgets the conversation."""
    st.button(
        words.NEW_CONVERSATION,
        key="new-conversation",
        on_click=session.start_over,
        disabled=session.is_empty,
        width="stretch",
    )


def draw_chooser(desk: Desk, session: Session) -> None:
    """Draw the form that takes files, and start adding what was sent."""
    with st.form("add-files", clear_on_submit=True, border=False):
        files = st.file_uploader(
            words.CHOOSE_FILES, type=list(FILE_TYPES), accept_multiple_files=True
        )
        sent = st.form_submit_button(
            words.ADD_FILES, disabled=session.job is not None, width="stretch"
        )
    if not sent or session.job is not None:
        return
    session.report = None if files else Report(None, trouble=words.NO_FILES)
    if files:
        session.job = add_uploads(desk.library, files)


def draw_report(report: Report | None) -> None:
    """Draw what the last adding came to; it stays until the next."""
    if report is None:
        return
    if report.trouble:
        show(notice(report.trouble))
    if report.outcome and not report.is_empty:
        show(report_html(report.outcome, report.titles))


@st.fragment(run_every=0.5)
def draw_progress(desk: Desk, session: Session) -> None:
    """Draw how far adding is, again and again beside the page; at its end redraw the page."""
    job = session.job
    if job is None:
        return
    if job.has_ended():
        settle_job(desk, session, job)
        st.rerun()
    draw_step(job)


def draw_step(job: AddJob) -> None:
    """Draw how far a job is."""
    step = job.step
    label = words.step(step.stage, step.done, step.total) if step.stage else words.WAITING
    st.progress(step.fraction, label)


def settle_job(desk: Desk, session: Session, job: AddJob) -> None:
    """Turn an ended job into the report that stays in the sidebar."""
    titles = desk.titles(job.outcome.added) if job.outcome else ()
    session.report = Report(job.outcome, titles, job.trouble)
    session.job = None
