"""Reports of one check, of several, and of a draft: pure functions from records to text.

For the terminal in ``report_text``, for a copy desk's files in ``report_markdown``, for
spreadsheets and programs in ``report_tables``.
"""

from __future__ import annotations

from qa.quotes.report_markdown import check_markdown, draft_markdown
from qa.quotes.report_tables import check_json, checks_csv, draft_json
from qa.quotes.report_text import check_text, draft_text

__all__ = [
    "check_json", "check_markdown", "check_text", "checks_csv", "draft_json", "draft_markdown",
    "draft_text",
]  # fmt: skip
