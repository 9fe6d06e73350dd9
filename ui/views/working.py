"""The work that goes on in the background, as every page shows it."""

from __future__ import annotations

import streamlit as st

from ui import words_articles
from ui.desk import Desk
from ui.jobs import Job
from ui.render.works import step_html
from ui.views.show import show


def draw_work(desk: Desk) -> None:
    """Draw how far the work is; nothing when there is none."""
    if desk.work.is_busy:
        with st.container(border=True, key="work"):
            draw_progress(desk)


@st.fragment(run_every=0.5)
def draw_progress(desk: Desk) -> None:
    """Draw the bar again and again beside the page; at the end redraw the page."""
    if desk.settle():
        st.rerun()
    job = desk.work.job
    if job is None:
        st.rerun()
    draw_step(job)
    st.caption(words_articles.GOES_ON)


def draw_step(job: Job) -> None:
    """Draw how far a job is."""
    step = job.step
    show(step_html(job.kind, step))
    label = words_articles.progress(step.stage, step.done, step.total)
    st.progress(step.fraction, label if step.stage else words_articles.WAITING)
