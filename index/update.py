"""Bringing the index up to date with the articles: every step can be repeated after a crash.

changed articles -> vectors (vectors.db) -> dense.faiss -> lexical -> manifest, last
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus import Store
from index.context import encoded_text
from index.dense import DenseIndex
from index.encoders import Encoder
from index.lexical import LexicalIndex
from index.vectors import VectorStore, hash_of

logger = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
"""Called with how many passages are indexed by now, and how many there are to index."""

BATCH = 256
"""Passages encoded between two commits of vectors.db: what a crash can cost."""

REWRITE_SHARE = 0.05
REWRITE_BELOW = 20_000
"""``dense.faiss`` is written again when so large a share of it is new, or when it is small anyway;
until then the new vectors are taken from vectors.db when the index is opened."""


def sync_dense(
    dense: DenseIndex,
    store: Store,
    encoder: Encoder | None,
    digest: str,
    vectors: VectorStore,
    *,
    progress: Progress | None = None,
) -> tuple[int, int]:
    """Make the dense index hold exactly the current passages.

    Args:
        dense: The index, changed in place.
        store: The articles.
        encoder: For passages whose vector is not known yet; their vectors are added to
            ``vectors``. ``None`` leaves those passages out and writes nothing.
        digest: The digest of the encoder whose vectors these are.
        vectors: The known ones.
        progress: Called after each batch.

    Returns:
        How many vectors were added and how many were taken out.
    """
    wanted = np.asarray(store.passage_keys(), dtype=np.int64)
    stale = np.setdiff1d(dense.keys, wanted)
    missing = np.setdiff1d(wanted, dense.keys)
    dense.remove(stale)
    done = 0
    for keys in _batches(missing.tolist(), BATCH):
        texts = {key: encoded_text(found) for key, found in store.passages(keys).items()}
        hashes = {key: hash_of(text) for key, text in texts.items()}
        known = vectors.find(digest, list(set(hashes.values())), dim=dense.dim)
        if encoder is not None:
            known |= _encode_new(encoder, texts, hashes, known, vectors)
        ready = [key for key, text_hash in hashes.items() if text_hash in known]
        if ready:
            dense.add(ready, np.stack([known[hashes[key]] for key in ready]).astype(np.float32))
        done += len(keys)
        if progress:
            progress(done, len(missing))
    return len(missing), len(stale)


def _encode_new(
    encoder: Encoder,
    texts: Mapping[int, str],
    hashes: Mapping[int, bytes],
    known: Mapping[bytes, NDArray[np.float32]],
    vectors: VectorStore,
) -> dict[bytes, NDArray[np.float32]]:
    """Encode the texts whose vector is not known, and keep the vectors and who uses them."""
    new = {hashes[key]: text for key, text in texts.items() if hashes[key] not in known}
    fresh = dict(zip(new, encoder.encode(list(new.values())), strict=True))
    vectors.put(encoder.digest, fresh, hashes)
    return fresh


def sync_lexical(lexical: LexicalIndex, store: Store, *, since: int) -> int:
    """Bring the lexical index up to date with the articles changed after ``since``.

    Returns:
        How many articles were looked at.
    """
    changed = store.changed_since(since)
    if changed:
        with lexical.writing():
            for key in changed:
                lexical.put(key, store.passages_of(key))
    return len(changed)


def fill_generation(folder: Path, number: int, library: Path, store: Store) -> LexicalIndex:
    """Make a lexical index of all articles in a folder of its own, which is new."""
    try:
        lexical = LexicalIndex(folder / str(number), library, create=True)
        sync_lexical(lexical, store, since=0)
    except BaseException:
        shutil.rmtree(folder / str(number), ignore_errors=True)  # the disk may be full of it
        raise
    return lexical


def should_rewrite(dense: DenseIndex, added: int, *, has_file: bool) -> bool:
    """Whether so much was added that ``dense.faiss`` is written now."""
    small = len(dense) < REWRITE_BELOW
    return not has_file or (added > 0 and (small or added > REWRITE_SHARE * len(dense)))


def _batches(keys: Sequence[int], size: int) -> Iterator[list[int]]:
    iterator = iter(keys)
    while batch := list(islice(iterator, size)):
        yield batch
