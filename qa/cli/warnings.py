"""What a user should know beside the result; on standard error."""

from __future__ import annotations

import click

from qa.assistant import Assistant
from qa.library import Library


def warn_if_behind(library: Library) -> None:
    """Say it when there are articles that were not searched."""
    if library.is_behind:
        click.echo(
            "Note: articles were added or changed that are not indexed yet, so they were not "
            "searched; the process that is writing, or the next one that may, indexes them.",
            err=True,
        )


def warn_of_reader(assistant: Assistant) -> None:
    """Say it when another reader stood in for the one that the settings name."""
    if assistant.reader_warning:
        click.echo(f"Note: {assistant.reader_warning}", err=True)
