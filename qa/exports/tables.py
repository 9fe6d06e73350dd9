"""Conversations for spreadsheets: a row for each question."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from qa.exports.answers import Turn, all_citations
from qa.exports.characters import storable
from qa.model import Answer, Citation
from qa.quotes.report_tables import guarded_cell
from qa.source_lines import place_line, source_line

COLUMNS = (
    "conversation", "number", "question", "understood_as", "outcome", "answer", "full_form",
    "message", "confidence", "sentence", "title", "authors", "publisher", "published", "url",
    "licence", "language", "article_id", "revision", "sha256", "start", "end", "exact", "prefix",
    "suffix", "other_answers", "other_sources", "as_of_oldest", "as_of_newest",
    "articles_searched", "exported_at", "version",
)  # fmt: skip


def conversation_csv(name: str, turns: Sequence[Turn], *, exported_at: str, version: str) -> str:
    """A table as RFC 4180 has it, a row for each turn, with a line of headings.

    The columns from ``sentence`` to ``suffix`` are the first citation's; ``other_sources`` names
    the rest, a line each. ``outcome`` is ``answered``, ``abstained`` or ``failed``. What is
    unknown is empty. A text that a spreadsheet would take for a formula has an apostrophe before
    it.
    """
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    for number, turn in enumerate(turns, start=1):
        stamp = {"exported_at": exported_at, "version": version}
        row = {"conversation": name, "number": number, **_row(turn), **stamp}
        writer.writerow({column: _guarded(value) for column, value in row.items()})
    return file.getvalue()


def _guarded(value: Any) -> Any:
    return guarded_cell(storable(value)) if isinstance(value, str) else value


def _row(turn: Turn) -> dict[str, Any]:
    if turn.answer is None:
        return {"question": turn.question, "outcome": "failed", "message": turn.trouble}
    return {"question": turn.question, **_answer(turn.answer)}


def _answer(answer: Answer) -> dict[str, Any]:
    first, *others = all_citations(answer) or (None,)
    abstention = answer.abstention
    return {
        "understood_as": answer.standalone_question,
        "outcome": "abstained" if abstention else "answered",
        "answer": answer.answer,
        "full_form": answer.full_form,
        "message": abstention.message if abstention else None,
        "confidence": round(answer.confidence, 3),
        **(_citation(first) if first else {}),
        "other_answers": "; ".join(other.answer for other in answer.other_answers),
        "other_sources": "\n".join(_line(other) for other in others if other),
        "as_of_oldest": answer.as_of.oldest,
        "as_of_newest": answer.as_of.newest,
        "articles_searched": answer.searched.articles,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "sentence": citation.sentence,
        "title": citation.title,
        "authors": "; ".join(citation.authors),
        "publisher": citation.publisher,
        "published": citation.published,
        "url": citation.url,
        "licence": citation.licence,
        "language": citation.language,
        "article_id": citation.article_id,
        "revision": citation.revision,
        "sha256": citation.text_sha256,
        "start": citation.start,
        "end": citation.end,
        "exact": citation.exact,
        "prefix": citation.prefix,
        "suffix": citation.suffix,
    }


def _line(citation: Citation) -> str:
    return f"[{citation.number}] {source_line(citation)} ({place_line(citation)})"
