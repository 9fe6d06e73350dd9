"""The article that a source was opened in, with the place marked and in view."""

from __future__ import annotations

import streamlit as st

from qa import Citation
from ui.desk import Desk
from ui.evidence import Evidence, cited_evidence, nearest_evidence
from ui.render import article_html
from ui.state import Place, Reading
from ui.views.show import scroll_to, show
from ui.words import Label


def draw_reading(desk: Desk, place: Place, reading: Reading, *, back: Label) -> None:
    """Draw the whole article and bring the mark into view, once; ``back`` is on the buttons."""
    st.button(back, key="back", on_click=place.go_back, icon=":material/arrow_back:")
    evidence = read_again(desk, reading)
    show(article_html(evidence))
    st.button(back, key="back-below", on_click=place.go_back)
    if place.scroll_to:
        scroll_to(place.scroll_to, block="center" if evidence.mark else "start")
        place.scroll_to = None


def read_again(desk: Desk, reading: Reading) -> Evidence:
    """Take the evidence from the library as it is now."""
    store = desk.library.store
    if isinstance(reading.source, Citation):
        return cited_evidence(store, reading.source)
    return nearest_evidence(store, reading.source, number=reading.number)
