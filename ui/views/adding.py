"""Adding articles: files that are chosen or dropped, a folder of this computer, and the report."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui import words, words_articles
from ui.catalogue import Catalogue
from ui.desk import Desk
from ui.jobs import AddJob
from ui.render import Html, escape, notice
from ui.render.works import report_html
from ui.sheets import report_csv
from ui.state import LibraryState
from ui.uploads import FILE_TYPES, PathRefused, local_path, upload_job
from ui.views.live import Act, show_live
from ui.views.show import show

PATH = "folder-path"


def draw_adding(
    desk: Desk, state: LibraryState, catalogue: Catalogue, *, on_act: Callable[[Act], None]
) -> None:
    """Draw both ways of adding, and below them what came of the last one."""
    if not state.is_writable:
        show(notice(words_articles.READ_ONLY_LIST, kind="info"))
        return
    report = desk.work.report
    if report is not None:
        if report.trouble:
            show(notice(report.trouble))
        if report.trouble and not report.is_empty:
            show(Html(f"<p>{words_articles.UNFINISHED}</p>"))
        draw_report(desk, catalogue, on_act)
    draw_files(desk)
    draw_folder(desk)


def draw_report(desk: Desk, catalogue: Catalogue, on_act: Callable[[Act], None]) -> None:
    """Draw what became of every file, and the same as a file."""
    report = desk.work.report
    if report is None or (report.is_empty and report.trouble):
        return
    if report.is_empty:
        show(notice(words_articles.NOTHING_CAME, kind="info"))
        return
    show_live(report_html(report, catalogue.by_id), key="report", on_act=on_act)
    st.download_button(
        words_articles.REPORT_CSV,
        report_csv(report, catalogue.by_id).encode("utf-8", "backslashreplace"),
        file_name="onrecord-report.csv", mime="text/csv", key="report-csv", on_click="ignore",
        icon=":material/download:",
    )  # fmt: skip


def draw_files(desk: Desk) -> None:
    """Draw the form that takes files, and start adding what was sent."""
    explain(words_articles.ADD_HEADING, words_articles.ADD_KINDS)
    with st.form("add-files", clear_on_submit=True, border=False):
        files = st.file_uploader(
            words_articles.CHOOSE_FILES, type=list(FILE_TYPES), accept_multiple_files=True
        )
        is_sent = st.form_submit_button(
            words_articles.ADD_FILES, type="primary", disabled=desk.work.is_busy
        )
    if not is_sent:
        return
    if not files:
        show(notice(words_articles.NO_FILES))
        return
    try:
        start(desk, upload_job(desk.library, files))
    except OSError:
        show(notice(words.SOMETHING_FAILED))


def draw_folder(desk: Desk) -> None:
    """Draw the form that takes a path, and start adding what is there."""
    explain(words_articles.FOLDER_HEADING, words_articles.FOLDER_HINT)
    with st.form("add-folder", border=False):
        written = st.text_input(words_articles.FOLDER_FIELD, key=PATH, autocomplete="off")
        is_sent = st.form_submit_button(words_articles.ADD_FOLDER, disabled=desk.work.is_busy)
    if not is_sent:
        return
    try:
        start(desk, AddJob(desk.library, [local_path(str(written or ""))]))
    except PathRefused as error:
        show(notice(str(error)))


def start(desk: Desk, job: AddJob) -> None:
    """Begin, and draw the page anew with the progress on it."""
    if not desk.work.start(job):
        job.abandon()
        show(notice(words_articles.BUSY))
        return
    st.rerun()


def explain(title: str, hint: str) -> None:
    """Draw what stands above a form."""
    show(Html(f'<h2 class="or-way">{escape(title)}</h2><p class="or-meta">{escape(hint)}</p>'))
