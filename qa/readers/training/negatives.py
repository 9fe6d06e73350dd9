"""Passages that rank high for a question and do not answer it, found with the project's search.

What the reader must refuse in use is what retrieval brings: so the negatives are mined with the
same fused search (BM25 and the encoder), over the training paragraphs alone.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus import fold
from qa.library import Library
from qa.readers.training.sources import Asked, Paragraph, Sources

RANKS = 12
"""How deep to look for passages that do not hold the answer."""


def pool_library(sources: Sources, folder: Path) -> Library:
    """A library with every training paragraph as an article of its own; made once."""
    library = Library.open(folder, create=True)
    if library.store.coverage().articles:
        return library
    lines = folder / "paragraphs.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for p in sources.paragraphs.values():
            if p.source != "covidqa":  # Whole papers: a passage of one says little on its own.
                row = {"id": p.id, "title": p.title, "text": p.text, "language": "en"}
                file.write(json.dumps(row) + "\n")
    library.add([lines])
    return library


def mine(
    sources: Sources, library: Library, wanted: Iterable[Asked], output: Path, *, keep: int
) -> None:
    """Write for each question the best-ranked paragraphs that lack every accepted answer.

    Args:
        sources: For the texts.
        library: Of ``pool_library``.
        wanted: The questions; those that the output already has are passed over.
        output: JSON lines ``{"id", "negatives": [paragraph id, …]}``, best first.
        keep: At most so many a question.
    """
    done = set(read_mined(output))
    with output.open("a", encoding="utf-8") as file:
        for asked in wanted:
            if asked.id in done:
                continue
            found = library.search_index.search(asked.question, RANKS)
            ids = dict.fromkeys(candidate.passage.article.id for candidate in found)
            lacking = [i for i in ids if _lacks(sources.paragraphs[i], asked, sources)]
            file.write(json.dumps({"id": asked.id, "negatives": lacking[:keep]}) + "\n")


def read_mined(path: Path) -> dict[str, list[str]]:
    """Question id to the ids of its negatives; empty while nothing was mined."""
    if not path.is_file():
        return {}
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {row["id"]: row["negatives"] for row in rows}


def _lacks(paragraph: Paragraph, asked: Asked, sources: Sources) -> bool:
    own = sources.paragraphs[asked.paragraph]
    if paragraph.id == own.id or own.text in paragraph.text:
        return False
    text = fold(paragraph.text)
    answers = {fold(own.text[start:end]) for start, end in asked.answers}
    return not any(re.search(rf"(?<!\w){re.escape(a)}(?!\w)", text) for a in answers)


def sampled(questions: Sequence[Asked], count: int, rng: random.Random) -> list[Asked]:
    """Some of the questions, in a fixed order for a fixed seed."""
    return rng.sample(list(questions), min(count, len(questions)))
