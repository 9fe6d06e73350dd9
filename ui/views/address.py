"""The address of a conversation: followed when it names another one, and kept up to date."""

from __future__ import annotations

import streamlit as st

from ui.desk import Desk
from ui.records import open_conversation
from ui.state import Session

CONVERSATION, TURN = "conversation", "turn"
"""Names in the query, as ``ui.links`` has them."""


def follow_address(desk: Desk, session: Session) -> None:
    """Open the conversation that the address names, where that is news."""
    named = st.query_params.get(CONVERSATION)
    if not named or named == session.followed:
        return
    session.followed = named
    if named != session.talk.record:
        open_conversation(desk, session, named, place=turn_named())


def turn_named() -> int | None:
    """The turn that the address names, from 0."""
    named = st.query_params.get(TURN, "")
    return int(named) if named.isascii() and named.isdigit() and len(named) < 6 else None


def show_address(session: Session) -> None:
    """Let the address name the conversation on the page, unless nothing of it is kept."""
    record = session.talk.record if session.memory is None else None
    session.followed = record
    if st.query_params.get(CONVERSATION) == record:
        return
    if record is None:
        st.query_params.clear()
    else:
        st.query_params.from_dict({CONVERSATION: record})
