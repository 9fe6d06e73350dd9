"""Small ways of showing: our own HTML, the style sheet, and moving the view to a place."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.render import Html, shapes_css

STYLE = Path(__file__).resolve().parents[1] / "style.css"

SCROLL = """<script>
(() => {{
  let tries = 0, arrived = 0;
  const stop = () => {{ tries = 100; }};
  for (const act of ["wheel", "touchstart", "pointerdown", "keydown"])
    addEventListener(act, stop, {{once: true, passive: true}});
  const go = () => {{
    const place = document.getElementById("{target}");
    if (tries++ > 50 || arrived > 9) return;
    setTimeout(go, 100);
    if (!place) return;
    const card = place.closest("details");
    if (card) card.open = true;
    place.scrollIntoView({{block: "{block}"}});
    if (!arrived++) place.focus({{preventScroll: true}});
  }};
  setTimeout(go, 50);
}})();
</script><!-- {serial} -->"""
"""Ours alone: nothing from articles, files or users ever goes into it.

It holds the place for a second, because Streamlit itself scrolls to the end of a conversation
while that grows; whatever the visitor does ends it.
"""


def show(markup: Html) -> None:
    """Show finished HTML as it is."""
    st.html(markup)


def load_style() -> None:
    """Put the style sheet into the page, with the shapes of verdicts."""
    style = STYLE.read_text(encoding="utf-8")
    st.html(Html(f"<style>{style}\n{shapes_css()}</style>"))


def scroll_to(target: str, *, block: str = "start") -> None:
    """Bring an element into view and give it the keyboard's focus, once.

    Args:
        target: The id of the element, one that this package made.
        block: Where in the view it should be, as in ``Element.scrollIntoView``.
    """
    serial = st.session_state.get("scrolls", 0) + 1
    st.session_state["scrolls"] = serial
    script = SCROLL.format(target=target, block=block, serial=serial)
    st.html(script, unsafe_allow_javascript=True)
