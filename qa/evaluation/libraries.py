"""Libraries to measure with: the articles of a set, read by the code at hand, vectors kept.

The articles are read anew each time, so that a change to the corpus layer shows; a passage whose
text has been encoded before in the same work folder is not encoded again.
"""

from __future__ import annotations

import re
from pathlib import Path

from index import Encoder
from qa.evaluation.gold import read_bytes
from qa.evaluation.sets import QuestionSet
from qa.library import Library, Progress
from qa.settings import Settings


def fresh_library(
    chosen: QuestionSet,
    work: Path,
    settings: Settings,
    *,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> Library:
    """A library of exactly the articles of a set, in a folder of its own under ``work``."""
    passages = settings.corpus.passages
    name = f"{chosen.library_name}-{passages.max_characters}-{passages.overlap_sentences}"
    library = Library.open(
        work / _plain(f"{name}-{settings.index.encoder}"),
        settings=settings,
        encoder=encoder,
        create=True,
    )
    old = [listed.id for listed in library.store.listing()]
    if old:
        with library.store.writing():  # not library.remove, which would forget the vectors
            library.store.remove(old)
    library.add([unpacked(path, work) for path in chosen.articles], progress=progress)
    return library


def unpacked(path: Path, work: Path) -> Path:
    """A file of articles as the loader reads it: decompressed into the work folder if need be."""
    if path.suffix != ".gz":
        return path
    work.mkdir(parents=True, exist_ok=True)
    plain = work / path.stem
    plain.write_bytes(read_bytes(path))
    return plain


def _plain(name: str) -> str:
    return re.sub(r"[^\w.+-]+", "-", name)
