"""The group of commands, and what happens to errors: one line on stderr, never a traceback."""

from __future__ import annotations

import importlib
import os
import sys

import click

from corpus import OnRecordError
from qa.cli.options import common

COMMANDS = {
    "add": "add",
    "list": "articles",
    "show": "articles",
    "remove": "articles",
    "search": "search",
    "ask": "ask",
    "check": "check",
    "doctor": "doctor",
    "rebuild": "rebuild",
    "evaluate": "evaluate",
    "settings": "settings",
}
"""Each command and the module that has it, which is imported only when the command is used."""

DEBUG = "ONRECORD_DEBUG"
"""Set in the environment, this shows the traceback of an unexpected error."""


class Commands(click.Group):
    """Commands in the order above, each loaded when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One of them, or ``None``."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"qa.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@common
@click.version_option(package_name="onrecord", prog_name="onrecord")
def onrecord() -> None:
    """Answer questions from a library of news articles, with the exact words cited.

    Everything stays on this machine. Results go to standard output, progress and errors to
    standard error. Exit status: 0 done, 1 a stated problem, 2 wrong usage.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit status."""
    try:
        status = onrecord.main(arguments, prog_name="onrecord", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        fail("Stopped.")
    except OnRecordError as error:
        fail(str(error))
    except BrokenPipeError:  # the reader of our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        first_line = (str(error).splitlines() or [""])[0]
        fail(
            f"Something unexpected happened ({type(error).__name__}: {first_line}); what was "
            f"reported as done is kept. Set {DEBUG}=1 and run it again to see where."
        )
    sys.exit(status if isinstance(status, int) else 0)


def fail(line: str) -> None:
    """Say one line on standard error and leave with status 1."""
    click.echo(" ".join(line.split()), err=True)
    sys.exit(1)
