"""What every loader does: one source in, articles and refusals out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from corpus.config import CorpusSettings
from corpus.model import Incoming, Refused


class Loader(Protocol):
    """Reads one kind of file. To add a kind, write one and list it in ``corpus.loaders``."""

    name: str
    """Stored with every article that it read."""

    suffixes: tuple[str, ...]
    """The endings of the files it reads, in lower case and with the dot."""

    def load(self, path: Path, settings: CorpusSettings) -> Iterator[Incoming | Refused]:
        """Read one file.

        Args:
            path: An existing file. It is read once, in order, and never written.
            settings: Limits on size.

        Yields:
            Every article in the file, and a refusal with its reason for everything in it
            that is no article. Nothing that stands in the file makes this raise.
        """
        ...
