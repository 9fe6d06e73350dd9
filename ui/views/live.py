"""HTML of our own that answers to clicks: links that keep the session, boxes to tick, buttons.

Streamlit's own widgets read their labels as Markdown, and what stands in a table comes from
articles. So the table is ours; ``assets/live.js`` shows it and reports what is clicked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from ui.render import Html

SCRIPT = Path(__file__).resolve().parents[1] / "assets" / "live.js"
GO = "go"
"""The act of following a link to one of our own pages."""


@dataclass(frozen=True, slots=True)
class Act:
    """What a visitor did. It comes from the browser, so whoever takes it checks every value."""

    name: str
    of: str = ""
    """The value of the button, or the address of the link."""
    picked: tuple[str, ...] = ()
    """The values of the boxes that are ticked."""


@st.cache_resource(show_spinner=False)
def live_component() -> Any:
    """The component, registered once with the server."""
    script = SCRIPT.read_text(encoding="utf-8")
    return st.components.v2.component("onrecord-live", js=script, isolate_styles=False)


def show_live(markup: Html, *, key: str, on_act: Callable[[Act], None]) -> None:
    """Show finished HTML, and call ``on_act`` at the start of the next run for what was done.

    Args:
        markup: What ``ui.render`` made. A link with ``data-or-go`` is followed by ``on_act``, a
            button with ``data-or-act`` is named by that, a box with ``data-or-pick`` is picked.
        key: Names the place on the page.
        on_act: Takes the act, as a callback of Streamlit: it may change state and the address.
    """

    def take() -> None:
        act = act_of(st.session_state[key].get("act"))
        if act is not None:
            on_act(act)

    live_component()(key=key, data=markup.body, on_act_change=take)


def act_of(value: object) -> Act | None:
    """Read what the browser sent; ``None`` for what our script never sends."""
    if not isinstance(value, dict) or not isinstance(value.get("act"), str):
        return None
    of, picked = value.get("of"), value.get("picked")
    return Act(value["act"], of if isinstance(of, str) else "", strings(picked))


def strings(values: object) -> tuple[str, ...]:
    """The texts of a list; nothing of anything else."""
    if not isinstance(values, Sequence) or isinstance(values, str):
        return ()
    return tuple(value for value in values if isinstance(value, str))
