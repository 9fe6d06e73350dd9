"""The reader: one article in full, at the place that its address names."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from corpus import Span
from qa.exports import citation_markdown, citation_plain, text_fragment_url, web_address
from ui import links, words_reading
from ui.desk import Desk
from ui.opening import Opened, occurrences, open_linked
from ui.render import MARK_ID, TOP_ID, Html, heading, notice
from ui.render.reader import (
    FOUND_ID,
    publisher_html,
    reader_html,
    revisions_html,
    steps_html,
)
from ui.state import LibraryState, Session
from ui.views.places import draw_link, draw_turn, full_address
from ui.views.show import load_script, scroll_to, show

CARD = re.compile(r"[a-z]+(-[a-z0-9]+)*", re.ASCII)
"""What the id of a card looks like; an address may hold anything."""


def draw_reader(desk: Desk, session: Session, state: LibraryState) -> None:
    """Draw the article that the address names, or one line that says why there is none."""
    query = st.query_params.to_dict()
    opened = open_linked(desk.library.store, query)
    remember_card(session, query.get(links.CARD, ""))
    if isinstance(opened, str):
        show(Html(f'<h1 class="or-name">{words_reading.NOTHING_TO_READ}</h1>'))
        show(notice(opened))
        draw_back(session)
        return
    found, wanted = draw_bar(session, opened)
    at = first_found(found, opened)
    if not opened.is_current:
        draw_way_to_current(desk, opened)
    show(reader_html(opened, found, at=at))
    draw_citation(opened)
    draw_history(opened)
    load_script("steps.js")
    bring_into_view(session, opened, wanted, at=at if found else None)


def draw_bar(session: Session, opened: Opened) -> tuple[Sequence[Span], str]:
    """Draw the way back and the field that finds words; both stay in view above the article.

    Returns:
        The places to step through, and what was written into the field.
    """
    with st.container(key="reader-bar", horizontal=True, vertical_alignment="center"):
        draw_back(session)
        with st.container(key="find", width=220):
            written = st.text_input(
                words_reading.FIND,
                key=f"find {opened.article.id} {opened.article.revision}",
                label_visibility="collapsed",
                placeholder=words_reading.FIND_HINT,
            )
        wanted = written.strip()
        text = opened.article.text
        if wanted:
            found = occurrences(text, wanted, may_go_on=True)
        else:
            found = occurrences(text, opened.words)
        if wanted or len(found) > 1:
            show(steps_html(len(found), at=first_found(found, opened), wanted=wanted))
    return (found if wanted or len(found) > 1 else ()), wanted


def first_found(found: Sequence[Span], opened: Opened) -> int:
    """Which place to begin at: the first that is not before the marked place."""
    start = opened.place.start if opened.place else 0
    return next((number for number, one in enumerate(found) if one.end > start), 0)


def draw_back(session: Session) -> None:
    """Draw the link to where the reader came from; to all articles, if from outside."""
    came = session.came_from
    if came is None or came.address not in words_reading.BACK_TO:
        draw_link(links.ARTICLES, words_reading.TO_ARTICLES, icon=":material/arrow_back:")
        return
    label = words_reading.BACK_TO[came.address]
    draw_link(came.address, label, query=came.query, icon=":material/arrow_back:")


def remember_card(session: Session, card: str) -> None:
    """Let the page that one came from begin at the card whose link was followed."""
    if session.came_from is None or not CARD.fullmatch(card):
        return
    if session.came_from.address == links.CHECK:
        session.checking.scroll_to = card
    elif session.came_from.address == links.ASK:
        session.scroll_to = card


def draw_way_to_current(desk: Desk, opened: Opened) -> None:
    """Draw the link to the newest text, at the same words where they stand in it once."""
    current = desk.library.store.article(opened.article.id)
    found = occurrences(current.text, opened.words)
    place = found[0] if len(found) == 1 else None
    query = links.article_query(
        current.id,
        start=place.start if place else None,
        end=place.end if place else None,
    )
    draw_turn(words_reading.OPEN_CURRENT, query, key="open-current")


def draw_citation(opened: Opened) -> None:
    """Draw the citation to copy in two forms, the link to the place, the publisher's page."""
    citation = opened.citation
    with st.expander(words_reading.CITE, key="citation"):
        show(heading(words_reading.CITATION_PLAIN, level=2))
        st.code(citation_plain(citation), language=None, wrap_lines=True)
        show(heading(words_reading.CITATION_MARKDOWN, level=2))
        st.code(citation_markdown(citation), language=None, wrap_lines=True)
        linked = words_reading.LINK_TO_PLACE if opened.place else words_reading.LINK_TO_ARTICLE
        show(heading(linked, level=2))
        st.code(own_address(opened), language=None, wrap_lines=True)
        address = text_fragment_url(citation) or web_address(opened.article.url)
        show(publisher_html(opened, address))


def own_address(opened: Opened) -> str:
    """The address of the article at its place, on this machine."""
    place = opened.place
    link = links.article_link(
        opened.article.id,
        revision=opened.article.revision,
        start=place.start if place else None,
        end=place.end if place else None,
    )
    return full_address(link)


def draw_history(opened: Opened) -> None:
    """Draw every revision, and links to those that are not open."""
    with st.expander(words_reading.HISTORY, key="history"):
        show(revisions_html(opened))
        for revision in reversed(opened.revisions):
            if revision.revision != opened.article.revision:
                number = revision.revision
                query = links.article_query(opened.article.id, revision=number)
                draw_turn(words_reading.open_revision(number), query, key=f"open-{number}")


def bring_into_view(session: Session, opened: Opened, wanted: str, *, at: int | None) -> None:
    """Scroll to the marked place, or to the first of the words looked for; once for each."""
    now = (opened.article.id, opened.article.revision, opened.place, wanted)
    if session.opened == now:
        return
    session.opened = now
    if wanted:
        if at is not None:
            scroll_to(f"{FOUND_ID}-{at}", block="center", focus=False)
    elif opened.place:
        scroll_to(MARK_ID, block="center")
    else:
        scroll_to(TOP_ID)
