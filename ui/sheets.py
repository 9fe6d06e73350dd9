"""The list of articles and the report of adding, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from corpus import Listed
from ui.worklist import Report

ARTICLE_COLUMNS = (
    "id", "title", "authors", "publisher", "published", "language", "characters", "revision",
    "duplicate_of", "url", "licence", "section", "tags", "text_sha256",
)  # fmt: skip
REPORT_COLUMNS = ("outcome", "article_id", "title", "source", "reason")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula, and would run."""

Cell = str | int | None


def articles_csv(lines: Iterable[Listed]) -> str:
    """A row for each article; the unknown is empty."""
    return table(ARTICLE_COLUMNS, map(_article, lines))


def report_csv(report: Report, by_id: Mapping[str, Listed]) -> str:
    """A row for each article and each refusal."""
    done = report.outcome
    rows: list[Sequence[Cell]] = []
    for outcome, ids in (
        ("added", done.added), ("updated", done.updated), ("unchanged", done.unchanged),
    ):  # fmt: skip
        rows += [(outcome, one, by_id[one].title if one in by_id else None, None, None)
                 for one in ids]  # fmt: skip
    rows += [("refused", None, None, item.source, item.reason) for item in done.refused]
    return table(REPORT_COLUMNS, rows)


def table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table as RFC 4180 has it, with a line of headings and a mark of its encoding.

    Without the mark, spreadsheets take letters such as á for others. A text that would be taken
    for a formula has an apostrophe before it.
    """
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return f"\ufeff{file.getvalue()}"


def guarded(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs.

    >>> guarded("=1+1"), guarded(-1)
    ("'=1+1", -1)
    """
    is_formula = isinstance(cell, str) and cell.startswith(FORMULA)
    return f"'{cell}" if is_formula else cell


def _article(line: Listed) -> Sequence[Cell]:
    return (
        line.id, line.title, "; ".join(line.authors), line.publisher, line.published,
        line.language, line.characters, line.revision, line.duplicate_of, line.url, line.licence,
        line.section, "; ".join(line.tags), line.text_sha256,
    )  # fmt: skip
