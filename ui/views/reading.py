"""The article that a source was opened in, with the place marked and in view."""

from __future__ import annotations

import streamlit as st

from qa import Citation
from ui import words
from ui.desk import Desk
from ui.evidence import Evidence, cited_evidence, nearest_evidence
from ui.render import article_html
from ui.state import Reading, Session
from ui.views.show import scroll_to, show


def draw_reading(desk: Desk, session: Session, reading: Reading) -> None:
    """Draw the whole article and bring the mark into view, once."""
    st.button(words.BACK, key="back", on_click=session.go_back, icon=":material/arrow_back:")
    evidence = read_again(desk, reading)
    show(article_html(evidence))
    st.button(words.BACK, key="back-below", on_click=session.go_back)
    if session.scroll_to:
        scroll_to(session.scroll_to, block="center" if evidence.mark else "start")
        session.scroll_to = None


def read_again(desk: Desk, reading: Reading) -> Evidence:
    """Take the evidence from the library as it is now."""
    store = desk.library.store
    if isinstance(reading.source, Citation):
        return cited_evidence(store, reading.source)
    return nearest_evidence(store, reading.source, number=reading.number)
