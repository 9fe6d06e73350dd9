"""Answers and conversations as files to keep."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from qa.exports import (
    answer_docx,
    answer_json,
    answer_markdown,
    conversation_csv,
    conversation_docx,
    conversation_json,
    conversation_markdown,
)
from qa.records import Turn, now
from ui import words
from ui import words_asking as said
from ui.views.filing import own_version

ANSWER_FILE, CONVERSATION_FILE = "onrecord-answer", "onrecord-conversation"
"""Names of files; nothing that was asked is in them."""
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@st.dialog(said.EXPORT)
def export_dialog(name: str, turns: Sequence[Turn]) -> None:
    """Offer an answer as a file of each kind."""
    draw_files(name, turns, is_whole=False)


def draw_files(name: str, turns: Sequence[Turn], *, is_whole: bool) -> None:
    """Draw a download of each kind.

    Args:
        name: What a conversation is called.
        turns: A whole conversation, or the one turn of an answer.
        is_whole: Whether it is a conversation.
    """
    at, version = now(), own_version()
    stamp = {"exported_at": at, "version": version}
    answer = None if is_whole else turns[0].answer
    if answer is not None:
        markdown, word = answer_markdown(answer, **stamp), answer_docx(answer, **stamp)
        record = answer_json(answer, **stamp)
    else:
        markdown = conversation_markdown(name, turns, **stamp)
        word = conversation_docx(name, turns, **stamp)
        record = conversation_json(name, turns, **stamp)
    stem = CONVERSATION_FILE if is_whole else ANSWER_FILE
    with st.container(horizontal=True, key=f"files-{stem}"):
        draw_file(words.AS_MARKDOWN, markdown, name=f"{stem}.md", mime="text/markdown")
        draw_file(said.AS_DOCX, word, name=f"{stem}.docx", mime=WORD)
        table = conversation_csv(name, turns, **stamp)
        draw_file(words.AS_CSV, table, name=f"{stem}.csv", mime="text/csv")
        draw_file(words.AS_JSON, record, name=f"{stem}.json", mime="application/json")


def draw_file(label: words.Label, content: str | bytes, *, name: str, mime: str) -> None:
    """Draw one button; nothing is run again when it is pressed."""
    if isinstance(content, str):
        content = content.encode("utf-8", "backslashreplace")  # halves of surrogate pairs
    st.download_button(
        label,
        content,
        file_name=name,
        mime=mime,
        key=f"download-{name}",
        on_click="ignore",
        icon=":material/download:",
    )
