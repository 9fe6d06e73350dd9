"""``onrecord check``: a quotation or a draft in, verdicts with their evidence out."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import click

from corpus import Filters
from qa.cli.batch import Row, run_batch, standard_input, text_of
from qa.cli.options import chosen, common, filtering, filters_of
from qa.cli.output import as_json
from qa.cli.progress import Bar
from qa.cli.session import open_library
from qa.cli.warnings import warn_if_behind
from qa.quotes import report
from qa.quotes.check import QuoteChecker
from qa.quotes.draft_files import MOST_BYTES
from qa.quotes.drafts import Draft, draft_from_bytes, read_draft
from qa.quotes.model import CheckedDraft, QuoteCheck

FORMATS = ("text", "json", "csv", "markdown")


@click.command("check")
@click.argument("quote", required=False)
@click.option("--speaker", metavar="NAME", help="Who is said to have said it.")
@click.option("--batch", metavar="FILE", help="Check the JSON lines of a file; - is stdin.")
@click.option(
    "--draft",
    metavar="FILE",
    help="Check every quotation in a text, Markdown, HTML or DOCX file; - is stdin.",
)
@click.option("--format", "shape", type=click.Choice(FORMATS), help="How to print the report.")
@filtering
@common
def check_command(
    quote: str | None,
    speaker: str | None,
    batch: str | None,
    draft: str | None,
    shape: str | None,
    **narrowed: Any,
) -> None:
    """Check whether QUOTE, or every quotation of a draft, stands in the articles, and who says it.

    Exit status 0 whatever the verdict.
    """
    if sum(given is not None for given in (quote, batch, draft)) != 1:
        raise click.UsageError("give one of a QUOTE, --batch FILE and --draft FILE")
    if speaker is not None and quote is None:
        raise click.UsageError("--speaker goes with a QUOTE; a batch and a draft name their own")
    printed_as = _shape(shape, is_batch=batch is not None)
    filters = filters_of(narrowed)
    with open_library() as library:
        checker = QuoteChecker(library)
        if batch is not None:
            run_batch(batch, lambda row: _checked_row(checker, row, filters))
        elif draft is not None:
            read = _standard_draft() if draft == "-" else read_draft(Path(draft))
            with Bar() as bar:
                checked = checker.check_draft(read, filters=filters, progress=bar)
            _show_draft(checked, printed_as)
        elif quote is not None:
            _show_check(checker.check(quote, speaker=speaker, filters=filters), printed_as)
        warn_if_behind(library)


def _shape(shape: str | None, *, is_batch: bool) -> str:
    """How to print: as ``--format`` and ``--json`` say, which must not contradict each other."""
    asked = "json" if is_batch or chosen("as_json") else None
    if shape and asked and shape != asked:
        other = "--batch" if is_batch else "--json"
        raise click.UsageError(f"--format {shape} does not go with {other}")
    return shape or asked or "text"


def _checked_row(checker: QuoteChecker, row: Row, filters: Filters | None) -> dict[str, Any]:
    speaker = row.get("speaker")
    if not isinstance(speaker, str | None):
        raise ValueError('"speaker" is no text')
    check = checker.check(text_of(row, "quote"), speaker=speaker, filters=filters)
    return asdict(check) | {"id": row.get("id")}


def _standard_draft() -> Draft:
    return draft_from_bytes(standard_input().read(MOST_BYTES + 1), "standard input")


def _show_check(check: QuoteCheck, printed_as: str) -> None:
    match printed_as:
        case "json":
            click.echo(as_json(check))
        case "csv":
            click.echo(report.checks_csv([check]), nl=False)
        case "markdown":
            click.echo(
                report.check_markdown(check, checked_at=_now(), version=_version()), nl=False
            )
        case _:
            click.echo(report.check_text(check))


def _show_draft(checked: CheckedDraft, printed_as: str) -> None:
    match printed_as:
        case "json":
            click.echo(as_json(report.draft_json(checked)))
        case "csv":
            click.echo(report.checks_csv(checked.checks), nl=False)
        case "markdown":
            text = report.draft_markdown(checked, checked_at=_now(), version=_version())
            click.echo(text, nl=False)
        case _:
            click.echo(report.draft_text(checked))


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")


def _version() -> str:
    try:
        return version("onrecord")
    except PackageNotFoundError:  # run from the source folder
        return "(not installed)"
