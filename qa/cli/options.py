"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import click

from corpus import Filters

Command = TypeVar("Command", bound=Callable[..., Any])


def common(command: Command) -> Command:
    """``--library`` and ``--json``, which work before and after the command."""
    for option in (
        click.option(
            "--json",
            "as_json",
            is_flag=True,
            default=None,
            expose_value=False,
            callback=_remember,
            help="Print JSON.",
        ),
        click.option(
            "--library",
            metavar="DIR",
            expose_value=False,
            callback=_remember,
            help="The library's folder. [default: ONRECORD_LIBRARY, or the user data folder]",
        ),
    ):
        command = option(command)
    return command


def _remember(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    if value is not None and parameter.name is not None:
        context.find_root().ensure_object(dict)[parameter.name] = value


def chosen(name: str) -> Any:
    """What ``--library`` (``library``) or ``--json`` (``as_json``) was given as, or ``None``."""
    found = click.get_current_context().find_root().obj or {}
    return found.get(name)


def filtering(command: Command) -> Command:
    """The options that narrow a search; the command takes them as ``**narrowed``."""
    day = click.DateTime(formats=["%Y-%m-%d"])
    for option in (
        click.option("--language", "languages", multiple=True, metavar="CODE",
                     help="Only articles in this language, as en; repeatable."),
        click.option("--author", "authors", multiple=True, metavar="NAME",
                     help="Only articles by this author; repeatable."),
        click.option("--publisher", "publishers", multiple=True, metavar="NAME",
                     help="Only articles of this publisher; repeatable."),
        click.option("--to", "date_to", type=day, help="Only articles up to this day."),
        click.option("--from", "date_from", type=day, help="Only articles from this day on."),
    ):  # fmt: skip
        command = option(command)
    return command


def filters_of(narrowed: dict[str, Any]) -> Filters | None:
    """The filters that the options of ``filtering`` set; ``None`` when none is set."""
    filters = Filters(
        date_from=_iso(narrowed["date_from"]),
        date_to=_iso(narrowed["date_to"]),
        publishers=narrowed["publishers"],
        authors=narrowed["authors"],
        languages=narrowed["languages"],
    )
    return filters or None


def _iso(day: datetime | None) -> str | None:
    return day.date().isoformat() if day else None
