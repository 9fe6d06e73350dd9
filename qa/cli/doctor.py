"""``onrecord doctor``: is everything as it should be?"""

from __future__ import annotations

from dataclasses import asdict

import click

from qa.cli.options import common
from qa.cli.output import show
from qa.cli.session import open_library


@click.command("doctor")
@common
def doctor_command() -> int:
    """Compare every part of the library with the articles; exits with 1 when something is wrong."""
    with open_library() as library:
        problems = library.examine()
        count = library.store.coverage().articles
    lines = [f"{problem.what}\n    mend it with: {problem.mend}" for problem in problems]
    lines = lines or [f"All is well: {count:,} articles, and the index agrees with them."]
    show({"ok": not problems, "problems": [asdict(problem) for problem in problems]},
         "\n".join(lines))  # fmt: skip
    return 1 if problems else 0
