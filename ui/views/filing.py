"""What of a check can be copied and kept: records in Markdown, JSON and CSV."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import streamlit as st

from qa import (
    CheckedDraft,
    QuoteCheck,
    check_markdown,
    checks_csv,
    draft_json,
    draft_markdown,
)
from qa.exports import check_docx, draft_docx
from ui import words, words_checking

CHECK_FILE = "onrecord-check"
DRAFT_FILE = "onrecord-draft"
TYPES = {
    "md": "text/markdown",
    "json": "application/json",
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def draw_check_files(check: QuoteCheck, *, at: str) -> None:
    """Draw the record of one check, to copy and to download; ``at`` is when it was made."""
    record = check_markdown(check, checked_at=at, version=own_version())
    with st.expander(words.RECORD, key="record"):
        st.code(record, language=None, wrap_lines=True)  # code, so that nothing in it is read
    with st.container(horizontal=True, key="downloads"):
        download(words.AS_MARKDOWN, record, f"{CHECK_FILE}.md")
        word = check_docx(check, exported_at=iso_time(at), version=own_version())
        download(words_checking.AS_DOCX, word, f"{CHECK_FILE}.docx")
        download(words.AS_JSON, json_text(asdict(check)), f"{CHECK_FILE}.json")


def draw_draft_files(draft: CheckedDraft, *, at: str) -> None:
    """Draw the record of a checked draft, to copy and to download."""
    record = draft_markdown(draft, checked_at=at, version=own_version())
    with st.expander(words.RECORD, key="draft-record"):
        st.code(record, language=None, wrap_lines=True)  # of its full height: keys can't scroll it
    with st.container(horizontal=True, key="draft-downloads"):
        download(words.AS_MARKDOWN, record, f"{DRAFT_FILE}.md")
        word = draft_docx(draft, exported_at=iso_time(at), version=own_version())
        download(words_checking.AS_DOCX, word, f"{DRAFT_FILE}.docx")
        # Without the mark at its start, spreadsheets take the names in it for another encoding.
        download(words.AS_CSV, f"\ufeff{checks_csv(draft.checks)}", f"{DRAFT_FILE}.csv")
        download(words.AS_JSON, json_text(draft_json(draft)), f"{DRAFT_FILE}.json")


def own_version() -> str:
    """The version of OnRecord that a record names."""
    try:
        return version("onrecord")
    except PackageNotFoundError:  # run from the source folder
        return words.NOT_INSTALLED


def json_text(values: dict[str, Any]) -> str:
    """A record as JSON for people too: indented, and letters as they are."""
    return json.dumps(values, ensure_ascii=False, indent=2)


def iso_time(at: str) -> str:
    """The time of a record as ISO 8601 has it.

    >>> iso_time("2026-11-22 14:05 UTC")
    '2026-11-22T14:05:00Z'
    """
    return f"{at[:16].replace(' ', 'T')}:00Z"


def download(label: words.Label, content: str | bytes, name: str) -> None:
    """Draw one button; nothing is run again when it is pressed."""
    if isinstance(content, str):
        content = content.encode("utf-8", "backslashreplace")  # halves of surrogate pairs
    st.download_button(
        label,
        content,
        file_name=name,
        mime=TYPES[name.rpartition(".")[2]],
        key=f"download-{name}",
        on_click="ignore",
        icon=":material/download:",
    )
