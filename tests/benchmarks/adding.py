"""Articles in: parse, store, encode and index, against encoding and indexing alone."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from figures import Figure, median
from material import Material
from plain import PlainIndex

from index import Encoder
from qa.library import Library
from qa.settings import Settings


def benchmark(
    stuff: Material, work: Path, plain: PlainIndex, encoder: Encoder, *, count: int, rounds: int
) -> Iterator[Figure]:
    """Articles a second, and index bytes a passage.

    The plain way is given the passages ready, without titles, and stores nothing: it does less.
    Both models are loaded before the clock starts.
    """
    file = stuff.write(work / "articles.jsonl", count)
    texts = passage_texts(add(file, work / "library", encoder))
    plain.add(texts[:8])
    ours, theirs = [], []
    for turn in range(rounds):  # alternately, so that a busy moment hits both
        runs = [
            (ours, lambda: add(file, work / "library", encoder)),
            (theirs, lambda: plain.add(texts)),
        ]
        for seconds, run in runs if turn % 2 else reversed(runs):
            seconds.append(timed(run))
    speed, plain_speed = count / median(ours), count / median(theirs)
    yield Figure(name="adding", unit="articles a second", ours=speed, plain=plain_speed,
                 more_is_better=True)  # fmt: skip
    yield from sizes(work / "library" / "index", plain.write(work / "flat.faiss"), len(texts))


def sizes(index: Path, flat_bytes: int, passages: int) -> Iterator[Figure]:
    """Index bytes a passage, whole and by part."""
    flat = flat_bytes / passages
    yield Figure(name="index", unit="bytes a passage", ours=bytes_in(index) / passages, plain=flat)
    for part in ("dense.faiss", "vectors.db", "lexical"):
        taken = bytes_in(index / part) / passages
        beside = flat if part == "dense.faiss" else None
        yield Figure(name=f"of it {part}", unit="bytes a passage", ours=taken, plain=beside)


def add(file: Path, folder: Path, encoder: Encoder) -> Path:
    """Make the library anew."""
    shutil.rmtree(folder, ignore_errors=True)
    with Library.open(folder, settings=Settings(), encoder=encoder, create=True) as library:
        library.add([file])
    return folder


def passage_texts(folder: Path) -> list[str]:
    """The passages of a library, in order."""
    with Library.open(folder, settings=Settings()) as library:
        store = library.store
        return [p.text for key in store.article_keys() for p in store.passages_of(key)]


def bytes_in(path: Path) -> int:
    """The bytes of a file, or of all files in a folder."""
    files = [path] if path.is_file() else path.rglob("*")
    return sum(file.stat().st_size for file in files if file.is_file())


def timed(run: Callable[[], object]) -> float:
    """The seconds that a call takes."""
    started = time.perf_counter()
    run()
    return time.perf_counter() - started
