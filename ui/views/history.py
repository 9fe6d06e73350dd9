"""The conversations beside the page: open, rename, export, delete, and a switch to keep none."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from qa.records import ListedConversation
from ui import links
from ui import words_asking as said
from ui.desk import Desk
from ui.records import (
    attempt,
    begin_anew,
    conversations,
    delete,
    keep_nothing,
    records_of,
    rename,
)
from ui.render import Html, notice, plain_label
from ui.state import Session
from ui.views.address import CONVERSATION, follow_address
from ui.views.exporting import draw_files
from ui.views.places import draw_link
from ui.views.show import show
from ui.words import NEW_CONVERSATION

SHOWN = 6
"""Older conversations are folded away."""
DELETING = "deleting-conversation"
KEEP_NOTHING = "keep-nothing"


def draw_conversations(desk: Desk, session: Session) -> None:
    """Draw the way to a new conversation and those that were had, the newest first."""
    follow_address(desk, session)
    st.button(
        NEW_CONVERSATION,
        key="new-conversation",
        icon=":material/add:",
        on_click=begin_anew,
        args=(session,),
        disabled=session.talk.is_empty,
        width="stretch",
    )
    listed = conversations(desk, session)
    with st.container(key="history"):
        show(Html(f"<h2>{said.CONVERSATIONS}</h2>"))
        if not listed:
            show(Html(f'<p class="or-meta">{said.NO_CONVERSATIONS}</p>'))
        draw_rows(desk, session, listed[:SHOWN])
        if listed[SHOWN:]:
            with st.expander(said.OLDER):
                draw_rows(desk, session, listed[SHOWN:])
        draw_keeping(desk, session)


def draw_rows(desk: Desk, session: Session, listed: Sequence[ListedConversation]) -> None:
    """Draw a row a conversation: the link to it, and the button to manage it."""
    for one in listed:
        is_open = one.id == session.talk.record
        state = "open" if is_open else "kept"
        with st.container(horizontal=True, key=f"{state}-{one.id}", vertical_alignment="center"):
            draw_link(
                links.ASK,
                plain_label(one.name) or said.UNNAMED,
                query={CONVERSATION: one.id},
                icon=":material/chevron_right:" if is_open else None,
            )
            if st.button(
                said.MANAGE, key=f"manage-{one.id}", type="tertiary", icon=":material/more_horiz:"
            ):
                st.session_state[DELETING] = False
                manage_dialog(desk, session, one)


@st.dialog(said.CONVERSATION)
def manage_dialog(desk: Desk, session: Session, listed: ListedConversation) -> None:
    """Rename, export or delete a conversation."""
    with st.form("rename", border=False):
        name = st.text_input(said.NAME_FIELD, value=listed.name, key="conversation-name")
        if st.form_submit_button(said.RENAME):
            rename(desk, session, listed.id, name)
            st.rerun()
    found = attempt(session, lambda: records_of(desk, session).conversation(listed.id))
    if found is not None:
        show(Html(f"<h3>{said.EXPORT}</h3>"))
        draw_files(found.name, found.turns, is_whole=True)
    show(Html(f"<h3>{said.DELETE}</h3>"))
    if not st.session_state.get(DELETING):
        st.button(said.DELETE, key="delete", icon=":material/delete:", on_click=set_deleting)
        return
    show(notice(said.REALLY_DELETE, kind="warning"))
    with st.container(horizontal=True):
        if st.button(said.DELETE_FOR_GOOD, key="delete-for-good", type="primary"):
            delete(desk, session, listed.id)
            st.rerun()
        if st.button(said.CANCEL, key="delete-not"):
            st.rerun()


def set_deleting() -> None:
    """Ask first."""
    st.session_state[DELETING] = True


def draw_keeping(desk: Desk, session: Session) -> None:
    """Draw the switch to keep nothing; where nothing is kept anyway, the line that says so."""
    if not desk.records.keeps:
        show(Html(f'<p class="or-meta">{said.KEEPS_NOTHING}</p>'))
        return
    if session.memory is not None:
        show(Html(f'<p class="or-meta">{said.KEEPING_NOTHING}</p>'))
    st.toggle(
        said.KEEP_NOTHING,
        value=session.memory is not None,
        key=KEEP_NOTHING,
        on_change=take_keeping,
        args=(session,),
    )


def take_keeping(session: Session) -> None:
    """Keep nothing from now on, or keep everything again."""
    keep_nothing(session, is_on=bool(st.session_state[KEEP_NOTHING]))
