"""``onrecord add``: articles in."""

from __future__ import annotations

import sys
from dataclasses import asdict

import click

from corpus import IngestReport, OnRecordError
from qa.cli.batch import standard_input
from qa.cli.options import common
from qa.cli.output import show
from qa.cli.progress import Bar
from qa.cli.session import open_library


@click.command("add")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@common
def add_command(sources: tuple[str, ...]) -> int:
    """Add articles from files, folders, .jsonl files, or - for JSON lines on standard input.

    Adding the same article again changes nothing. A file that can't be read is listed with the
    reason, and the others go in.
    """
    report = IngestReport()
    try:
        with open_library(create=True) as library, Bar() as bar:
            library.add(
                sources,
                progress=bar,
                report=report,
                standard_input=standard_input(),
            )
    except KeyboardInterrupt:
        _show(report)
        click.echo(
            f"Stopped. {_in(report)} articles are in and stay in; what is not indexed yet will be "
            "when the library is used next. Run the command again for the rest.",
            err=True,
        )
        return 1
    except OnRecordError:
        if _in(report):
            _show(report)
        raise
    _show(report)
    return 0


def _in(report: IngestReport) -> int:
    return len(report.added) + len(report.updated) + len(report.unchanged)


def _show(report: IngestReport) -> None:
    counts = f"{len(report.added)} added, {len(report.updated)} updated, " + (
        f"{len(report.unchanged)} unchanged, {len(report.refused)} refused."
    )
    lines = [f"  {name}: {article_id}" for name in ("added", "updated")
             for article_id in getattr(report, name)][:50]  # fmt: skip
    lines += [f"  refused: {refused.source}: {refused.reason}" for refused in report.refused]
    show(asdict(report), "\n".join([counts, *lines]))
    sys.stdout.flush()
