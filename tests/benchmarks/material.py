"""What the benchmarks run over: articles and questions, the shared sets' or the sample's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa.evaluation.gold import read_bytes, read_gold
from qa.evaluation.sets import SAMPLE_GOLD
from qa.library import sample_articles

COPIES = 20
"""How often the sample articles are repeated, each time with other words at the end."""


@dataclass(frozen=True, slots=True)
class Material:
    """Articles as JSON lines, and questions over them."""

    name: str
    articles: tuple[dict[str, Any], ...]
    questions: tuple[str, ...]

    def write(self, path: Path, count: int) -> Path:
        """The first ``count`` articles as a file."""
        lines = (json.dumps(article) for article in self.articles[:count])
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path


def material(shared: Path) -> Material:
    """News articles of the shared evaluation sets where they are; else the sample, repeated."""
    news, dev = shared / "articles-news.jsonl.gz", shared / "questions-dev.jsonl.gz"
    if news.is_file() and dev.is_file():
        return Material("articles-news", tuple(_lines(news)), _questions(dev))
    return Material("sample, repeated", tuple(_repeated()), _questions(SAMPLE_GOLD))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in read_bytes(path).decode("utf-8").strip("\n").split("\n"):
        yield json.loads(line)


def _repeated() -> Iterator[dict[str, Any]]:
    """Copies that differ in every passage, so that no vector can be used twice."""
    for copy in range(COPIES):
        for article in _lines(sample_articles()):
            text = article["text"].replace(". ", f" (copy {copy}). ") if copy else article["text"]
            yield article | {"id": f"{article['id']}-{copy}", "url": None, "text": text}


def _questions(path: Path) -> tuple[str, ...]:
    return tuple(question.question for question in read_gold(path) if not question.is_impossible)
