"""Whether all is well with the library, and the button that mends it."""

from __future__ import annotations

import streamlit as st

from ui import words_articles
from ui.desk import Desk
from ui.jobs import LookJob
from ui.render import Html, notice
from ui.render.works import facts_html, health_html, mends
from ui.state import LibraryState
from ui.views.show import show


def draw_health(desk: Desk, state: LibraryState) -> None:
    """Draw what was found; who comes here first has the library looked over."""
    work = desk.work
    if work.health is None and work.health_trouble is None and not work.is_busy:
        look(desk, mend=False)
        st.rerun()
    if work.health_trouble:
        show(notice(work.health_trouble))
    if work.health is not None:
        change = desk.library.store.change_counter
        show(health_html(work.health, has_changed=work.health.change != change))
    elif not work.health_trouble:
        show(Html(f"<p>{words_articles.NOT_LOOKED}</p>"))
    show(facts_html(state))
    if not state.is_writable:
        show(notice(words_articles.READ_ONLY_HEALTH, kind="info"))
    draw_buttons(desk, can_mend=state.is_writable and needs_mending(desk))


def needs_mending(desk: Desk) -> bool:
    """Whether there is something that the button mends."""
    health = desk.work.health
    return health is not None and any(map(mends, health.problems))


def draw_buttons(desk: Desk, *, can_mend: bool) -> None:
    """Draw what can be done now."""
    with st.container(horizontal=True, key="health-buttons"):
        if can_mend:
            st.button(
                words_articles.MEND, key="mend", type="primary", disabled=desk.work.is_busy,
                on_click=look, args=(desk,), kwargs={"mend": True},
            )  # fmt: skip
        st.button(
            words_articles.LOOK, key="look", disabled=desk.work.is_busy,
            on_click=look, args=(desk,), kwargs={"mend": False},
        )  # fmt: skip


def look(desk: Desk, *, mend: bool) -> None:
    """Begin to look the library over."""
    desk.work.start(LookJob(desk.library, mend=mend))
