"""``onrecord rebuild``: the index again from the articles."""

from __future__ import annotations

import click

from qa.cli.options import common
from qa.cli.output import show
from qa.cli.progress import Bar
from qa.cli.session import open_library


@click.command("rebuild")
@common
def rebuild_command() -> None:
    """Make the index again from the articles; vectors of unchanged passages are kept."""
    with open_library() as library, Bar() as bar:
        library.rebuild(progress=bar)
        count = library.store.coverage().articles
        passages = len(library.store.passage_keys())
    show(
        {"articles": count, "passages": passages, "encoder": library.encoder.name},
        f"The index was made again: {count:,} articles, {passages:,} passages.",
    )
