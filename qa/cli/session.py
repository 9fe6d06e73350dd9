"""What every command begins with: the settings, and the library that they name."""

from __future__ import annotations

from qa.cli.options import chosen
from qa.library import Library
from qa.settings import Settings, load_settings


def settings() -> Settings:
    """The settings, with ``--library`` on top."""
    return load_settings(library=chosen("library"))


def open_library(*, create: bool = False) -> Library:
    """The library that the command line names."""
    current = settings()
    return Library.open(current.library, settings=current, create=create)
