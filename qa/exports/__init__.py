"""Answers, conversations, checks and citations as files to keep: pure functions from records."""

from qa.exports.addresses import text_fragment_url, web_address
from qa.exports.answers import Turn
from qa.exports.citation_texts import citation_annotation, citation_markdown, citation_plain
from qa.exports.files import (
    answer_docx,
    answer_markdown,
    check_docx,
    conversation_docx,
    conversation_markdown,
    draft_docx,
)
from qa.exports.json_records import answer_json, conversation_json, stamped_json
from qa.exports.tables import conversation_csv

__all__ = [
    "Turn", "answer_docx", "answer_json", "answer_markdown", "check_docx", "citation_annotation",
    "citation_markdown", "citation_plain", "conversation_csv", "conversation_docx",
    "conversation_json", "conversation_markdown", "draft_docx", "stamped_json",
    "text_fragment_url", "web_address",
]  # fmt: skip
