"""The sets of questions and quotations, each with the articles that it is measured over.

To add a set, give it a line in ``QUESTION_SETS`` or ``SETS``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qa.evaluation.errors import SetUnavailable
from qa.evaluation.gold import read_bytes
from qa.library import sample_articles

HERE = Path(__file__).resolve().parent
SAMPLE_GOLD = HERE / "gold" / "sample.jsonl"
SAMPLE_QUOTES = HERE / "gold" / "quotes.jsonl"
SHARED = HERE.parents[2] / "shared" / "data" / "eval"
"""Where the shared evaluation sets are looked for; they are not part of the project."""

_ENCYCLOPEDIA_AND_NEWS = ("articles-wiki.jsonl.gz", "articles-news.jsonl.gz")


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """One set: files of gold questions and quotations, and the articles that make its library."""

    name: str
    gold: Path | None
    """The questions; ``None`` in a set of quotations alone."""
    articles: tuple[Path, ...]
    quotes: Path | None = None

    @property
    def library_name(self) -> str:
        """Sets over the same articles share a library."""
        return "+".join(path.name.partition(".")[0] for path in self.articles)


QUESTION_SETS = ("sample", "questions-dev", "questions-cnn", "questions-train")
SETS = (*QUESTION_SETS, "quotes")


def question_set(name: str, shared: Path | None = None) -> QuestionSet:
    """The set of this name.

    Args:
        name: One of ``SETS``.
        shared: The folder of the shared evaluation sets; beside the project where ``None``.

    Raises:
        SetUnavailable: A file of the set is not there.
    """
    shared = shared or SHARED
    if name == "sample":
        found = QuestionSet(name, SAMPLE_GOLD, (sample_articles(),), SAMPLE_QUOTES)
    elif name == "quotes":
        news = shared / "articles-news.jsonl.gz"
        found = QuestionSet(name, None, (news,), shared / "quotes.jsonl.gz")
    else:
        files = ("articles-cnn.jsonl.gz",) if name == "questions-cnn" else _ENCYCLOPEDIA_AND_NEWS
        found = QuestionSet(name, shared / f"{name}.jsonl.gz", tuple(shared / f for f in files))
    for path in (found.gold, found.quotes, *found.articles):
        if path is not None and not path.is_file():
            raise SetUnavailable(name, str(path))
    return found


def digest_of(paths: Iterable[Path]) -> str:
    """SHA-256 over the contents of some files, decompressed, in order.

    Line ends count as one character each, so that a checkout with CRLF has the same digest.
    """
    digest = hashlib.sha256()
    for path in paths:
        digest.update(read_bytes(path).replace(b"\r\n", b"\n"))
    return digest.hexdigest()
