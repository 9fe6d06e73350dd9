"""One loader a kind of file. To add a kind, write one (``base.Loader``) and list it here."""

from pathlib import Path

from corpus.loaders.base import Loader
from corpus.loaders.html import HtmlLoader
from corpus.loaders.jsonl import JsonLinesLoader, load_lines
from corpus.loaders.text import TextLoader

LOADERS: tuple[Loader, ...] = (TextLoader(), HtmlLoader(), JsonLinesLoader())

__all__ = ["LOADERS", "Loader", "load_lines", "loader_for"]


def loader_for(path: Path) -> Loader | None:
    """The loader for a file by its ending, ``None`` when there is none.

    >>> loader_for(Path("A.HTM")).name, loader_for(Path("a.exe"))
    ('html', None)
    """
    suffix = path.suffix.lower()
    return next((loader for loader in LOADERS if suffix in loader.suffixes), None)
