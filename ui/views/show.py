"""Small ways of showing: our own HTML, the style sheet, and moving the view to a place."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.render import Html, shapes_css

FOLDER = Path(__file__).resolve().parents[1]

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
    if (!arrived++ && {focus}) place.focus({{preventScroll: true}});
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
    """Put the style sheets into the page, with the shapes of verdicts."""
    st.html(Html(f"<style>{style_sheets()}\n{shapes_css()}</style>"))


def style_sheets() -> str:
    """The general rules, then those of the pages, in the order of their names."""
    sheets = [FOLDER / "style.css", *sorted((FOLDER / "styles").glob("*.css"))]
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


def load_script(name: str) -> None:
    """Run one of the scripts in ``assets``, which are ours alone and the same for everybody."""
    script = (FOLDER / "assets" / name).read_text(encoding="utf-8")
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)


def scroll_to(target: str, *, block: str = "start", focus: bool = True) -> None:
    """Bring an element into view once, and give it the keyboard's focus.

    Args:
        target: The id of the element, one that this package made.
        block: Where in the view it should be, as in ``Element.scrollIntoView``.
        focus: Whether it takes the keyboard's focus; a field that is written in keeps it.
    """
    serial = st.session_state.get("scrolls", 0) + 1
    st.session_state["scrolls"] = serial
    taken = "true" if focus else "false"
    script = SCROLL.format(target=target, block=block, focus=taken, serial=serial)
    st.html(script, unsafe_allow_javascript=True)
