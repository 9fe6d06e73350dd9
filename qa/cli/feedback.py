"""``onrecord evaluate --feedback``: what was called wrong, asked and checked again."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from qa.assistant import Assistant
from qa.cli.output import show
from qa.cli.session import open_library, settings
from qa.evaluation.feedback import NONE_YET, NOT_KEPT, Replay, format_replay, report_of
from qa.quotes.check import QuoteChecker
from qa.records import RecordStore, export_feedback


def replay_feedback(output: Path | None) -> None:
    """Replay every case against the user's library; write the cases where ``output`` names a file.

    Raises:
        RecordsDamaged, RecordsTooNew, RecordsUnavailable: The feedback can't be read.
        FeedbackNotWritten: The file can't be written.
        LibraryMissing, LibraryDamaged: There is nothing to replay it against.
    """
    with RecordStore(settings().records) as records:
        given, keeps = records.feedback(), records.keeps
    if output is not None:
        click.echo(f"{export_feedback(given, output)} cases written to {output}.", err=True)
    if not given:
        show(asdict(report_of(())), NONE_YET if keeps else NOT_KEPT)
        return
    with open_library() as library:
        replay = Replay(library.store.library_id, Assistant(library), QuoteChecker(library))
        report = replay.report(given)
    show(asdict(report), format_replay(report))
