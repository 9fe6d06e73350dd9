"""Checks for spreadsheets and for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from qa.quotes.model import CheckedDraft, QuoteCheck
from qa.quotes.wordings import change_line

COLUMNS = (
    "number", "verdict", "wording", "attribution", "quote", "claimed_speaker", "speaker", "cue",
    "changes", "cropped_before", "cropped_after", "article_id", "title", "publisher", "published",
    "url", "start", "end", "exact", "sha256", "revision",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def checks_csv(checks: Iterable[QuoteCheck]) -> str:
    """A table of checks as RFC 4180 has it, with a line of headings; the unknown is empty.

    A text that a spreadsheet would take for a formula has an apostrophe before it.
    """
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    for number, check in enumerate(checks, start=1):
        row = {"number": number} | _row(check)
        writer.writerow({name: guarded_cell(value) for name, value in row.items()})
    return file.getvalue()


def check_json(check: QuoteCheck) -> dict[str, Any]:
    """A check as the agreement's JSON object."""
    return asdict(check)


def draft_json(checked: CheckedDraft) -> dict[str, Any]:
    """Every check of a draft, each with its place in the draft's plain text.

    ``draft_start`` and ``draft_end`` count code points into ``CheckedDraft.text``; ``paragraph``
    counts from 1.
    """
    return {
        "draft": checked.name,
        "checks": [
            check_json(check)
            | {
                "draft_start": quotation.start,
                "draft_end": quotation.end,
                "paragraph": quotation.paragraph,
            }
            for quotation, check in zip(checked.quotations, checked.checks, strict=True)
        ],
    }


def _row(check: QuoteCheck) -> dict[str, Any]:
    match = check.match
    found = {
        "article_id": match.article_id,
        "title": match.title,
        "publisher": match.publisher,
        "published": match.published,
        "url": match.url,
        "start": match.start,
        "end": match.end,
        "exact": match.exact,
        "sha256": match.text_sha256,
        "revision": match.revision,
    } if match else {}  # fmt: skip
    return {
        "verdict": check.verdict,
        "wording": check.wording,
        "attribution": check.attribution,
        "quote": check.quote,
        "claimed_speaker": check.claimed_speaker,
        "speaker": check.speaker,
        "cue": check.cue,
        "changes": "; ".join(map(change_line, check.changes)),
        "cropped_before": check.cropped.before,
        "cropped_after": check.cropped.after,
        **found,
    }


def guarded_cell(value: Any) -> Any:
    """A value that no spreadsheet takes for a formula: with an apostrophe before it, if need be.

    >>> guarded_cell("=1+1"), guarded_cell("1+1"), guarded_cell(3)
    ("'=1+1", '1+1', 3)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
