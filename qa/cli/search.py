"""``onrecord search``: the passages for a query."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from index import hit_of
from qa.cli.batch import Row, run_batch, text_of
from qa.cli.options import common, filtering, filters_of
from qa.cli.output import hits_text, show
from qa.cli.session import open_library
from qa.cli.warnings import warn_if_behind
from qa.questions import clean_text


@click.command("search")
@click.argument("query", required=False)
@click.option("-k", default=10, show_default=True, type=click.IntRange(1, 1000),
              help="How many passages to return.")  # fmt: skip
@click.option("--batch", metavar="FILE", help="Search for the JSON lines of a file; - is stdin.")
@filtering
@common
def search_command(query: str | None, k: int, batch: str | None, **narrowed: Any) -> None:
    """Find the passages nearest to QUERY, by words and by meaning."""
    if (query is None) == (batch is None):
        raise click.UsageError("give either a QUERY or --batch FILE")
    filters = filters_of(narrowed)
    with open_library() as library:

        def found(text: str) -> list[Any]:
            hits = library.search_index.search(clean_text(text), k, filters=filters)
            return [hit_of(candidate) for candidate in hits]

        def values(text: str, row: Row) -> dict[str, Any]:
            passages = [asdict(hit) for hit in found(text)]
            return {"id": row.get("id"), "query": text, "passages": passages}

        if batch is not None:
            run_batch(batch, lambda row: values(text_of(row, "query"), row))
        elif query is not None:
            hits = found(query)
            show({"id": None, "query": query, "passages": [asdict(hit) for hit in hits]},
                 hits_text(hits))  # fmt: skip
        warn_if_behind(library)
