"""Is the index what the articles say it should be? Every part compared with the database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from corpus import DiskFull, OnRecordError, PassageSettings, Store, splitting
from index.config import IndexSettings
from index.encoders import Encoder
from index.faults import index_faults
from index.lexical import LexicalIndex
from index.search import SearchIndex
from index.vectors import VectorStore


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong, and the command that mends it."""

    what: str
    mend: str


def examine(
    store: Store,
    settings: IndexSettings | None = None,
    passages: PassageSettings | None = None,
    encoder: Encoder | None = None,
) -> list[Problem]:
    """Everything that is wrong with a library; nothing is changed.

    Args:
        store: The articles.
        settings: The index's settings; the defaults where ``None``.
        passages: How passages should be cut; the defaults where ``None``.
        encoder: In place of the one that the settings name.
    """
    rebuild = f"onrecord --library {store.folder} rebuild"
    restore = "restore articles.db from a backup, or add the article again"
    found = [Problem(f"articles.db: {what}", restore) for what in store.problems()]
    known = store.recall("splitting")
    if known not in (None, splitting(passages or PassageSettings())):
        found.append(Problem("passages were cut by other settings than the present ones", rebuild))
    try:
        opened = SearchIndex.open(store, settings, encoder)
    except OnRecordError as error:
        return [*found, Problem(str(error), _mend(error, rebuild))]
    try:
        with index_faults(store.folder):
            found += [Problem(what, rebuild) for what in _of_index(store, opened)]
    except OnRecordError as error:
        found.append(Problem(str(error), _mend(error, rebuild)))
    finally:
        opened.close()
    return found


def _mend(error: OnRecordError, rebuild: str) -> str:
    return "free some room on the disk" if isinstance(error, DiskFull) else rebuild


def _of_index(store: Store, opened: SearchIndex) -> Iterator[str]:
    if not opened.catch_up():
        yield "the index is behind the articles, and can't be brought up to date from here"
    wanted = np.asarray(store.passage_keys(), dtype=np.int64)
    keys = opened.dense.keys
    if len(np.setdiff1d(wanted, keys)):
        yield f"dense.faiss lacks {len(np.setdiff1d(wanted, keys))} of {len(wanted)} passages"
    if len(np.unique(keys)) != len(keys) or len(np.setdiff1d(keys, wanted)):
        yield "dense.faiss holds passages twice, or that are gone"
    yield from _of_lexical(opened.lexical, wanted.tolist(), store)
    if not opened.folder.joinpath("vectors.db").exists():
        if len(wanted):
            yield "vectors.db is missing"
        return
    vectors = VectorStore(opened.folder, store.folder, writable=False)
    try:
        yield from vectors.problems()
        yield from vectors.differences(opened.encoder.digest, opened.dense)
    finally:
        vectors.close()


def _of_lexical(lexical: LexicalIndex | None, wanted: list[int], store: Store) -> Iterator[str]:
    if lexical:
        yield from lexical.problems()
    inside = lexical.passage_keys() if lexical else []
    if sorted(inside) != wanted:
        yield f"the lexical index holds {len(inside)} passages, and the articles {len(wanted)}"
    articles = lexical.article_keys() if lexical else []
    with_text = {key for key in store.article_keys() if store.passages_of(key)}
    if set(articles) != with_text or len(articles) != len(with_text):
        yield f"the phrase index holds {len(articles)} articles, and the library {len(with_text)}"
