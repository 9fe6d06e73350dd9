"""``onrecord ask``: a question in, a cited answer out."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from qa.assistant import Assistant
from qa.cli.batch import Row, run_batch, text_of
from qa.cli.options import common, filtering, filters_of
from qa.cli.output import answer_text, show
from qa.cli.session import open_library
from qa.cli.warnings import warn_if_behind, warn_of_reader


@click.command("ask")
@click.argument("question", required=False)
@click.option("-k", default=10, show_default=True, type=click.IntRange(1, 1000),
              help="How many passages to return.")  # fmt: skip
@click.option("--batch", metavar="FILE", help="Answer the JSON lines of a file; - is stdin.")
@filtering
@common
def ask_command(question: str | None, k: int, batch: str | None, **narrowed: Any) -> None:
    """Answer QUESTION from the articles, or say that they do not answer it."""
    if (question is None) == (batch is None):
        raise click.UsageError("give either a QUESTION or --batch FILE")
    filters = filters_of(narrowed)
    with open_library() as library:
        assistant = Assistant(library)
        if batch is not None:
            run_batch(batch, lambda row: _values(
                assistant.ask(text_of(row, "question"), _history(row), filters=filters, k=k), row
            ))  # fmt: skip
        elif question is not None:
            answer = assistant.ask(question, filters=filters, k=k)
            show(answer, answer_text(answer))
        warn_if_behind(library)
        warn_of_reader(assistant)


def _history(row: Row) -> list[str]:
    history = row.get("history") or []
    if not isinstance(history, list) or not all(isinstance(turn, str) for turn in history):
        raise ValueError('"history" is no list of texts')
    return history


def _values(answer: Any, row: Row) -> dict[str, Any]:
    return asdict(answer) | {"id": row.get("id")}
