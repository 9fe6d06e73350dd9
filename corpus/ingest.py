"""CONDUCTOR of the corpus: sources in, articles with sentences and passages in the store.

sources -> files -> loader (clean text, metadata) -> sentences -> passages -> store
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from corpus.config import CorpusSettings, PassageSettings
from corpus.loaders import load_lines, loader_for
from corpus.model import Incoming, Refused
from corpus.passages import split_passages
from corpus.sentences import SPLITTER, split_sentences
from corpus.sources import STANDARD_INPUT, find_files
from corpus.store import Store
from corpus.writes import Outcome, Prepared

logger = logging.getLogger(__name__)

MIXED = "mixed"
"""Noted for a library whose articles were cut by different settings; ``rebuild`` makes them one."""

Progress = Callable[[int], None]
"""Called with how many more sources or articles are done."""


@dataclass(slots=True)
class IngestReport:
    """What became of every source; it fills while ``ingest`` runs, and is true at any moment."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    def note(self, outcome: Outcome) -> None:
        """Enter one article, which is in the library by now."""
        getattr(self, outcome.status).append(outcome.id)


def ingest(
    sources: Iterable[str | Path],
    store: Store,
    *,
    settings: CorpusSettings | None = None,
    report: IngestReport | None = None,
    standard_input: BinaryIO | None = None,
    progress: Progress | None = None,
) -> IngestReport:
    """Add articles to a library. The caller holds ``store.writing()``.

    Args:
        sources: Files, folders, or ``-`` for JSON lines on ``standard_input``.
        store: The library, opened for writing.
        settings: Limits and passage lengths; the defaults where ``None``.
        report: One to go on filling, so that a caller who interrupts knows what is in.
        standard_input: The stream that ``-`` means; without one, ``-`` is refused.
        progress: Called after each batch with the number of articles and refusals in it.

    Returns:
        The report. An article in it is committed; refusals never stop the others.

    Raises:
        DiskFull, LibraryReadOnly, LibraryDamaged: The batch at hand was undone.
    """
    settings = settings or CorpusSettings()
    report = IngestReport() if report is None else report
    found = _load(sources, settings, standard_input)
    while batch := list(islice(found, settings.batch_articles)):
        report.refused += [item for item in batch if isinstance(item, Refused)]
        prepared = [
            prepare(item, settings.passages) for item in batch if isinstance(item, Incoming)
        ]
        for outcome in store.put(prepared) if prepared else ():
            report.note(outcome)
        if progress:
            progress(len(batch))
    remember_splitting(store, settings.passages)
    return report


def prepare(incoming: Incoming, settings: PassageSettings) -> Prepared:
    """Find the sentences and passages of a new text."""
    sentences = split_sentences(incoming.text, incoming.metadata.language)
    return Prepared(incoming, sentences, split_passages(incoming.text, sentences, settings))


def split_again(
    store: Store, settings: PassageSettings, *, progress: Progress | None = None
) -> int:
    """Split every article anew where passage settings or sentence rules have changed.

    Returns:
        How many articles were split; 0 when nothing had changed.
    """
    if store.recall("splitting") == splitting(settings):
        return 0
    listed = store.listing()
    for line in listed:
        article = store.article(line.id)
        sentences = split_sentences(article.text, article.language)
        passages = split_passages(article.text, sentences, settings)
        store.replace_passages(line.id, sentences, passages)
        if progress:
            progress(1)
    store.remember("splitting", splitting(settings))
    return len(listed)


def splitting(settings: PassageSettings) -> str:
    """The settings and rules that passages are cut by, in one line."""
    return f"{SPLITTER} max={settings.max_characters} overlap={settings.overlap_sentences}"


def remember_splitting(store: Store, settings: PassageSettings) -> None:
    """Note the rules in a library, or that its articles were cut by several."""
    known, used = store.recall("splitting"), splitting(settings)
    if known not in (used, MIXED):
        store.remember("splitting", used if known is None else MIXED)


def _load(
    sources: Iterable[str | Path], settings: CorpusSettings, standard_input: BinaryIO | None
) -> Iterator[Incoming | Refused]:
    for source in sources:
        if str(source) != STANDARD_INPUT:
            yield from _load_files(source, settings)
        elif standard_input is None:
            yield Refused(STANDARD_INPUT, "there is no standard input here; name a file")
        else:
            yield from load_lines(standard_input, "standard input", settings)


def _load_files(source: str | Path, settings: CorpusSettings) -> Iterator[Incoming | Refused]:
    for path in find_files([source]):
        if isinstance(path, Refused):
            yield path
            continue
        loader = loader_for(path)
        assert loader is not None  # find_files gives only files that have one
        logger.debug("reading %s with %s", path, loader.name)
        yield from loader.load(path, settings)
