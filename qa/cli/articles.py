"""``onrecord list``, ``show`` and ``remove``: what is in the library."""

from __future__ import annotations

from dataclasses import asdict

import click

from qa.cli.options import common
from qa.cli.output import article_values, show
from qa.cli.progress import Bar
from qa.cli.session import open_library
from qa.source_lines import source_line


@click.command("list")
@common
def list_command() -> None:
    """List the articles, newest first."""
    with open_library() as library:
        listed = library.store.listing()
    lines = [f"{line.id}\n    {source_line(line)}" for line in listed]
    count = f"{len(listed):,} article{'' if len(listed) == 1 else 's'}"
    show({"articles": [article_values(line) for line in listed]}, "\n".join([*lines, count]))


@click.command("show")
@click.argument("article_id", metavar="ID")
@click.option("--revision", type=click.IntRange(min=1), help="An older revision.")
@common
def show_command(article_id: str, revision: int | None) -> None:
    """Show one article: its text, its revisions, and where its metadata were found."""
    with open_library() as library:
        article = library.store.article(article_id, revision)
        revisions = library.store.revisions(article_id)
        provenance = library.store.provenance(article_id, revision)
    values = article_values(article) | {
        "revisions": [asdict(found) for found in revisions],
        "provenance": provenance,
    }
    history = [
        f"revision {found.revision} of {found.ingested_at}, SHA-256 {found.text_sha256}"
        + (" (current)" if found.current else "")
        for found in revisions
    ]
    known = [f"{name}: {where}" for name, where in provenance.items()]
    parts = [source_line(article), article.text, "\n".join(history), "\n".join(known)]
    show(values, "\n\n".join(parts))


@click.command("remove")
@click.argument("article_ids", nargs=-1, required=True, metavar="ID...")
@common
def remove_command(article_ids: tuple[str, ...]) -> None:
    """Remove articles for good: every revision, the original and the index."""
    with open_library() as library, Bar() as bar:
        removed, missing = library.remove(article_ids, progress=bar)
    lines = [f"removed: {article_id}" for article_id in removed]
    lines += [f"not in the library: {article_id}" for article_id in missing]
    show({"removed": removed, "missing": missing}, "\n".join(lines))
