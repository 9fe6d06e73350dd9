"""Ways from page to page: real links, which can be opened in a new window and be copied too."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

import streamlit as st

from ui import links
from ui.evidence import Evidence
from ui.words import Label

PAGES_KEY = "onrecord-pages"


def remember_pages(pages: Mapping[str, st.Page]) -> None:
    """Keep the pages of this run by their addresses, so that every view can lead to any."""
    st.session_state[PAGES_KEY] = dict(pages)


def draw_link(
    address: str, label: Label, *, query: Mapping[str, str] | None = None, icon: str | None = None
) -> None:
    """Draw a link to a page; the browser follows it without loading the page anew.

    Args:
        address: One of those in ``links``, or ``links.ASK``.
        label: Its words.
        query: What of the page to show.
        icon: A sign of Streamlit's before the words.
    """
    page = st.session_state.get(PAGES_KEY, {}).get(address)
    if page is not None:
        st.page_link(page, label=label, query_params=dict(query or {}), icon=icon)


def draw_turn(label: Label, query: Mapping[str, str], *, key: str) -> None:
    """Draw the button that shows something else of the page that is open.

    Streamlit's links leave the address as it is where they lead to the page that they stand on.
    """
    st.button(label, key=key, type="tertiary", on_click=turn_to, args=(dict(query),))


def turn_to(query: Mapping[str, str]) -> None:
    """Let the address of the page that is open have another query; a callback of Streamlit."""
    st.query_params.from_dict(query)


def open_article(evidence: Evidence, *, card: str, label: Label) -> None:
    """Draw the link that opens an article in the reader, at the place of the evidence.

    Nothing is drawn where the article is gone or is not the one that was cited.

    Args:
        evidence: What was read again for the card.
        card: The id of the element that the way back leads to.
        label: The words of the link.
    """
    if evidence.article is None:
        return
    place = evidence.strong or evidence.mark
    query = links.article_query(
        evidence.article.id,
        revision=evidence.article.revision,
        start=place.start if place else None,
        end=place.end if place else None,
    )
    draw_link(links.READ, label, query=query | {links.CARD: card})


def full_address(link: str) -> str:
    """A link as it can be put into another window of this machine.

    Args:
        link: One that ``links`` made, relative to the server's root.
    """
    here = urlsplit(str(st.context.url or ""))
    return f"{here.scheme}://{here.netloc}{link}" if here.netloc else link
