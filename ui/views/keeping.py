"""What is kept of checks: their links, the latest of them, and what is wrong with a verdict."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from qa import CheckedDraft, QuoteCheck
from ui import kept_checks, links, words
from ui import words_checking as said
from ui.desk import Desk
from ui.render import Html, escape, notice
from ui.render.reader import plain_time
from ui.render.shapes import shape
from ui.state import Outcome, Session
from ui.views.places import draw_turn, full_address
from ui.views.show import show

SHOWN_OF_QUOTE = 90
"""Characters of a quotation in the list of the latest."""
RIGHT = {said.NOT_SURE: None} | {word: verdict for verdict, word in words.VERDICTS.items()}


def draw_check_link(outcome: Outcome[QuoteCheck]) -> None:
    """Draw the link that opens a check again."""
    draw_own_link(links.check_link(outcome.record) if outcome.record else None, key="check-link")


def draw_draft_link(outcome: Outcome[CheckedDraft]) -> None:
    """Draw the link that opens a checked draft again."""
    draw_own_link(links.draft_link(outcome.record) if outcome.record else None, key="draft-link")


def draw_own_link(link: str | None, *, key: str) -> None:
    """Draw a link to copy, or why there is none."""
    with st.expander(said.LINK, key=key):
        if link is None:
            show(notice(said.NO_LINK, kind="info"))
            return
        st.code(full_address(link), language=None, wrap_lines=True)
        show(Html(f'<p class="or-meta">{said.LINK_NOTE}</p>'))


def draw_wrong_verdict(desk: Desk, session: Session, outcome: Outcome[QuoteCheck]) -> None:
    """Draw the form that says what is wrong with the verdict of a check."""
    check, record = outcome.found, outcome.record
    if check is None or record is None:
        return
    with st.expander(said.WRONG, key="wrong"), st.form("wrong-form", border=False):
        right = st.selectbox(said.RIGHT, list(RIGHT), key=f"right-{record}")
        note = st.text_area(said.NOTE, key=f"note-{record}", height=80)
        if st.form_submit_button(said.SAVE, key="wrong-save"):
            kept_checks.say_wrong(
                desk, session, check, record=record, right=RIGHT[str(right)], note=str(note or "")
            )
            say_saved(session)


def draw_wrong_in_draft(desk: Desk, session: Session, outcome: Outcome[CheckedDraft]) -> None:
    """Draw the form that says what is wrong with one verdict of a draft."""
    draft, record = outcome.found, outcome.record
    if draft is None or record is None:
        return
    with st.expander(said.WRONG_IN_DRAFT, key="wrong-draft"), st.form("draft-form", border=False):
        number = st.number_input(said.WHICH, 1, len(draft.checks), key=f"which-{record}")
        right = st.selectbox(said.RIGHT, list(RIGHT), key=f"right-{record}")
        note = st.text_area(said.NOTE, key=f"note-{record}", height=80)
        if st.form_submit_button(said.SAVE, key="wrong-draft-save"):
            check = draft.checks[int(number) - 1]
            kept_checks.say_wrong(
                desk, session, check, record=record, right=RIGHT[str(right)], note=str(note or "")
            )
            say_saved(session)


def say_saved(session: Session) -> None:
    """Say that it was kept, or why it was not."""
    show(notice(session.trouble or said.SAVED, kind="warning" if session.trouble else "info"))
    session.trouble = None


def draw_latest_checks(desk: Desk, session: Session) -> None:
    """Draw the latest checks, to open again or to erase."""
    saved = kept_checks.latest_checks(desk, session)
    if not saved:
        return
    with st.expander(said.LATEST_CHECKS, key="latest-checks"):
        for number, one in enumerate(saved, start=1):
            what = f"“{shortened(one.check.quote)}”"
            with st.container(key=f"latest-check-{number}"):
                show(latest_html(number, what, one.checked_at, verdict=one.check.verdict))
                draw_ways("check", number, one.id, erase_check, (desk, session))


def draw_ways(
    kind: Literal["check", "draft"],
    number: int,
    record: str,
    erase: Callable[[Desk, Session, str], None],
    visitor: tuple[Desk, Session],
) -> None:
    """Draw what can be done with a record: open it again, or erase it."""
    with st.container(horizontal=True):
        query = {kept_checks.CHECK if kind == "check" else kept_checks.DRAFT: record}
        draw_turn(said.open_number(number), query, key=f"open-{kind}-{record}")
        st.button(
            said.delete_number(number),
            key=f"delete-{kind}-{record}",
            type="tertiary",
            on_click=erase,
            args=(*visitor, record),
        )


def erase_check(desk: Desk, session: Session, record: str) -> None:
    """Erase a check, and its name from the address."""
    kept_checks.delete_check(desk, session, record)
    forget_address(kept_checks.CHECK, record)


def erase_draft(desk: Desk, session: Session, record: str) -> None:
    """Erase a draft, and its name from the address."""
    kept_checks.delete_draft(desk, session, record)
    forget_address(kept_checks.DRAFT, record)


def forget_address(name: str, record: str) -> None:
    """Take a record out of the address, if it stands there."""
    if st.query_params.get(name) == record:
        del st.query_params[name]


def draw_latest_drafts(desk: Desk, session: Session) -> None:
    """Draw the latest drafts, to open again or to erase."""
    saved = kept_checks.latest_drafts(desk, session)
    if not saved:
        return
    with st.expander(said.LATEST_DRAFTS, key="latest-drafts"):
        for number, one in enumerate(saved, start=1):
            with st.container(key=f"latest-draft-{number}"):
                show(latest_html(number, shortened(one.checked.name), one.checked_at))
                draw_ways("draft", number, one.id, erase_draft, (desk, session))


def latest_html(number: int, what: str, at: str, *, verdict: str | None = None) -> Html:
    """One line of a list: what was checked, when, and the verdict where there is one."""
    found = (
        f'<span class="or-is-{verdict}">{shape(verdict)}</span> {words.VERDICTS[verdict]} · '
        if verdict
        else ""
    )
    return Html(
        f'<div class="or-latest"><p dir="auto">{number}. {escape(what)}</p>'
        f'<p class="or-meta">{found}{escape(plain_time(at))}</p></div>'
    )


def shortened(text: str) -> str:
    """The beginning of a text in one line."""
    line = " ".join(text.split())
    if len(line) <= SHOWN_OF_QUOTE:
        return line
    start = line[:SHOWN_OF_QUOTE]
    return f"{start.rpartition(' ')[0] or start}…"
