"""The command line: ``onrecord``, also ``python -m qa``. One module a command."""

from qa.cli.main import main

__all__ = ["main"]
