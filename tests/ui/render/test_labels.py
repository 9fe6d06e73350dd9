"""ui.render.labels: Markdown finds nothing to change in a label made of any text."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from ui.render import plain_label


@given(st.text())
def test_no_sign_is_left_that_markdown_knows(text: str) -> None:
    shown = plain_label(text)

    assert re.fullmatch(r"(?:[^!-/:-@\[-`{-~]|&#\d+;\u2060?)*", shown)


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1))
def test_the_text_can_be_read_from_it_again(text: str) -> None:
    assert html.unescape(plain_label(text)).replace("\u2060", "") == text


def test_no_two_signs_and_no_names_between_colons_are_left_together() -> None:
    assert plain_label("a -> b") == "a &#45;\u2060&#62; b"
    assert plain_label(":red[a]").startswith("&#58;\u2060red")
    assert plain_label("Outlet: A") == "Outlet&#58; A"


def test_lines_become_one() -> None:
    assert plain_label(" Who\n runs it ") == "Who runs it"
