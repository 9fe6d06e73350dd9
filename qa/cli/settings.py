"""``onrecord settings``: what is set, and from where."""

from __future__ import annotations

import click

from qa.cli import session
from qa.cli.options import common
from qa.cli.output import show
from qa.settings import flat


@click.command("settings")
@common
def settings_command() -> None:
    """Show every setting with its value and where it was set."""
    current = session.settings()
    found = {
        name: {"value": value, "from": current.origins.get(name, "default")}
        for name, value in flat(current).items()
    }
    lines = [f"{name} = {item['value']}    ({item['from']})" for name, item in found.items()]
    show({"settings": found}, "\n".join(lines))
