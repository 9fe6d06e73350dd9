"""``onrecord evaluate``: how well search, answers and quote checks do, and whether still."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from qa.cli.feedback import replay_feedback
from qa.cli.options import common
from qa.cli.output import show
from qa.cli.progress import WORDS, Bar
from qa.cli.session import settings
from qa.evaluation import (
    SETS,
    SetResults,
    check,
    committed_floors,
    format_report,
    read_floors,
    run_evaluation,
    updated,
    write_figures,
    write_floors,
    write_json,
)
from qa.evaluation.conversations import format_conversations, gold_measures
from qa.evaluation.gate import FLOORS, SET
from qa.evaluation.quote_report import format_quotes

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("evaluate")
@click.option("--set", "names", multiple=True, default=(SET,), show_default=True,
              type=click.Choice(SETS), help="What to measure; repeatable.")  # fmt: skip
@click.option("--data", type=FOLDER, metavar="DIR",
              help="The folder of the shared evaluation sets.")  # fmt: skip
@click.option("--work", type=FOLDER, metavar="DIR",
              help="Keep the libraries here, so that the next run is quicker.")  # fmt: skip
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write everything, with each failure, as JSON.")  # fmt: skip
@click.option("--figures", type=FOLDER, metavar="DIR",
              help="Draw here how far confidence is right, and what abstaining costs.")  # fmt: skip
@click.option("--update-floors", is_flag=True, help="Raise the floors to what was measured.")
@click.option("--lower-floors", is_flag=True, help="With --update-floors: lower them too.")
@click.option("--feedback", is_flag=True,
              help="Replay what you called wrong, against your library, instead. With --output: "
                   "write these cases as lines of gold.")  # fmt: skip
@common
def evaluate_command(
    names: tuple[str, ...],
    data: Path | None,
    work: Path | None,
    output: Path | None,
    figures: Path | None,
    *,
    update_floors: bool,
    lower_floors: bool,
    feedback: bool,
) -> int:
    """Measure search, answers and quote checks over gold; exits with 1 below a floor.

    The sample set comes with the program; the others are measured where their files are. The
    articles go into a library of their own, and yours is not touched.
    """
    if feedback:
        replay_feedback(output)
        return 0
    if lower_floors and not update_floors:
        raise click.UsageError("--lower-floors goes with --update-floors")
    if update_floors and SET not in names:
        raise click.UsageError(f"the floors are for --set {SET}")
    with Bar() as bar:
        results = run_evaluation(
            names,
            settings=settings(),
            shared=data,
            work=work,
            progress=lambda stage, done, total: bar(stage, done, total) if stage in WORDS else None,
        )
    if output is not None:
        write_json(results, output)
    if figures is not None:
        write_figures(results, figures)
    guarded = [one for one in results.sets if one.name == SET]
    failures = [line for one in guarded for line in _gated(one, update_floors, lower_floors)]
    follow_ups = gold_measures()
    quotes = [format_quotes(one.name, one.quotes) for one in results.sets if one.quotes]
    lines = [format_report(results), *quotes, format_conversations(follow_ups)]
    text = "\n".join([*lines, *(f"Below the gate: {line}." for line in failures)])
    show(asdict(results) | {"conversations": asdict(follow_ups), "gate": failures}, text)
    return 1 if failures else 0


def _gated(measured: SetResults, update: bool, lower: bool) -> list[str]:
    """What the gate has against the measures, after the floors were updated if that was asked."""
    if update:
        before = read_floors(FLOORS) if FLOORS.is_file() else None
        write_floors(updated(measured, before, may_lower=lower), FLOORS)
    return check(measured, read_floors(FLOORS), committed_floors())
